/**
 * Nothing leaves the page, nothing in an article can act, and what goes wrong is said.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { ROOT } from '../chromium/server.mjs';
import { download, paste, readSample, settled, withhold } from '../chromium/steps.mjs';
import { PAYLOADS } from './payloads.mjs';

const test = pageTests();

test('after it has loaded, the page asks the network for nothing', async ({ browser, url }) => {
  const { page, record } = await open(browser, url, {});
  await page.waitForLoadState('networkidle');
  const requests = record.requests.length;
  await readSample(page);
  for (const panel of ['entities', 'quotes', 'timeline', 'facts', 'summary']) await page.click(`#tab-${panel}`);
  await page.click('#view-edit');
  await page.locator('#text').press('End');
  await page.locator('#text').pressSequentially(' More.');
  await page.waitForTimeout(400);
  assert.deepEqual(record.requests.slice(requests), []);
  const home = new URL(url).origin;
  assert.deepEqual(
    record.requests.filter(address => !address.startsWith(home)),
    [],
  );
});

test('it goes on without a network', async ({ browser, url }) => {
  const { page, context } = await open(browser, url);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await readSample(page);
  assert.ok((await page.locator('.ng-mention').count()) > 20);
});

test('nothing in an article can act', async ({ browser, url }) => {
  assert.ok(PAYLOADS.length >= 150, `${PAYLOADS.length} payloads`);
  const { page, record } = await open(browser, url);
  await page.waitForLoadState('networkidle');
  const requests = record.requests.length;
  const text = PAYLOADS.map(p => `Ana ${p} Lowe said “${p}” on Sunday.`).join('\n\n');
  await paste(page, { 'text/plain': text });
  await settled(page);
  await page.click('#tab-entities');
  await page.evaluate(() =>
    document.querySelectorAll('details').forEach(card => {
      card.open = true;
    }),
  );
  for (const payload of PAYLOADS)
    await paste(page, { 'text/html': `<h1>${payload}</h1><p>${payload}</p>`, 'text/plain': payload }).catch(() => {});
  const line = 'Ana Lowe said no to the plan.\n\n';
  const corrections = PAYLOADS.map((p, i) => ({
    op: 'split',
    entity: { name: 'Ana Lowe', kind: 'person' },
    start: i * line.length,
    name: p,
  }));
  const again = JSON.stringify({
    schema: 1,
    text: line.repeat(PAYLOADS.length + 1),
    corrections,
    article: { headline: PAYLOADS[0] },
  });
  await page.setInputFiles('#file', { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(again) });
  await settled(page);
  // The line of the text before still stands there, so the names are waited for, not the line.
  await page
    .locator('.ng-card-name')
    .nth(Math.floor(PAYLOADS.length * 0.9))
    .waitFor({ state: 'attached' });
  await page.fill('#url', 'javascript:globalThis.attacked=1').catch(() => {});
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
  assert.equal(
    await page
      .locator('main script, main img, main iframe, main object, main embed, main svg script, main form')
      .count(),
    0,
  );
  assert.deepEqual(
    await page.$$eval('main *', all => all.flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on'))),
    [],
  );
  assert.deepEqual(
    await page.$$eval('main a', all =>
      all.map(a => a.getAttribute('href')).filter(href => href && !href.startsWith('#')),
    ),
    [],
  );
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(record.requests.slice(requests), []);
  assert.deepEqual(record.console, []);
});

test('pasted markup is read without being run', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  await page.waitForLoadState('networkidle');
  const requests = record.requests.length;
  const html = `<p>Ana Lowe resigned.</p>${PAYLOADS.join('')}`;
  await paste(page, { 'text/html': html, 'text/plain': 'x' });
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
  assert.deepEqual(record.requests.slice(requests), []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

const words = i =>
  `Mayor Ana Lowe resigned on day ${i} of the long vote in the council of the town, which had argued all night.`;
const many = (count, markup) => Array.from({ length: count }, (_, i) => markup(i)).join('');
const SPLIT = 'Mayor Ana\u202e Lowe\u2066 res\u200bigned on Sunday after a long vote in the council of the town.';
/** Markup that is large, deep or written to hurt, and words that must be found in it. */
const HEAVY = {
  'nested deeply': [`<h1>Mayor resigns</h1>${'<div>'.repeat(20_000)}<p>${words(1)}</p>`, 'resigned on day 1 '],
  'nested deeply in lists and tables': [`${'<table><tr><td><ul><li>'.repeat(3_000)}<p>${words(1)}</p>`, 'day 1 '],
  'five megabytes of markup': [
    `<h1>Mayor resigns</h1>${many(30, i => `<p>${words(i)}</p>`)}${many(12_000, i => `<div class="${'x'.repeat(350)}${i}"><a href="/${i}" style="color:red" onclick="x()">Link ${i}</a></div>`)}`,
    'day 29 ',
  ],
  'attributes without an end': [`<p>${words(1)}</p><p ${'style=" on'.repeat(50_000)}`, 'day 1 '],
  'controls of direction': [`<p>${SPLIT}</p>`, 'Lowe'],
  'addresses that are code': [
    `<p>${words(1)} <a href="javascript:globalThis.attacked=1">here</a> <img src=x onerror="globalThis.attacked=1"></p>`,
    'here',
  ],
  'nothing but brackets': [`<p>${words(1)}</p>${'<'.repeat(20_000)}`, 'day 1 '],
};

