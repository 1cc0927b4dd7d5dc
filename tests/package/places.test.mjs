/**
 * What is published, in the places where it must work: a bare page, an extension, a file on a disk, a site without a network.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from '../chromium/browser.mjs';
import { browserTests } from '../chromium/fixture.mjs';
import { readSample, withhold } from '../chromium/steps.mjs';
import { readInExtension } from './extension.mjs';
import { barePage, htmlPage, PACKED } from './installed.mjs';

const test = browserTests();

const BARE = htmlPage(`
  <script type="module" src="nutgraf/define.js"></script>
  <nutgraf-article reference-date="2025-06-30" panels="text summary quotes">
    Mayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said.
  </nutgraf-article>
  <nutgraf-article text="Bob Hale stayed." panels="entities" theme="dark"></nutgraf-article>`);

test('a bare page under the strict policy uses the element', async ({ browser, serve }) => {
  const { url } = await serve({ '/': barePage('bare', { 'index.html': BARE }) });
  const { page, record } = await open(browser, url);
  const first = page.locator('nutgraf-article').first();
  await first.locator('.ng-mention').first().waitFor();
  assert.equal(await first.evaluate(e => e.report.article.published), '2025-06-30');
  assert.match(await first.locator('[part~=quotes]').textContent(), /I am tired/);
  assert.match(await page.locator('nutgraf-article').last().locator('.ng-card-name').first().textContent(), /Bob Hale/);
  const selected = first.evaluate(
    e =>
      new Promise(resolve => {
        e.addEventListener('nutgraf-select', event => resolve(event.detail), { once: true });
      }),
  );
  await first.locator('.ng-mention').first().click();
  assert.equal((await selected).kind, 'entity');
  assert.match(await first.evaluate(e => e.export('csv-quotes').content), /I am tired/);
  assert.deepEqual(record.console, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

for (const [hearing, handled, told] of [
  ['nobody', false, 2],
  ['somebody', true, 0],
]) {
  test(`a missing module is told by an event that ${hearing} handles`, async ({ browser, serve }) => {
    const { url } = await serve({ '/': barePage(`missing-${hearing}`, { 'index.html': BARE }) });
    const { page, record, context } = await open(browser);
    await withhold(context, 'nutgraf_bg.wasm');
    await page.addInitScript(handled => {
      globalThis.codes = [];
      addEventListener('nutgraf-error', event => {
        globalThis.codes.push(event.detail.code);
        if (handled) event.preventDefault();
      });
    }, handled);
    await page.goto(url);
    await page.waitForFunction(() => globalThis.codes.length === 2);
    assert.deepEqual(await page.evaluate(() => globalThis.codes), ['load', 'load']);
    const lines = record.console.filter(line => line.includes('nutgraf_bg.wasm') && line.includes('NutgrafError'));
    assert.equal(lines.length, told);
  });
}

test('an extension uses it in a page and in its service worker', async () => {
  await readInExtension();
});

test('the one file works from disk without a network', async ({ browser }) => {
  const { page, record, context } = await open(browser);
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(PACKED, 'nutgraf.html')).href);
  await readSample(page);
  assert.ok((await page.locator('.ng-mention').count()) > 20);
  assert.deepEqual(record.console, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(
    record.requests.filter(address => !/^(file|blob|data):/.test(address)),
    [],
  );
});

test('the site opens a second time without a network', async ({ browser, serve }) => {
  const site = await serve({ '/': join(PACKED, 'site') });
  const { page, context } = await open(browser, site.url, { serviceWorkers: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  site.close();
  await context.setOffline(true);
  await page.reload();
  await readSample(page);
});
