/**
 * The extension in real browsers: its button is pressed on pages written for this, and both the panel and the page are
 * looked at.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from '../chromium/axe.mjs';
import { ROOT, serve } from '../chromium/server.mjs';
import { until } from '../engines/webdriver.mjs';
import { Chromium } from './chromium.mjs';
import { Firefox } from './firefox.mjs';

const PAGES = { '/': join(ROOT, 'tests/extension/pages') };
const PERMISSIONS = {
  chromium: ['activeTab', 'scripting', 'sidePanel'],
  firefox: ['activeTab', 'scripting'],
};

for (const [browser, permissions] of Object.entries(PERMISSIONS)) {
  test(`the extension for ${browser} asks for the open tab and nothing else`, () => {
    const file = join(ROOT, `target/pack/extension-${browser}/manifest.json`);
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(manifest.permissions, permissions);
    for (const more of ['host_permissions', 'optional_permissions', 'optional_host_permissions', 'content_scripts']) {
      assert.equal(manifest[more], undefined, more);
    }
    assert.doesNotMatch(manifest.content_security_policy.extension_pages, /https?:|'unsafe-|\*/);
    assert.ok(manifest.description.length <= 132, 'stores cut longer descriptions');
    for (const [size, icon] of Object.entries(manifest.icons)) {
      const png = readFileSync(join(file, '..', icon));
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(size), Number(size)], icon);
    }
  });
}

