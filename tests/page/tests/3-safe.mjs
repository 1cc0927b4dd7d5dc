/**
 * Nothing leaves the page, nothing in an article can act, and what goes wrong is said.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../browser.mjs';
import { ROOT, serve } from '../server.mjs';
import { download, paste, readSample, SEED, settled } from '../steps.mjs';
import { PAYLOADS } from '../payloads.mjs';

export const tests = {
  async 'after it has loaded, the page asks the network for nothing'({ browser, url }) {
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
    assert.deepEqual(record.requests.filter(address => !address.startsWith(home)), []);
  },

  async 'it goes on without a network'({ browser, url }) {
    const { page, context } = await open(browser, url);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await readSample(page);
    assert.ok(await page.locator('.ng-mention').count() > 20);
  },

  async 'nothing in an article can act'({ browser, url }) {
    assert.ok(PAYLOADS.length >= 150, `${PAYLOADS.length} payloads`);
    const { page, record } = await open(browser, url);
    await page.waitForLoadState('networkidle');
    const requests = record.requests.length;
    const text = PAYLOADS.map(p => `Ana ${p} Lowe said “${p}” on Sunday.`).join('\n\n');
    await paste(page, { 'text/plain': text });
    await settled(page);
    await page.click('#tab-entities');
    await page.evaluate(() => document.querySelectorAll('details').forEach(card => { card.open = true; }));
    for (const payload of PAYLOADS) await paste(page, { 'text/html': `<h1>${payload}</h1><p>${payload}</p>`, 'text/plain': payload }).catch(() => {});
    await page.fill('#url', 'javascript:globalThis.attacked=1').catch(() => {});
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
    assert.equal(await page.locator('main script, main img, main iframe, main object, main embed, main svg script, main form').count(), 0);
    assert.deepEqual(await page.$$eval('main *', all => all.flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on'))), []);
    assert.deepEqual(await page.$$eval('main a', all => all.map(a => a.getAttribute('href')).filter(href => href && !href.startsWith('#'))), []);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    assert.deepEqual(record.requests.slice(requests), []);
    assert.deepEqual(record.console, []);
  },

  async 'pasted markup is read without being run'({ browser, url }) {
    const { page, record } = await open(browser, url);
    await page.waitForLoadState('networkidle');
    const requests = record.requests.length;
    const html = `<p>Ana Lowe resigned.</p>${PAYLOADS.join('')}`;
    await paste(page, { 'text/html': html, 'text/plain': 'x' });
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
    assert.deepEqual(record.requests.slice(requests), []);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  },

  async 'cells of a table cannot become formulas, nor text become markup'({ browser, url }) {
    const { page } = await open(browser, url);
    await paste(page, { 'text/plain': '“=cmd|calc!A1 is what I want,” Ana Lowe said.\n\n“+1 for </script><b>this</b> plan of ours,” Bob Hale said.' });
    await settled(page);
    const rows = (await download(page, 'csv-quotes')).split('\r\n').slice(1, -1);
    assert.ok(rows.length >= 2, rows.join('\n'));
    for (const row of rows) assert.doesNotMatch(row, /^"?[=+\-@]/);
    assert.doesNotMatch(await download(page, 'jsonld'), /</);
    assert.doesNotMatch(await download(page, 'markdown'), /(^|[^\\])<b>/);
  },

  async 'characters that cannot be seen are shown'({ browser, url }) {
    const { page } = await open(browser, url);
    await paste(page, { 'text/plain': 'Ana\u202eLowe res\u200bigned. Nobody else left the council.' });
    await settled(page);
    assert.deepEqual(await page.locator('.ng-article .ng-hidden-character').allTextContents(), ['U+202E', 'U+200B']);
  },

  async 'a missing worker falls back to this thread, a missing module is said with a retry'({ browser }) {
    const site = await serve();
    try {
      site.broken.add('/nutgraf/worker.js');
      const first = await open(browser, site.url);
      await readSample(first.page);
      site.broken.add('/nutgraf/pkg/nutgraf_bg.wasm');
      const second = await open(browser, site.url);
      await second.page.locator('#problem').filter({ hasText: 'nutgraf_bg.wasm' }).waitFor({ timeout: 25_000 });
      site.broken.clear();
      await second.page.click('#problem button');
      await second.page.locator('#problem').filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
      await readSample(second.page);
    } finally {
      site.close();
    }
  },

  async 'the main thread is never held for long by an article of a thousand words'({ browser, url }) {
    const { page } = await open(browser, url);
    await page.waitForLoadState('networkidle');
    // Scripts are warmed up by a first text, as they are for a reader who tries a sample.
    await readSample(page);
    await page.click('#new');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    const before = await busy();
    await paste(page, { 'text/plain': `${SEED}\n\n${SEED}\n\n${SEED}` });
    await settled(page);
    const spent = await busy() - before;
    // All tasks together, in the thread's own time: each is shorter still.
    assert.ok(spent < 400, `${spent.toFixed()} ms of the main thread`);
  },

  async 'the sources hold no way from text to markup or code'() {
    const sinks = /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTMLUnsafe|createContextualFragment|srcdoc)\b/;
    const files = readdirSync(join(ROOT, 'www'), { recursive: true }).filter(file => /\.js$/.test(file) && !file.includes('/pkg/'));
    assert.ok(files.length > 30);
    for (const file of files) assert.doesNotMatch(readFileSync(join(ROOT, 'www', file), 'utf8'), sinks, file);
  },
};
