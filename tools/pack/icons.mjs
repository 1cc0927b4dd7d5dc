/**
 * The icon of the extension in the sizes that browsers ask for, drawn by Chromium.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WWW } from './shared.mjs';

const SIZES = [16, 32, 48, 128];
const FOLDER = join(WWW, 'extension/icons');

/** @param {import('playwright-core').Browser} browser */
export async function drawIcons(browser) {
  mkdirSync(FOLDER, { recursive: true });
  const svg = readFileSync(join(WWW, 'icon.svg')).toString('base64');
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img style="display:block" width="${size}" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
    await page.close();
    console.log(`www/extension/icons/${size}.png`);
  }
}