for (const engine of [Chromium, Firefox]) {
  const name = engine.name.toLowerCase();
  /** @param {(browser: InstanceType<typeof engine>, url: string) => Promise<void>} run */
  const visit = (what, run) =>
    test(`${name}: ${what}`, { timeout: 120_000 }, async t => {
      const site = await serve(PAGES);
      t.after(() => site.close());
      const browser = await engine.launch();
      t.after(() => browser.close());
      await run(browser, site.url);
      assert.deepEqual(browser.faults, []);
    });

  visit('the article of the tab is read and marked, and its page stays as it is', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    const before = await browser.inPage(state);
    assert.equal(before.changes, 0);
    await browser.press();
    await found(browser, /^Read /);
    const panel = await browser.inPanel(shown);
    assert.match(panel.note, /^Mayor resigns after vote - The Port Courier/);
    assert.equal(panel.headline, 'Mayor resigns after vote');
    assert.equal(panel.date, '2025-06-30');
    assert.deepEqual(panel.people.slice(0, 2), ['Ana Lowe', 'Bob Hale']);
    assert.deepEqual(panel.quotes, [
      ['Ana Lowe', 'I am tired'],
      ['Ana Lowe', 'The work will go on without me.'],
      ['Bob Hale', 'We will not close the bridge'],
    ]);
    assert.doesNotMatch(panel.text, /Cookie Office|Otto Reuss|newsletter|opens in a new window|Sport/);

    const marks = await marked(browser, 'nutgraf-people');
    assert.deepEqual(marks.people.slice(0, 5), ['Cleo Park', 'Ana Lowe', 'Lowe', 'Ida Brandt', 'Bob Hale']);
    assert.ok(marks.organisations.includes('Harbour Party'), marks.organisations);
    assert.ok(marks.places.includes('Velport'), marks.places);
    assert.ok(marks.quotes.includes('We will not close the bridge'), marks.quotes);
    assert.deepEqual(await browser.inPage(state), before);
  });

  for (const page of ['harbour', 'divs', 'live']) {
    visit(`every mark lies on the very words: ${page}`, async (browser, url) => {
      await browser.open(`${url}${page}.html`);
      await browser.press();
      await found(browser, /^Read /);
      const { people } = await marked(browser, 'nutgraf-people');
      assert.deepEqual(people, await browser.inPanel(peopleInText));
      assert.ok(people.length > 3, people.join());
    });
  }

  visit('every finding leads to its words in the page', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    await browser.press();
    await found(browser, /^Read /);
    await browser.inPanel(() => {
      const quotes = [...document.querySelectorAll('#panel-quotes .ng-go')];
      quotes.find(quote => /We will not close/.test(quote.textContent)).click();
    });
    const here = await marked(browser, 'nutgraf-here');
    assert.match(here.here.join(), /We will not close the bridge,” Hale told reporters/);
    assert.ok(await browser.inPage(isInSight));
  });

  visit('marks go when they are switched off, and with the panel', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    await browser.press();
    await found(browser, /^Read /);
    await marked(browser, 'nutgraf-people');
    const flip = () => browser.inPanel(() => document.querySelector('#tab input').click());
    await flip();
    await until(async () => Object.keys(await browser.inPage(marks)).length === 0, 'no marks');
    await flip();
    await marked(browser, 'nutgraf-people');
    await browser.closePanel();
    await until(async () => Object.keys(await browser.inPage(marks)).length === 0, 'no marks');
  });

  visit('another page of the tab is read when the button is pressed there', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    await browser.press();
    await found(browser, /^Read /);
    await browser.open(`${url}harbour-again.html`);
    await told(browser, /no longer shows this article/);
    await browser.press();
    await told(browser, /^Velport’s mayor steps down \| Coast Weekly/);
    await until(async () => (await browser.inPanel(shown)).people.includes('Mira Sandoval'), 'the names of the second');
    assert.ok((await marked(browser, 'nutgraf-people')).people.includes('Mira Sandoval'));
  });

  visit('an article is kept and compared with that of the next page', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    await browser.press();
    await found(browser, /^Read /);
    await browser.inPanel(() => document.getElementById('compare').click());
    await browser.open(`${url}harbour-again.html`);
    await browser.press();
    await found(browser, /^Compared\./);
    const { both, alone, quotations } = await browser.inPanel(compared);
    assert.ok(
      ['Ana Lowe', 'Bob Hale', 'Velport'].every(name => both.includes(name)),
      both.join(),
    );
    assert.ok(alone.includes('Mira Sandoval'), alone.join());
    assert.ok(
      quotations.some(words => /I am tired/.test(words)),
      quotations.join(),
    );
  });

  const losses = {
    removed: () => document.querySelector('article').remove(),
    replaced: () => {
      const texts = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) texts.currentNode.data = '–'.repeat(texts.currentNode.length);
    },
  };
  for (const [how, lose] of Object.entries(losses)) {
    visit(`words that the page has ${how} are shown in the panel`, async (browser, url) => {
      await browser.open(`${url}harbour.html`);
      await browser.press();
      await found(browser, /^Read /);
      await marked(browser, 'nutgraf-people');
      await browser.inPage(lose);
      assert.ok((await browser.inPage(state)).changes > 0, 'the page sees its own changes');
      await browser.inPanel(() => document.querySelector('#panel-quotes .ng-go').click());
      await until(() => browser.inPanel(() => document.querySelector('#text-view .ng-flash') !== null), 'the own text');
      assert.equal('nutgraf-here' in (await browser.inPage(marks)), false);
    });
  }

  visit('a page without an article says so, and its words can be read', async (browser, url) => {
    await browser.open(`${url}shop.html`);
    await browser.press();
    await told(browser, /^No article was found on this page/);
    await browser.inPanel(() => document.querySelector('#tab button').click());
    await found(browser, /^Read /);
    await browser.open(`${url}empty.html`);
    await browser.press();
    await told(browser, /^No article was found on this page\.$/);
  });

  visit('a page of the browser itself is left alone, with a reason', async browser => {
    await browser.open(name === 'chromium' ? 'chrome://version/' : 'about:support');
    await browser.press();
    await told(browser, /^The browser lets no extension read this page/);
  });

  visit('nothing leaves the panel and nothing is kept', async (browser, url) => {
    await browser.open(`${url}harbour.html`);
    await browser.press();
    await found(browser, /^Read /);
    const { addresses, kept } = await browser.inPanel(traces);
    const away = [...addresses, ...browser.requests].filter(address => !/^(chrome|moz)-extension:/.test(address));
    assert.deepEqual(away, []);
    assert.deepEqual(kept, { local: 0, session: 0, databases: 0, cookies: '' });
  });
}

