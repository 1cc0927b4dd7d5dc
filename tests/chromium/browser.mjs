/**
 * Chromium for the tests, and what every page is watched for: messages on the console, errors, policy violations, requests.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './server.mjs';

export const require = createRequire(join(ROOT, 'target/tools/package.json'));

const { chromium } = require('playwright-core');
export const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/**
 * A fresh page with its record.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const record = { console: [], requests: [] };
  page.on('console', message => record.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => record.console.push(`error: ${error.message}`));
  context.on('request', request => record.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', event =>
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  if (url) await page.goto(url);
  return { page, record, context };
}
