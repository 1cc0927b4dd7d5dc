/**
 * The packed tarball, used as others would: installed into an empty folder and built with each bundler, unconfigured.
 * `cargo xtask pack` must have run. One line a test, then `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch, open } from '../page/browser.mjs';
import { ROOT, policy, serve } from '../page/server.mjs';
import { readSample, SEED } from '../page/steps.mjs';
import { clientTests } from './client.mjs';
import { inExtension } from './extension.mjs';

const PACKED = join(ROOT, 'target/pack');
const TOOLS = join(ROOT, 'target/tools/package');
const tarball = join(PACKED, readdirSync(PACKED).find(file => file.endsWith('.tgz')));
installTools();
const tool = createRequire(join(TOOLS, 'package.json'));
const esbuild = createRequire(join(ROOT, 'target/tools/package.json'))('esbuild');
const home = makeHome();
const browser = await launch();

/** What a bundled program does: reads a text and shows the names. */
const PROGRAM = `
const text = 'Mayor Ana Lowe resigned on Sunday.';
read(text).then(report => { document.title = report.entities.filter(e => e.kind === 'person').map(e => e.name).join(', '); }, error => { document.title = 'failed: ' + error.message; });
`;
const CLIENT = `import { createAnalyzer } from 'nutgraf';\nconst analyzer = createAnalyzer();\nconst read = text => analyzer.analyze(text).then(report => { document.body.dataset.thread = analyzer.thread; return report; });\n${PROGRAM}`;
const INLINE = `import { analyze, init } from 'nutgraf/inline';\nconst read = text => init().then(() => analyze(text));\n${PROGRAM}`;