test('chromium: no rule of accessibility is broken in the panel', { timeout: 120_000 }, async t => {
  const site = await serve(PAGES);
  t.after(() => site.close());
  const browser = await Chromium.launch();
  t.after(() => browser.close());
  await browser.open(`${site.url}harbour.html`);
  await browser.press();
  await found(browser, /^Read /);
  for (const panel of ['summary', 'entities', 'quotes', 'timeline', 'facts', 'text']) {
    await browser.inPanel(panel => document.getElementById(`tab-${panel}`).click(), panel);
    assert.deepEqual(await violations((...what) => browser.inPanel(...what)), [], panel);
  }
});

/** Waits until the line at the foot of the panel says this. */
function found(browser, words) {
  return until(
    async () => words.test(await browser.inPanel(() => document.getElementById('status').textContent)),
    `the panel to say ${words}`,
  );
}

/** Waits until the line at the head of the panel says this. */
function told(browser, words) {
  return until(
    async () => words.test(await browser.inPanel(() => document.getElementById('tab').textContent)),
    `the panel to tell ${words}`,
  );
}

/** Waits until the page has highlights of this name, and gives the words of all. */
async function marked(browser, name) {
  await until(async () => name in (await browser.inPage(marks)), `the marks ${name}`);
  const all = Object.entries(await browser.inPage(marks));
  return Object.fromEntries(all.map(([name, words]) => [name.replace('nutgraf-', ''), words]));
}

/* What runs in the page. */

function marks() {
  const squeezed = range =>
    String(range)
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ');
  return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(squeezed)]));
}

/** How the page is, and how often it was changed, as its own script has seen. */
function state() {
  return {
    html: document.documentElement.outerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    changes: performance.getEntriesByName('changed').length,
  };
}

function isInSight() {
  const [range] = CSS.highlights.get('nutgraf-here');
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/* What runs in the panel. */

function shown() {
  const words = element => element?.textContent.trim() ?? '';
  const quotes = [...document.querySelectorAll('#panel-quotes .ng-speaker')].flatMap(speaker =>
    [...speaker.querySelectorAll('.ng-quote:has(.ng-badge-direct) .ng-go')].map(quote => [
      words(speaker.querySelector('h3')),
      words(quote).replace(/[“”,]/g, ''),
    ]),
  );
  return {
    note: words(document.getElementById('tab')),
    headline: words(document.querySelector('.ng-headline')),
    date: document.getElementById('date').value,
    people: [...document.querySelectorAll('#panel-entities .ng-k-people .ng-card-name')].map(words),
    quotes,
    text: words(document.getElementById('text-view')),
  };
}

function peopleInText() {
  return [...document.querySelectorAll('#text-view .ng-mention.ng-k-people')].map(({ textContent }) =>
    textContent.replace(/U\+200B|U\+00AD/g, '').replace(/\s+/g, ' '),
  );
}

function compared() {
  const words = (title, selector) => {
    const sections = [...document.querySelectorAll('#comparing section section')];
    const section = sections.find(({ firstElementChild }) => firstElementChild.textContent.startsWith(title));
    return [...(section?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
  };
  return {
    both: words('Named in both', '.row-name'),
    alone: words('Named in B alone', '.row-name'),
    quotations: words('Quotations in both', '.difference'),
  };
}

async function traces() {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const databases = typeof indexedDB.databases === 'function' ? (await indexedDB.databases()).length : 0;
  return {
    addresses: loaded,
    kept: { local: localStorage.length, session: sessionStorage.length, databases, cookies: document.cookie },
  };
}
