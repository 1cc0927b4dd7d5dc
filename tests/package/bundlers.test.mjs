/**
 * The package built with each bundler, unconfigured, and shown in a page.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { require } from '../chromium/browser.mjs';
import { browserTests } from '../chromium/fixture.mjs';
import { builtTitle, htmlPage, installed, project, titleOf, tool, vite } from './installed.mjs';

const test = browserTests();

/** What a bundled program does: reads a text and shows the names. */
const PROGRAM = `
const text = 'Mayor Ana Lowe resigned on Sunday.';
read(text).then(report => { document.title = report.entities.filter(e => e.kind === 'person').map(e => e.name).join(', '); }, error => { document.title = 'failed: ' + error.message; });
`;
const CLIENT = `import { createAnalyzer } from 'nutgraf';\nconst analyzer = createAnalyzer();\nconst read = text => analyzer.analyze(text).then(report => { document.body.dataset.thread = analyzer.thread; return report; });\n${PROGRAM}`;
const INLINE = `import { analyze, init } from 'nutgraf/inline';\nconst read = text => init().then(() => analyze(text));\n${PROGRAM}`;

test('vite builds a page with the worker', async fixture => {
  const folder = project('vite', CLIENT);
  const { build } = await vite();
  await build({ root: folder, logLevel: 'error' });
  assert.equal(await builtTitle(fixture, join(folder, 'dist')), 'Ana Lowe');
});

test('vite serves a page with the worker', async fixture => {
  const folder = project('vite-dev', CLIENT);
  const { createServer } = await vite();
  const server = await createServer({ root: folder, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  try {
    assert.match(await titleOf(fixture.browser, server.resolvedUrls.local[0]), /Ana Lowe/);
  } finally {
    await server.close();
  }
});

test('webpack builds a page with the worker', async fixture => {
  const folder = project('webpack', CLIENT);
  const compiler = tool('webpack')({
    mode: 'production',
    context: folder,
    entry: './main.js',
    output: { path: join(folder, 'dist'), publicPath: 'auto' },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.deepEqual(stats.compilation.errors.map(String), []);
  writeFileSync(join(folder, 'dist/index.html'), htmlPage('<script src="main.js"></script>'));
  assert.equal(await builtTitle(fixture, join(folder, 'dist')), 'Ana Lowe');
});

test('rollup and esbuild build a page with the module inside', async fixture => {
  const folder = project('inline', INLINE);
  const page = htmlPage('<script type="module" src="main.js"></script>');
  await require('esbuild').build({
    entryPoints: [join(folder, 'main.js')],
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'esbuild/main.js'),
    logLevel: 'error',
  });
  const own = { name: 'own', resolveId: id => (id === 'nutgraf/inline' ? join(installed, 'inline.js') : null) };
  const bundle = await tool('rollup').rollup({ input: join(folder, 'main.js'), plugins: [own] });
  await bundle.write({ dir: join(folder, 'rollup'), format: 'es' });
  for (const made of ['esbuild', 'rollup']) {
    writeFileSync(join(folder, made, 'index.html'), page);
    assert.equal(await builtTitle(fixture, join(folder, made)), 'Ana Lowe', made);
  }
});

test('react and vue show the element and hear its events', async fixture => {
  const folder = project(
    'frameworks',
    `import { createElement, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import { createApp, h } from 'vue/dist/vue.esm-bundler.js';
    import 'nutgraf/element/define';
    const heard = new Set();
    const hear = name => event => { heard.add(name + ' ' + event.detail.report.sentences.length); document.title = [...heard].sort().join(', '); };
    const boxes = ['react', 'vue'].map(id => document.body.appendChild(Object.assign(document.createElement('div'), { id })));
    const App = () => createElement('nutgraf-article', { text: 'Ana Lowe resigned.', 'onnutgraf-report': hear('react') });
    createRoot(boxes[0]).render(createElement(App));
    createApp({ render: () => h('nutgraf-article', { text: 'Bob Hale stayed.', onNutgrafReport: hear('vue') }) }).mount(boxes[1]);`,
  );
  const { build } = await vite();
  await build({ root: folder, logLevel: 'error' });
  assert.equal(await builtTitle(fixture, join(folder, 'dist'), /react 1, vue 1|failed/), 'react 1, vue 1');
});
