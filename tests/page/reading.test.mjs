/**
 * The main way through the page: something goes in, and what it holds comes out.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { download, paste, readSample, SEED, settled } from '../chromium/steps.mjs';

const test = pageTests();

test('a sample is read and shown with an empty console', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  await readSample(page);
  assert.ok((await page.locator('.ng-mention').count()) > 20);
  for (const panel of ['summary', 'entities', 'quotes', 'timeline', 'facts']) {
    await page.click(`#tab-${panel}`);
    assert.ok((await page.textContent(`#panel-${panel}`)).length > 20, panel);
  }
  assert.deepEqual(record.console, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

test('the marked text is the text, character by character', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  const shown = await page.$$eval('.ng-block', blocks =>
    blocks.map(block => {
      block.querySelector('.ng-block-kind')?.remove();
      return block.textContent;
    }),
  );
  const squeezed = text => text.replace(/\s+/g, '');
  assert.equal(squeezed(shown.join('')), squeezed(SEED));
});

test('no line of a block is cut off at its edge', async ({ browser, url }) => {
  const { page } = await open(browser, url, { viewport: { width: 600, height: 900 } });
  await readSample(page, 'World Cup');
  const cut = await page.$$eval('.ng-block', blocks =>
    blocks
      .map(block => ({ block, edge: block.getBoundingClientRect().bottom }))
      // Blocks out of sight have a guessed edge, and only those that may be out of sight cut off what reaches over it.
      .filter(({ block, edge }) => edge < innerHeight && getComputedStyle(block).contentVisibility !== 'visible')
      .flatMap(({ block, edge }) => {
        const words = document.createRange();
        words.selectNodeContents(block);
        const over = Math.max(...Array.from(words.getClientRects(), ({ bottom }) => bottom)) - edge;
        return over > 1 ? [`${block.className}: ${over} pixels`] : [];
      }),
  );
  assert.deepEqual(cut, []);
});

test('pasting plain text reads it at once', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': 'Mayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said.' });
  assert.match(await settled(page), /^Read 11 words/);
  assert.equal(await page.getAttribute('html', 'data-view'), 'read');
});

test('a card shows its mentions with what stands beside them on their line, cut between words', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  const long =
    'Ana Lowe resigned after a long vote in the council of the town, and nobody in the hall was surprised by Lowe.';
  await paste(page, { 'text/plain': `${long}\n\nLowe left.` });
  await settled(page);
  await page.click('#tab-entities');
  const card = page.locator('#panel-entities .ng-card', { hasText: 'Ana Lowe' });
  await card.locator('> summary').click();
  const mentions = card.locator('.ng-mentions a');
  // A card is filled when the browser says that it was opened: a moment after the click.
  await mentions.nth(2).waitFor();
  assert.deepEqual(await mentions.allTextContents(), [
    'Ana Lowe resigned after a long vote in the…',
    '…in the hall was surprised by Lowe.',
    'Lowe left.',
  ]);
});

test('a place that is gone to twice is lit for as long again', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.clock.install();
  await readSample(page);
  const goThere = () => page.locator('#panel-summary .ng-nut .ng-go').click();
  const lit = page.locator('#text-view .ng-flash');
  await goThere();
  await page.clock.runFor(1000);
  await goThere();
  await page.clock.runFor(1000);
  assert.ok((await lit.count()) > 0);
  await page.clock.runFor(1000);
  assert.equal(await lit.count(), 0);
});

test('a range of days is one entry of the timeline', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/plain':
      'The library will be closed from November 20 to December 11, 2025, Mayor Ana Lowe said. It opens on January 5, 2026.',
  });
  await settled(page);
  await page.click('#tab-timeline');
  assert.deepEqual(await page.locator('.ng-timeline .ng-words').allTextContents(), [
    'November 20 to December 11, 2025',
    'January 5, 2026',
  ]);
});

test('typing is read a moment after the last key, and the newest text counts', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.locator('#text').pressSequentially('Ana Lowe resigned. Bob Hale stayed.', { delay: 5 });
  // A slow machine may pause between keys: what counts is what is said in the end.
  await page
    .locator('#status')
    .filter({ hasText: /^Read 6 words/ })
    .waitFor();
  assert.equal(await page.getAttribute('html', 'data-view'), 'edit');
});

const WAGES = `Cleaners ask for more

Cleaners earn about $15 an hour and want nearly $1.2 million in all, the union said. It meets every two weeks.`;

test('numbers are listed with what is to be known beside them, and a mark leads to its row', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': WAGES });
  await settled(page);
  await page.click('#tab-facts');
  const rows = () => page.locator('#panel-facts .ng-amount-list li').allInnerTexts();
  assert.deepEqual(
    (await rows()).map(row => row.replace(/\s*\n\s*/g, ' | ').toLowerCase()),
    ['$15 an hour | about | per hour | usd 15', '$1.2 million | or less | usd 1,200,000'],
  );
  await page.click('#tab-timeline');
  assert.match(await page.textContent('#panel-timeline .ng-amounts'), /every two weeksevery 2 weeks/);
  await page.click('#legend [name=amounts]');
  await page.locator('.ng-article .ng-k-amounts', { hasText: '$1.2 million' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '$1.2 million');
  assert.equal(await page.isVisible('#panel-facts'), true);
  const markdown = await download(page, 'markdown');
  assert.match(markdown, /- \$15 an hour \(USD 15, about, per hour\)/);
  assert.match(markdown, /- every two weeks \(every 2 weeks\)/);
  assert.match(await download(page, 'csv-entities'), /,per,approximate,every\r\n[\s\S]*,week\r\n/);
});

test('a date in the text leads to its entry of the timeline', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/plain': 'The library closed on November 20, 2025. It opens on January 5, 2026, Ana Lowe said.',
  });
  await settled(page);
  await page.locator('.ng-article .ng-k-dates', { hasText: 'January' }).click();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /It opens on January 5/);
  assert.equal(await page.isVisible('#panel-timeline'), true);
});

test('a speaker that is only probable is shown with a word of doubt and the reason', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const text = 'Ana Lowe met Bob Hale. “We go on,” he said.';
  await paste(page, { 'text/plain': text });
  await settled(page);
  const shown = await page.evaluate(async text => {
    const load = file => import(new URL(file, location.href));
    const { createAnalyzer } = await load('nutgraf/index.js');
    const { renderQuotes } = await load('nutgraf/render/quotes.js');
    const analyzer = createAnalyzer();
    const report = await analyzer.analyze(text);
    analyzer.dispose();
    const bob = report.entities.find(({ name }) => name === 'Bob Hale').id;
    const doubt = { speaker: bob, attribution: 'named', probable: true, confidence: 0.4, because: 'he was named last' };
    const quotes = report.quotes.map(quote => ({ ...quote, ...doubt }));
    const panel = renderQuotes(text, { ...report, quotes });
    return [panel.querySelector('h3').textContent, panel.querySelector('figcaption').textContent];
  }, text);
  assert.equal(shown[0], 'probably Bob Hale');
  assert.match(shown[1], /probably Bob Hale.*How we know he was named last/);
});