for (const [name, [html, found]] of Object.entries(HEAVY)) {
  test(`heavy markup is read in a few seconds and cannot act: ${name}`, async ({ browser, url }) => {
    const { page, record } = await open(browser, url);
    const started = Date.now();
    await paste(page, { 'text/html': html });
    await settled(page);
    assert.ok(Date.now() - started < 20_000, `${Date.now() - started} ms`);
    assert.ok((await page.inputValue('#text')).includes(found));
    assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
    assert.equal(await page.locator('.ng-article :is(img, script, style, a[href^=java])').count(), 0);
    assert.deepEqual(record.console, []);
  });
}

test('cells of a table cannot become formulas, nor text become markup', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/plain':
      '“=cmd|calc!A1 is what I want,” Ana Lowe said.\n\n“+1 for </script><b>this</b> plan of ours,” Bob Hale said.',
  });
  await settled(page);
  const rows = (await download(page, 'csv-quotes')).split('\r\n').slice(1, -1);
  assert.ok(rows.length >= 2, rows.join('\n'));
  for (const row of rows) assert.doesNotMatch(row, /^"?[=+\-@]/);
  assert.doesNotMatch(await download(page, 'jsonld'), /</);
  assert.doesNotMatch(await download(page, 'markdown'), /(^|[^\\])<b>/);
});

test('characters that cannot be seen are shown', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': 'Ana\u202eLowe res\u200bigned. Nobody else left the council.' });
  await settled(page);
  assert.deepEqual(await page.locator('.ng-article .ng-hidden-character').allTextContents(), ['U+202E', 'U+200B']);
});

test('a missing worker falls back to this thread, a missing module is said with a retry', async ({ browser, url }) => {
  const first = await open(browser);
  await withhold(first.context, 'nutgraf/worker.js');
  await first.page.goto(url);
  await readSample(first.page);
  assert.ok(first.record.requests.some(address => address.endsWith('/nutgraf/worker.js')));

  const second = await open(browser);
  await withhold(second.context, 'nutgraf/worker.js');
  await withhold(second.context, 'nutgraf/pkg/nutgraf_bg.wasm');
  await second.page.goto(url);
  await second.page.locator('#problem').filter({ hasText: 'nutgraf_bg.wasm' }).waitFor({ timeout: 25_000 });
  assert.match(
    await second.page.textContent('#problem'),
    /could not be loaded\. Try again\. .*tell whoever runs this site/,
  );
  await second.context.unrouteAll();
  await second.page.click('#problem button');
  await second.page.locator('#problem').filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
  await readSample(second.page);
});

test('the sources hold no way from text to markup or code', async () => {
  const sinks =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTMLUnsafe|createContextualFragment|srcdoc)\b/;
  const files = readdirSync(join(ROOT, 'www'), { recursive: true }).filter(
    file => /\.js$/.test(file) && !file.includes('/pkg/'),
  );
  assert.ok(files.length > 30);
  for (const file of files) assert.doesNotMatch(readFileSync(join(ROOT, 'www', file), 'utf8'), sinks, file);
});

test('a text that takes too long is given up in the words of its reader, who can try again', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  await page.clock.install();
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    globalThis.hangs = true;
    Worker.prototype.postMessage = function (message) {
      if (message.method !== 'read' || !globalThis.hangs) post.call(this, message);
    };
  });
  await paste(page, { 'text/plain': 'Mayor Ana Lowe resigned on Sunday.' });
  await page.waitForTimeout(500);
  await page.clock.runFor(21_000);
  const problem = page.locator('#problem', { hasText: 'Reading took too long and was stopped. Try again with a part' });
  await problem.waitFor();
  assert.doesNotMatch(await problem.textContent(), /timeoutMs|maxChars/);
  await page.evaluate(() => {
    globalThis.hangs = false;
  });
  await page.click('#problem button');
  await settled(page);
});
