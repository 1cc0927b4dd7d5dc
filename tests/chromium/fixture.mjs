/**
 * `test` for what needs Chromium: one browser for the tests of a file, and nothing left open between them.
 */
import { after, afterEach, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';

/**
 * @typedef {object} Fixture
 * @property {import('playwright-core').Browser} browser
 * @property {typeof serve} serve until the end of the test
 */

/**
 * To be called once, at the top of a file of tests.
 *
 * @returns {(name: string, run: (fixture: Fixture, context: import('node:test').TestContext) => Promise<void>) => void}
 */
export function browserTests() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  const sites = [];
  before(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    for (const site of sites.splice(0)) site.close();
  });
  after(() => browser?.close());

  const serveForTest = async (...what) => {
    const site = await serve(...what);
    sites.push(site);
    return site;
  };
  return (name, run) => test(name, context => run({ browser, serve: serveForTest }, context));
}

/**
 * The same for tests of the page, which find its address in the fixture.
 *
 * @returns {(name: string, run: (fixture: Fixture & { url: string }) => Promise<void>) => void}
 */
export function pageTests() {
  const test = browserTests();
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let site;
  before(async () => {
    site = await serve();
  });
  after(() => site?.close());
  return (name, run) => test(name, fixture => run({ ...fixture, url: site.url }));
}
