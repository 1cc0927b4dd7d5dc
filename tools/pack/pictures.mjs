/**
 * The pictures of the README, taken of the page as it is, and the icons of the extension: `cargo xtask pictures`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open } from '../../tests/chromium/browser.mjs';
import { serve } from '../../tests/chromium/server.mjs';
import { readSample } from '../../tests/chromium/steps.mjs';
import { drawIcons } from './icons.mjs';
import { ROOT } from './shared.mjs';

const PICTURES = [
  { name: 'summary-light', panel: 'summary', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'quotes-dark', panel: 'quotes', options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } },
  { name: 'names-phone', panel: 'entities', options: { viewport: { width: 390, height: 780 } } },
];

/** An article that is openly licensed, as the README says below the pictures. */
const SAMPLE = 'Ahmed Mohamed';

const folder = join(ROOT, 'tools/pack/pictures');
mkdirSync(folder, { recursive: true });
const [site, browser] = await Promise.all([serve(), launch()]);
for (const { name, panel, options } of PICTURES) {
  const { page } = await open(browser, site.url, options);
  await readSample(page, SAMPLE);
  await page.click(`#tab-${panel}`);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`tools/pack/pictures/${name}.png`);
}
await drawIcons(browser);
await browser.close();
site.close();
