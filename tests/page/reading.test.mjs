/**
 * The main way through the page: something goes in, and what it holds comes out.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { paste, readSample, SEED, settled } from '../chromium/steps.mjs';

const test = pageTests();

test('a sample is read and shown with an empty console', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  await readSample(page);
  assert.ok((await page.locator('.ng-mention').count()) > 20);
  for (const panel of ['summary', 'entities', 'quotes', 'timeline', 'facts']) {
    await page.click(`#tab-${panel}`);
    assert.ok((await page.textContent(`#panel-${panel}`)).length > 20, panel);
  }
  assert.deepEqual(record.console, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

test('the marked text is the text, character by character', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  const shown = await page.$$eval('.ng-block', blocks =>
    blocks.map(block => {
      block.querySelector('.ng-block-kind')?.remove();
      return block.textContent;
    }),
  );
  const squeezed = text => text.replace(/\s+/g, '');
  assert.equal(squeezed(shown.join('')), squeezed(SEED));
});

test('pasting plain text reads it at once', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': 'Mayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said.' });
  assert.match(await settled(page), /^Read 11 words/);
  assert.equal(await page.getAttribute('html', 'data-view'), 'read');
});

test('a range of days is one entry of the timeline', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/plain':
      'The library will be closed from November 20 to December 11, 2025, Mayor Ana Lowe said. It opens on January 5, 2026.',
  });
  await settled(page);
  await page.click('#tab-timeline');
  assert.deepEqual(await page.locator('.ng-timeline .ng-words').allTextContents(), [
    'November 20 to December 11, 2025',
    'January 5, 2026',
  ]);
});

test('typing is read a moment after the last key, and the newest text counts', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.locator('#text').pressSequentially('Ana Lowe resigned. Bob Hale stayed.', { delay: 5 });
  // A slow machine may pause between keys: what counts is what is said in the end.
  await page
    .locator('#status')
    .filter({ hasText: /^Read 6 words/ })
    .waitFor();
  assert.equal(await page.getAttribute('html', 'data-view'), 'edit');
});
