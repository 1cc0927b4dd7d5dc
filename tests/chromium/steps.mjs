/**
 * Steps that many tests take.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './server.mjs';

export const SEED = readFileSync(join(ROOT, 'seeds/000_a8c64b679af5019a.txt'), 'utf8');

/** Waits for the line that says a text was read, and returns it. */
export async function settled(page) {
  const status = page.locator('#status');
  await status.filter({ hasText: /^Read / }).waitFor();
  return status.textContent();
}

/** Does something that has the text read again, and waits until it was. */
export async function settledAgain(page, act) {
  await page.evaluate(() => {
    document.getElementById('status').textContent = '';
  });
  await act();
  return settled(page);
}

/** Reads the first sample whose title holds these words. */
export async function readSample(page, words = '') {
  await page.locator('#samples button', { hasText: words }).first().click();
  return settled(page);
}

/**
 * Pastes into the box as a browser would.
 *
 * @param {Record<string, string>} data by type
 */
export async function paste(page, data) {
  await page.evaluate(data => {
    const transfer = new DataTransfer();
    for (const [type, content] of Object.entries(data)) transfer.setData(type, content);
    document
      .getElementById('text')
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
}

/** Makes an export and returns what the file holds. */
export async function download(page, kind) {
  await page.click('#export');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`#export-choices [data-kind=${kind}]`)]);
  return readFileSync(await file.path(), 'utf8');
}

/** Answers 404 for a file of the site, until `context.unrouteAll()`. */
export function withhold(context, file) {
  return context.route(`**/${file}`, route => route.fulfill({ status: 404, body: '' }));
}
