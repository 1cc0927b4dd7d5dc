/**
 * The packed package in a browser extension: a page of it has a worker, its service worker reads in its own thread.
 */
import assert from 'node:assert/strict';
import { ARGUMENTS, EXECUTABLE, require } from '../chromium/browser.mjs';
import { barePage } from './installed.mjs';

const { chromium } = require('playwright-core');
const MANIFEST = {
  manifest_version: 3,
  name: 'Names',
  version: '1',
  background: { service_worker: 'service.js', type: 'module' },
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
};
const FILES = {
  'manifest.json': JSON.stringify(MANIFEST),
  'page.html': '<!DOCTYPE html><title>x</title><script type="module" src="page.js"></script>',
  'page.js': `import { createAnalyzer } from './nutgraf/index.js';
    const analyzer = createAnalyzer();
    analyzer.entities('Mayor Ana Lowe resigned.').then(([{ name }]) => { document.title = name + ', ' + analyzer.thread; }, error => { document.title = error.message; });`,
  'service.js': `import { entities, init } from './nutgraf/core.js';
    self.read = init().then(() => entities('Mayor Ana Lowe resigned.')[0].name, String);`,
};

export async function readInExtension() {
  const folder = barePage('extension', FILES);
  const loading = [
    '--headless=new',
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
  ];
  const context = await chromium.launchPersistentContext('', {
    executablePath: EXECUTABLE,
    headless: false,
    args: [...ARGUMENTS, ...loading],
  });
  try {
    const service = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    assert.equal(await service.evaluate(() => self.read), 'Ana Lowe');
    const page = await context.newPage();
    await page.goto(new URL('page.html', service.url()).href);
    await page.waitForFunction(() => document.title !== 'x');
    assert.equal(await page.title(), 'Ana Lowe, worker');
  } finally {
    await context.close();
  }
}
