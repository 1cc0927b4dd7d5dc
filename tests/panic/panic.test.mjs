/**
 * What follows a panic of the module, in a copy of the package whose module panics when a text asks for it: cargo feature
 * `panic-on-request`.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { open } from '../chromium/browser.mjs';
import { browserTests } from '../chromium/fixture.mjs';
import { ROOT } from '../chromium/server.mjs';

const test = browserTests();
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(join(ROOT, 'www/nutgraf'), join(folder, 'nutgraf'), { recursive: true });
cpSync(join(ROOT, 'target/panic/pkg'), join(folder, 'nutgraf/pkg'), { recursive: true });
writeFileSync(
  join(folder, 'index.html'),
  '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script>',
);
writeFileSync(
  join(folder, 'main.js'),
  `import { createAnalyzer } from './nutgraf/index.js';
  const Plain = Worker;
  globalThis.workers = 0;
  globalThis.Worker = class extends Plain {
    constructor(...all) {
      super(...all);
      globalThis.workers += 1;
    }
  };
  globalThis.analyzer = createAnalyzer();`,
);

test('a panic is told with its place, and the next text is read by a new worker', async ({ browser, serve }) => {
  const { url } = await serve({ '/': folder });
  const { page, record } = await open(browser, url);
  await page.waitForFunction(() => globalThis.analyzer);
  const { thread, code, name, workers } = await page.evaluate(async () => {
    const code = await analyzer.analyze('panic!').then(
      () => 'read',
      error => error.code,
    );
    const report = await analyzer.analyze('Mayor Ana Lowe resigned.');
    return { thread: analyzer.thread, code, name: report.entities[0].name, workers: globalThis.workers };
  });
  assert.equal(thread, 'worker');
  assert.equal(code, 'internal');
  assert.equal(name, 'Ana Lowe');
  assert.equal(workers, 2);
  const [fault, ...others] = record.console.filter(line => line.startsWith('error'));
  assert.match(fault, /nutgraf: panicked at src\/wasm\/panic\.rs:\d+:\d+:\s+the text asked for a panic/);
  assert.deepEqual(others, []);
});
