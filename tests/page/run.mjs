/**
 * The page end to end in Chromium. `node tests/page/run.mjs [ADDRESS] [WORD]`: with an address, the page that is served
 * there; with a word, only the tests whose names hold it. One line a test, then `N passed, N failed`.
 */
import { readdir } from 'node:fs/promises';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';

const [address, ...words] = process.argv.slice(2).toSorted((a, b) => Number(b.startsWith('http')) - Number(a.startsWith('http')));
const isAddress = address?.startsWith('http');
const word = (isAddress ? words[0] : address) ?? '';
const server = isAddress ? null : await serve();
const browser = await launch();
const site = { url: isAddress ? address : server.url, browser };

const folder = new URL('tests/', import.meta.url);
let [passed, failed] = [0, 0];
for (const file of (await readdir(folder)).toSorted()) {
  const { tests } = await import(new URL(file, folder));
  for (const [name, test] of Object.entries(tests)) {
    if (!name.includes(word)) continue;
    const started = performance.now();
    try {
      await test(site);
      passed += 1;
      console.log(`ok   ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}\n     ${String(error.stack ?? error).replaceAll('\n', '\n     ')}`);
    } finally {
      await Promise.all(browser.contexts().map(context => context.close()));
    }
  }
}
await browser.close();
server?.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