const tests = {
  ...clientTests(browser, home),

  async 'publint finds nothing'() {
    run('publint', [join(home, 'node_modules/nutgraf'), '--strict']);
  },

  async 'are the types wrong? no'() {
    const assets = ['nutgraf.wasm', 'schema.json', 'custom-elements.json', 'package.json'];
    run('attw', [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...assets]);
  },

  async 'every entry can be imported without a DOM'() {
    for (const entry of ['', '/core', '/inline', '/element', '/element/define']) inNode(`await import('nutgraf${entry}');`);
  },

  async 'node reads a text'() {
    const printed = inNode(`import { createAnalyzer } from 'nutgraf'; console.log((await createAnalyzer().entities('Mayor Ana Lowe resigned.'))[0].name);`);
    assert.equal(printed.trim(), 'Ana Lowe');
    inNode(`import { analyze, initSync } from 'nutgraf/inline'; initSync(); if (analyze('Ana Lowe resigned.').sentences.length !== 1) throw 1;`);
  },

  async 'vite builds a page with the worker'() {
    const folder = project('vite', CLIENT);
    const vite = await import(pathToFileURL(join(TOOLS, 'node_modules/vite/dist/node/index.js')));
    await vite.build({ root: folder, logLevel: 'error' });
    assert.equal(await shown(join(folder, 'dist')), 'Ana Lowe');
  },

  async 'vite serves a page with the worker'() {
    const folder = project('vite-dev', CLIENT);
    const vite = await import(pathToFileURL(join(TOOLS, 'node_modules/vite/dist/node/index.js')));
    const server = await vite.createServer({ root: folder, logLevel: 'error', server: { port: 0 } });
    await server.listen();
    try {
      assert.match(await titleOf(server.resolvedUrls.local[0]), /Ana Lowe/);
    } finally {
      await server.close();
    }
  },

  async 'webpack builds a page with the worker'() {
    const folder = project('webpack', CLIENT);
    const compiler = tool('webpack')({ mode: 'production', context: folder, entry: './main.js', output: { path: join(folder, 'dist'), publicPath: 'auto' } });
    const stats = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
    assert.deepEqual(stats.compilation.errors.map(String), []);
    writeFileSync(join(folder, 'dist/index.html'), '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script src="main.js"></script>');
    assert.equal(await shown(join(folder, 'dist')), 'Ana Lowe');
  },

  async 'rollup and esbuild build a page with the module inside'() {
    const folder = project('inline', INLINE);
    const page = '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script type="module" src="main.js"></script>';
    await esbuild.build({ entryPoints: [join(folder, 'main.js')], bundle: true, format: 'esm', outfile: join(folder, 'esbuild/main.js'), logLevel: 'error' });
    const packageFolder = join(home, 'node_modules/nutgraf');
    const own = { name: 'own', resolveId: id => (id === 'nutgraf/inline' ? join(packageFolder, 'inline.js') : null) };
    const bundle = await tool('rollup').rollup({ input: join(folder, 'main.js'), plugins: [own] });
    await bundle.write({ dir: join(folder, 'rollup'), format: 'es' });
    for (const made of ['esbuild', 'rollup']) {
      writeFileSync(join(folder, made, 'index.html'), page);
      assert.equal(await shown(join(folder, made)), 'Ana Lowe', made);
    }
  },

  async 'a bare page under the strict policy uses the element'() {
    const folder = join(home, 'bare');
    mkdirSync(folder);
    cpSync(join(home, 'node_modules/nutgraf'), join(folder, 'nutgraf'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><script type="module" src="nutgraf/define.js"></script>
      <nutgraf-article reference-date="2025-06-30" panels="text summary quotes">Mayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said.</nutgraf-article>
      <nutgraf-article text="Bob Hale stayed." panels="entities" theme="dark"></nutgraf-article>`);
    const site = await serve({ folders: [['/', folder]], csp: await policy() });
    try {
      const { page, record } = await open(browser, site.url);
      const first = page.locator('nutgraf-article').first();
      await first.locator('.ng-mention').first().waitFor();
      assert.equal(await first.evaluate(e => e.report.article.published), '2025-06-30');
      assert.match(await first.locator('[part~=quotes]').textContent(), /I am tired/);
      assert.match(await page.locator('nutgraf-article').last().locator('.ng-card-name').first().textContent(), /Bob Hale/);
      const selected = first.evaluate(e => new Promise(resolve => e.addEventListener('nutgraf-select', event => resolve(event.detail), { once: true })));
      await first.locator('.ng-mention').first().click();
      assert.equal((await selected).kind, 'entity');
      assert.match(await first.evaluate(e => e.export('csv-quotes').content), /I am tired/);
      assert.deepEqual(record.console, []);
      assert.deepEqual(await page.evaluate(() => globalThis.violations), []);

      site.broken.add('/nutgraf/pkg/nutgraf_bg.wasm');
      for (const [heard, told] of [[false, 2], [true, 0]]) {
        const failing = await open(browser);
        await failing.page.addInitScript(heard => {
          globalThis.codes = [];
          addEventListener('nutgraf-error', event => {
            globalThis.codes.push(event.detail.code);
            if (heard) event.preventDefault();
          });
        }, heard);
        await failing.page.goto(site.url);
        await failing.page.waitForFunction(() => globalThis.codes.length === 2);
        assert.deepEqual(await failing.page.evaluate(() => globalThis.codes), ['load', 'load']);
        assert.equal(failing.record.console.filter(line => line.includes('nutgraf_bg.wasm') && line.includes('NutgrafError')).length, told);
      }
    } finally {
      site.close();
    }
  },

  async 'an extension uses it in a page and in its service worker'() {
    await inExtension(home);
  },

  async 'react and vue show the element and hear its events'() {
    const folder = project('frameworks', `import { createElement, useState } from 'react';
      import { createRoot } from 'react-dom/client';
      import { createApp, h } from 'vue/dist/vue.esm-bundler.js';
      import 'nutgraf/element/define';
      const heard = new Set();
      const hear = name => event => { heard.add(name + ' ' + event.detail.report.sentences.length); document.title = [...heard].sort().join(', '); };
      const boxes = ['react', 'vue'].map(id => document.body.appendChild(Object.assign(document.createElement('div'), { id })));
      const App = () => createElement('nutgraf-article', { text: 'Ana Lowe resigned.', 'onnutgraf-report': hear('react') });
      createRoot(boxes[0]).render(createElement(App));
      createApp({ render: () => h('nutgraf-article', { text: 'Bob Hale stayed.', onNutgrafReport: hear('vue') }) }).mount(boxes[1]);`);
    const vite = await import(pathToFileURL(join(TOOLS, 'node_modules/vite/dist/node/index.js')));
    await vite.build({ root: folder, logLevel: 'error' });
    assert.equal(await shown(join(folder, 'dist'), /react 1, vue 1|failed/), 'react 1, vue 1');
  },

  async 'the schema fits a real report'() {
    const Ajv = tool('ajv/dist/2020').default;
    const schema = JSON.parse(readFileSync(join(home, 'node_modules/nutgraf/schema.json'), 'utf8'));
    const text = JSON.stringify(SEED);
    const report = JSON.parse(inNode(`import { createAnalyzer } from 'nutgraf'; console.log(JSON.stringify(await createAnalyzer().analyze(${text}, { tokens: true })));`));
    const validate = new Ajv({ strict: true }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.ok(report.quotes.length && report.timeline.length && report.entities.length > 10);
  },

  async 'the one file works from disk without a network'() {
    const { page, record, context } = await open(browser);
    await context.setOffline(true);
    await page.goto(pathToFileURL(join(PACKED, 'nutgraf.html')).href);
    await readSample(page);
    assert.ok(await page.locator('.ng-mention').count() > 20);
    assert.deepEqual(record.console, []);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    assert.deepEqual(record.requests.filter(address => !/^(file|blob|data):/.test(address)), []);
  },

  async 'the site opens a second time without a network'() {
    const site = await serve({ folders: [['/', join(PACKED, 'site')]] });
    const { page, context } = await open(browser, site.url, { serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    site.close();
    await context.setOffline(true);
    await page.reload();
    await readSample(page);
  },

  async 'the script weighs what was promised'() {
    const weigh = async entry => {
      const { outputFiles: [file] } = await esbuild.build({ entryPoints: [join(home, 'node_modules/nutgraf', entry)], bundle: true, write: false, minify: true, format: 'esm', external: ['./engine.js'] });
      return gzipSync(file.contents).length;
    };
    const [client, element] = [await weigh('index.js'), await weigh('define.js')];
    console.log(`     client ${client} bytes gzip, element ${element} bytes gzip`);
    assert.ok(client <= 6 * 1024, `client: ${client}`);
    assert.ok(element <= 25 * 1024, `element: ${element}`);
  },
};

let [passed, failed] = [0, 0];
for (const [name, test] of Object.entries(tests)) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  const started = performance.now();
  try {
    await test();
    passed += 1;
    console.log(`ok   ${name} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${[error.stack, error.stdout, error.stderr].filter(Boolean).join('\n').replaceAll('\n', '\n     ')}`);
  } finally {
    await Promise.all(browser.contexts().map(context => context.close()));
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

/** The tools at their exact versions, installed once. */
function installTools() {
  const wanted = join(ROOT, 'tests/package/package.json');
  const mark = join(TOOLS, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(wanted, 'utf8')) return;
  mkdirSync(TOOLS, { recursive: true });
  cpSync(wanted, join(TOOLS, 'package.json'));
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: TOOLS, stdio: 'inherit' });
  cpSync(wanted, mark);
}

/** An empty folder in which only the tarball, and what the tests import beside it, is installed. */
function makeHome() {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'nutgraf'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'nutgraf')]);
  for (const name of ['react', 'react-dom', 'scheduler', 'vue', '@vue']) symlinkSync(join(TOOLS, 'node_modules', name), join(modules, name));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  return folder;
}

function project(name, program) {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.js'), program);
  writeFileSync(join(folder, 'index.html'), '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script type="module" src="/main.js"></script>');
  return folder;
}

function run(name, args) {
  return execFileSync(join(TOOLS, 'node_modules/.bin', name), args, { encoding: 'utf8', stdio: 'pipe' });
}

function inNode(program) {
  const file = join(home, 'program.mjs');
  writeFileSync(file, program);
  return execFileSync('node', [file], { encoding: 'utf8', stdio: 'pipe', cwd: home });
}

async function titleOf(url, wanted = /[^x]/) {
  const { page, record } = await open(browser, url);
  await page.waitForFunction(pattern => new RegExp(pattern).test(document.title), wanted.source, { timeout: 25_000 })
    .catch(error => { throw new Error(`${error.message}\n${record.console.join('\n')}`); });
  assert.deepEqual(record.console.filter(line => line.startsWith('error')), []);
  const thread = await page.evaluate(() => document.body.dataset.thread);
  assert.notEqual(thread, 'main', 'no worker was used');
  return page.title();
}

async function shown(folder, wanted) {
  const site = await serve({ folders: [['/', folder]], csp: "default-src 'self' 'wasm-unsafe-eval'; img-src data:" });
  try {
    return await titleOf(site.url, wanted);
  } finally {
    site.close();
  }
}
