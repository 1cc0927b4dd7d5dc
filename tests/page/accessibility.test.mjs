/**
 * Rules of WCAG that a program can check, in every dress of the page.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../chromium/axe.mjs';
import { open, require } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { ROOT } from '../chromium/server.mjs';
import { readSample } from '../chromium/steps.mjs';

const DRESSES = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  '320 pixels': { viewport: { width: 320, height: 700 } },
  '768 pixels, dark': { viewport: { width: 768, height: 1000 }, colorScheme: 'dark' },
};

async function everyView(page) {
  const broken = () => violations((run, ...args) => page.evaluate(run, ...args));
  const found = await broken();
  await readSample(page);
  for (const panel of ['summary', 'entities', 'quotes', 'timeline', 'facts']) {
    await page.click(`#tab-${panel}`);
    await page.evaluate(() =>
      document.querySelectorAll('[role=tabpanel]:not([hidden]) details').forEach((card, index) => {
        card.open = index < 4;
      }),
    );
    found.push(...(await broken()).map(v => `${panel}: ${v}`));
  }
  if (await page.isVisible('#tab-text')) await page.click('#tab-text');
  await page.click('#legend [name=paragraphs]');
  found.push(...(await broken()).map(v => `paragraphs: ${v}`));
  await page.click('#view-edit');
  found.push(...(await broken()));
  for (const dialog of ['export', 'share', 'help']) {
    await page.click(`#${dialog}`);
    found.push(...(await broken()).map(v => `${dialog}: ${v}`));
    await page.keyboard.press('Escape');
  }
  return found;
}

const test = pageTests();

for (const [dress, options] of Object.entries(DRESSES)) {
  test(`no rule is broken: ${dress}`, async ({ browser, url }) => {
    const { page } = await open(browser, url, { bypassCSP: true, ...options });
    assert.deepEqual(await everyView(page), []);
  });
}

test('targets are at least 24 pixels high or stand in a sentence', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  const small = await page.$$eval('button, select, input:not([type=hidden]):not([type=file]), summary', all =>
    all
      .filter(e => e.checkVisibility() && !e.closest('label') && e.getBoundingClientRect().height < 24)
      .map(e => e.outerHTML.slice(0, 90)),
  );
  assert.deepEqual(small, []);
});

test('the page is valid HTML', async () => {
  const { HtmlValidate, FileSystemConfigLoader } = require('html-validate');
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'error', 'prefer-native-element': 'off' },
    }),
  );
  const result = await validator.validateString(readFileSync(join(ROOT, 'www/index.html'), 'utf8'));
  assert.deepEqual(
    result.results.flatMap(({ messages }) => messages.map(m => `${m.line}: ${m.ruleId} ${m.message}`)),
    [],
  );
});
