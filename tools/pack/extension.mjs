/**
 * The extension, once for Chromium and once for Firefox: a folder that a browser loads, and the archive that a store takes.
 * Its panel is the page, with the open tab as one more way in.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archive } from './archive.mjs';
import { bundle, OUT, PACKAGE, ROOT, substitute, WWW } from './shared.mjs';

const SOURCE = join(WWW, 'extension');
const BROWSERS = ['chromium', 'firefox'];

export async function makeExtensions() {
  const files = await sharedFiles();
  for (const browser of BROWSERS) {
    const own = { ...files, 'manifest.json': manifest(browser) };
    for (const [name, content] of Object.entries(own)) write(join(OUT, `extension-${browser}`, name), content);
    writeFileSync(join(OUT, `nutgraf-${browser}.zip`), archive(own));
  }
}

/** What both browsers get, by name. */
async function sharedFiles() {
  const read = (folder, file) => readFileSync(join(folder, file));
  const samples = readdirSync(join(ROOT, 'seeds')).filter(file => file.endsWith('.txt'));
  const icons = readdirSync(join(SOURCE, 'icons'));
  return {
    'panel.html': panel(),
    'panel.js': await readable(join(WWW, 'page.js'), { format: 'esm', plugins: [besideTab] }),
    'page.css': read(WWW, 'page.css'),
    'panel.css': read(SOURCE, 'panel.css'),
    'permissions.html': read(SOURCE, 'permissions.html'),
    'permissions.css': read(SOURCE, 'permissions.css'),
    'background.js': await readable(join(SOURCE, 'background.js')),
    'in-page.js': await readable(join(SOURCE, 'in-page/index.js')),
    'marks.css': read(SOURCE, 'marks.css'),
    'worker.js': await readable(join(PACKAGE, 'worker.js')),
    'pkg/nutgraf_bg.wasm': read(PACKAGE, 'pkg/nutgraf_bg.wasm'),
    ...Object.fromEntries(samples.map(file => [`seeds/${file}`, read(join(ROOT, 'seeds'), file)])),
    ...Object.fromEntries(icons.map(file => [`icons/${file}`, read(join(SOURCE, 'icons'), file)])),
    ...Object.fromEntries(['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE'].map(file => [file, read(ROOT, file)])),
  };
}

/** A store wants to read what it offers, so nothing is minified, and modules keep their own address. */
function readable(entry, options) {
  return bundle(entry, { minify: false, define: {}, ...options });
}

/** The tab of the web, which is none, replaced by the one of the extension. */
const besideTab = {
  name: 'beside-tab',
  setup(build) {
    build.onResolve({ filter: /\/tab\.js$/ }, () => ({ path: join(SOURCE, 'tab.js') }));
  },
};

function panel() {
  return substitute(readFileSync(join(WWW, 'index.html'), 'utf8'), [
    ['<html ', '<html data-beside '],
    ['href="icon.svg" type="image/svg+xml"', 'href="icons/32.png" type="image/png"'],
    ['  <script src="theme.js"></script>\n', ''],
    [
      '<link rel="stylesheet" href="page.css">',
      '<link rel="stylesheet" href="page.css">\n  <link rel="stylesheet" href="panel.css">',
    ],
    ['src="page.js"', 'src="panel.js"'],
    [
      '<h3>Privacy</h3>',
      '<h3>Privacy</h3>\n    <p><a href="permissions.html" target="_blank">What the extension may do, and why</a></p>',
    ],
  ]);
}

/** What all browsers are told, and what this one is told beside or instead. */
function manifest(browser) {
  const part = name => JSON.parse(readFileSync(join(SOURCE, `${name}.json`), 'utf8'));
  return JSON.stringify({ ...part('manifest'), ...part(browser) }, null, 2);
}

function write(file, content) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}
