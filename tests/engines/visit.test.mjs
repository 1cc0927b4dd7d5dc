/**
 * A visit from end to end in the engines beside Chromium's: the page and the element.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, serve } from '../chromium/server.mjs';
import { BROWSERS, Browser } from './webdriver.mjs';

const ARTICLE = `Mayor resigns after vote

By Cleo Park

Mayor Ana Lowe resigned on Sunday after a long vote in the council of the town, which had argued all night about the harbour.

“I am tired,” Lowe said in a short speech on the steps of the hall. “The work will go on without me.”

Bob Hale will follow her in June, the council said, and the plan for the harbour will be dropped at once.

The town of 40,000 has had three mayors since 2019, and the port has lost a third of its ships to the south.

“Nobody asked me about it,” Hale said after the vote.`;

const PANELS = ['summary', 'entities', 'quotes', 'timeline', 'facts'];
const [CONTROL, RELEASE, RIGHT] = ['\uE009', '\uE000', '\uE014'];

/** Keeps what goes wrong in the page from now on: not every browser tells its driver. */
const watch = () => {
  window.faults = [];
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    window.addEventListener(type, event =>
      window.faults.push(`${type}: ${event.message ?? event.reason ?? event.blockedURI}`),
    );
  for (const level of ['error', 'warn']) {
    const write = window.console[level];
    window.console[level] = (...words) => {
      window.faults.push(`${level}: ${words.join(' ')}`);
      write.apply(window.console, words);
    };
  }
};

const textOf = selector => document.querySelector(selector)?.textContent ?? '';
const settled = () => /^Read \d/.test(document.getElementById('status')?.textContent ?? '');

/** Cuts an article out of the box, so that it comes back from the clipboard as a reader's would. */
async function pasteArticle(browser) {
  await browser.until(() => document.querySelector('#samples button'));
  await browser.evaluate(text => {
    const box = document.getElementById('text');
    box.value = text;
    box.focus();
  }, ARTICLE);
  await browser.type('#text', `${CONTROL}ax${RELEASE}`);
  assert.equal(await browser.evaluate(() => document.getElementById('text').value), '');
  await browser.type('#text', `${CONTROL}v${RELEASE}`);
  await browser.until(settled);
}

async function readPage(browser, url) {
  await browser.open(url);
  await browser.evaluate(watch);
  await pasteArticle(browser);
  assert.equal(await browser.evaluate(textOf, '.ng-article h2'), 'Mayor resigns after vote');
  for (const panel of PANELS) {
    await browser.click(`#tab-${panel}`);
    await browser.until(id => document.getElementById(id).getClientRects().length > 0, `panel-${panel}`);
    assert.match(await browser.evaluate(textOf, `#panel-${panel}`), /Lowe|2019|Cleo Park/, panel);
  }

  await browser.click('#tab-summary');
  assert.match(await browser.evaluate(textOf, '.ng-summary-body'), /^3 sentences/);
  await browser.type('[data-role=length]', RIGHT);
  await browser.until(() => /^4 sentences/.test(document.querySelector('.ng-summary-body').textContent));

  await browser.click('#tab-entities');
  await browser.click('.ng-card.ng-k-people > summary');
  await browser.click('.ng-card[open] .ng-correct > summary');
  await browser.choose('.ng-card[open] [data-choice=retype]', 'place');
  await browser.click('.ng-card[open] [data-role=retype]');
  await browser.until(() => /Ana Lowe/.test(document.querySelector('.ng-card.ng-k-places')?.textContent ?? ''));

  const { name, corrections } = await exportJson(browser);
  assert.match(name, /^mayor-resigns-after-vote.*\.json$/);
  assert.deepEqual(
    corrections.map(({ op, entity, kind }) => [op, entity.name, kind]),
    [['retype', 'Ana Lowe', 'place']],
  );
  assert.equal(await browser.evaluate(textOf, '#problem'), '');
}

/** Makes an export; the file is looked at instead of being saved. */
async function exportJson(browser) {
  await browser.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
      blob.text().then(text => {
        window.saved.text = text;
      });
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved.name = this.download;
    };
    window.saved = {};
  });
  await browser.click('#export');
  await browser.click('#export-choices [data-kind=json]');
  const { name, text } = await browser.until(() => window.saved.name && window.saved.text && window.saved);
  return { name, ...JSON.parse(text) };
}

async function readElement(browser, url) {
  await browser.open(url);
  await browser.evaluate(watch);
  const isInside = selector => !!document.querySelector('nutgraf-article').shadowRoot?.querySelector(selector);
  await browser.until(isInside, '.ng-mention');
  for (const panel of PANELS) assert.ok(await browser.evaluate(isInside, `[data-panel=${panel}]`), panel);
  const file = await browser.evaluate(() => document.querySelector('nutgraf-article').export('csv-quotes').content);
  assert.match(file, /I am tired/);
}

const SITES = [
  { visit: readPage, folders: {} },
  { visit: readElement, folders: { '/nutgraf/': join(ROOT, 'www/nutgraf'), '/': join(ROOT, 'tests/engines/site') } },
];

for (const name of Object.keys(BROWSERS)) {
  test(`the page and the element are used in ${name}`, { timeout: 240_000 }, async t => {
    const browser = await Browser.launch(name);
    t.after(() => browser.close());
    for (const { visit, folders } of SITES) {
      const site = await serve(folders);
      t.after(() => site.close());
      await visit(browser, site.url);
      assert.deepEqual(await browser.evaluate(() => window.faults), []);
    }
    assert.deepEqual(await browser.complaints(), []);
  });
}
