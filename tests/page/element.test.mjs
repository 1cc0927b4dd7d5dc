/**
 * `<nutgraf-article>` on a page, as its users set and change it.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';

const TEXT =
  'Mayor resigns\n\nMayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said. Bob Hale will follow her in June. ' +
  'The council of Velport had argued all night about a new quay for the harbour. It would cost 12 million euros.';

const test = pageTests();

/** A page with one element, which has read the text. */
async function withElement(browser, url, attributes = {}) {
  const { page, record } = await open(browser, url);
  await page.evaluate(
    async ({ attributes, text }) => {
      // The text is set before the element is defined, as a framework may do.
      const element = document.createElement('nutgraf-article');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.text = text;
      globalThis.element = element;
      globalThis.events = [];
      for (const name of ['nutgraf-report', 'nutgraf-error'])
        element.addEventListener(name, () => globalThis.events.push(name));
      const read = new Promise(resolve => element.addEventListener('nutgraf-report', resolve, { once: true }));
      document.querySelector('main').replaceChildren(element);
      await import(new URL('nutgraf/define.js', location.href).href);
      await read;
    },
    { attributes, text: TEXT },
  );
  return { page, record };
}

const sentences = page => page.locator('nutgraf-article .ng-summary-list li').count();

test('a text that was set before the element was defined is read, and so is the next', async ({ browser, url }) => {
  const { page, record } = await withElement(browser, url);
  assert.equal(await page.evaluate(() => element.report.entities[0].name), 'Ana Lowe');
  assert.ok((await page.locator('nutgraf-article .ng-mention').count()) > 2);
  await page.evaluate(() => {
    element.text = 'Mira Sandoval left.';
  });
  await page.locator('nutgraf-article .ng-mention', { hasText: 'Mira Sandoval' }).first().waitFor({ timeout: 5000 });
  assert.deepEqual(record.console, []);
});

test('the length of the summary follows its attribute, on the page and in exports', async ({ browser, url }) => {
  const { page } = await withElement(browser, url, { 'summary-length': '2' });
  assert.equal(await sentences(page), 2);
  for (const [value, length] of [
    ['1', 1],
    ['4', 4],
    ['2.7', 2],
    ['many', 3],
    ['-1', 1],
  ]) {
    await page.evaluate(value => element.setAttribute('summary-length', value), value);
    assert.equal(await sentences(page), length, value);
    const exported = await page.evaluate(() => element.export('markdown').content);
    assert.equal(exported.split('## Summary')[1].split('##')[0].match(/^- /gm).length, length, value);
  }
});

test('an element whose text is taken away shows none, and tells of none', async ({ browser, url }) => {
  const { page } = await withElement(browser, url);
  const left = await page.evaluate(async () => {
    element.text = 'Ida Brandt stayed. '.repeat(2000);
    await new Promise(resolve => setTimeout(resolve, 20));
    globalThis.events = [];
    element.text = '';
    await new Promise(resolve => setTimeout(resolve, 1500));
    return { report: element.report, events: globalThis.events, shown: element.shadowRoot.textContent };
  });
  assert.deepEqual(left, { report: null, events: [], shown: '' });
  await page.evaluate(() => {
    element.text = 'Mira Sandoval left.';
  });
  await page.locator('nutgraf-article .ng-mention', { hasText: 'Mira Sandoval' }).first().waitFor();
});

test('of texts in quick succession only the last is read to its end', async ({ browser, url }) => {
  const { page } = await withElement(browser, url);
  const outcomes = await page.evaluate(() => {
    globalThis.events = [];
    const texts = ['Ida Brandt stayed.', 'Mira Sandoval left.', 'Omar Haddad came.'];
    return Promise.all(
      texts.map(text => {
        element.text = text;
        return element.analyze().then(report => report?.entities[0].name ?? null);
      }),
    );
  });
  assert.deepEqual(outcomes.slice(0, 2), [null, null]);
  await page.locator('nutgraf-article .ng-mention', { hasText: 'Omar Haddad' }).first().waitFor();
  assert.ok(!(await page.evaluate(() => globalThis.events)).includes('nutgraf-error'));
});

test('an exported file can be read again as it was: it holds the day of reference', async ({ browser, url }) => {
  const { page } = await withElement(browser, url, { 'reference-date': '2025-06-30' });
  const { options, article } = JSON.parse(await page.evaluate(() => element.export('json').content));
  assert.deepEqual(options, { date: '2025-06-30' });
  assert.equal(article.published, '2025-06-30');
});

test('a change of colours leaves what the reader has opened', async ({ browser, url }) => {
  const { page } = await withElement(browser, url);
  const card = page.locator('nutgraf-article .ng-card').first();
  await card.locator('> summary').click();
  await page.evaluate(() => element.setAttribute('theme', 'dark'));
  assert.equal(await card.evaluate(({ open }) => open), true);
  assert.equal(await page.evaluate(() => getComputedStyle(element).colorScheme), 'dark');
});
