/**
 * Two articles beside each other: what both have, what one has alone, and the way from every finding to its words.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inBothOrders } from '../../www/page/comparing/linked-scrolling.js';
import { violations } from '../chromium/axe.mjs';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { paste, settled } from '../chromium/steps.mjs';

const FIRST = `Mayor of Velport resigns after vote

By Cleo Park
30 June 2025

Mayor Ana Lowe resigned on Sunday after a long vote in the council of Velport, a harbour town of 40,000 people.

“I am tired of this quarrel, and I want to go home,” Lowe said on the steps of the town hall.

The council had argued all night about a new quay for the harbour, which would cost 12 million euros.

Bob Hale, the leader of the Harbour Party, will follow her in June. “We will not close the bridge,” Hale told reporters.

The last storm sank 14 boats in the harbour, the fire brigade said.`;

const SECOND = `Velport’s mayor steps down

By Ida Brandt
30 June 2025

Ana Lowe has stepped down as mayor of Velport after the council voted against her plan for a new quay in the harbour.

“I want to go home,” Lowe said on Sunday.

Her successor is Bob Hale of the Harbour Party. “We will not close the bridge,” Hale said.

The new quay for the harbour would cost 15 million euros, the council said.

Mira Sandoval, who has sold fish in the market since 1998, said she would miss the mayor. “She bought her herring from me,” Sandoval said.`;

const test = pageTests();

/** Reads the first, keeps it, and brings the second. */
async function compare(browser, url, options, other = SECOND) {
  const { page, record } = await open(browser, url, options);
  await paste(page, { 'text/plain': FIRST });
  await settled(page);
  await page.click('#compare');
  assert.match(await page.textContent('#kept'), /“Mayor of Velport resigns after vote” is kept/);
  assert.equal(await page.inputValue('#text'), '');
  await paste(page, { 'text/plain': other });
  await compared(page);
  return { page, record };
}

async function compared(page) {
  await page.locator('#status', { hasText: /^Compared\./ }).waitFor();
}

/** The rows under a title of the findings. */
function rows(page, title) {
  return page.$$eval(
    '#comparing .found section, #comparing .found details',
    (sections, title) => {
      const squeezed = element => element.textContent.replace(/\s+/g, ' ').trim();
      const section = sections.find(section => squeezed(section.firstElementChild).startsWith(title));
      return [...(section?.querySelectorAll('li') ?? [])].map(squeezed);
    },
    title,
  );
}

const names = async (page, title) =>
  (await rows(page, title)).map(row => row.replace(/ ?(person|organisation|place).*/, ''));

test('who is in both, who in one alone', async ({ browser, url }) => {
  const { page, record } = await compare(browser, url);
  const both = await names(page, 'Named in both');
  for (const name of ['Ana Lowe', 'Bob Hale', 'Velport', 'Harbour Party']) assert.ok(both.includes(name), `${both}`);
  assert.ok((await names(page, 'Named in B alone')).includes('Mira Sandoval'));
  assert.ok(!(await names(page, 'Named in A alone')).includes('Mira Sandoval'));
  assert.deepEqual(record.console, []);
});

test('what is quoted in both, and how it differs', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  const quotations = await rows(page, 'Quotations in both');
  assert.equal(quotations.length, 2, `${quotations}`);
  assert.ok(quotations.some(row => /Same words.*We will not close the bridge.*— Bob Hale/.test(row)));
  const cut = page.locator('#comparing .quotation', { hasText: 'Cut shorter' });
  assert.match(await cut.locator('mark.only-0').first().textContent(), /I am tired of this quarrel/);
  assert.equal(await cut.locator('mark.only-1').count(), 0);
  const speakers = await rows(page, 'Who is quoted');
  const sandoval = speakers.find(row => row.startsWith('Mira Sandoval'));
  assert.match(sandoval, /A ?not quoted ?B/);
});

test('words that the first text interrupts are shown whole', async ({ browser, url }) => {
  const other = SECOND.replace(
    '“I want to go home,” Lowe said on Sunday.',
    '“I am tired of this quarrel,” Lowe said on Sunday, “and I want to go home.”',
  );
  const { page } = await compare(browser, url, {}, other);
  await page.click('#comparing [data-role=swap]');
  await page.locator('.column[data-text="0"] .ng-headline', { hasText: 'steps down' }).waitFor();
  const row = (await rows(page, 'Quotations in both')).find(row => row.includes('tired'));
  assert.match(row, /Same words.*“I am tired of this quarrel … and I want to go home”/);
});

test('what is at odds, and what one tells alone', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  const odds = await rows(page, 'At odds');
  assert.ok(
    odds.some(row => /A ?.*cost 12 million euros.*B ?.*cost 15 million euros/.test(row)),
    `${odds}`,
  );
  assert.ok((await rows(page, 'Told in B alone')).some(row => /herring/.test(row)));
  assert.ok((await page.locator('.column[data-text="0"] .alone', { hasText: '14 boats' }).count()) > 0);
});

test('of two articles that tell nothing alike this is said, and no sentence is set off', async ({ browser, url }) => {
  const other = `A quiet year for the bees of Orr

Beekeepers in the hills of Orr have counted 300 hives, said Ruth Penn, who keeps nine of them.

“Clover came early, and the wasps came late,” Penn said. The honey will be sold at the fair in September.`;
  const { page } = await compare(browser, url, {}, other);
  assert.match(await page.textContent('#comparing .found'), /They seem to be about different things/);
  assert.equal(await page.locator('.column .alone').count(), 0);
});

test('every finding leads to its words, by keyboard, too', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  const links = page.locator('#comparing .found .ng-go:visible');
  const count = await links.count();
  assert.ok(count > 10);
  for (let index = 0; index < count; index += 1) {
    await links.nth(index).focus();
    const { text, start, end } = await links.nth(index).evaluate(link => ({ ...link.dataset }));
    await page.keyboard.press('Enter');
    const lit = page.locator(`.column[data-text="${text}"] .ng-flash`);
    const words = (text === '0' ? FIRST : SECOND).slice(Number(start), Number(end));
    const squeezed = s => s.replace(/\s+/g, ' ');
    const shown = squeezed((await lit.allTextContents()).join(''));
    assert.ok(shown.includes(squeezed(words)) || squeezed(words).includes(shown), `${shown} for ${words}`);
    assert.ok(await lit.first().isVisible());
    await page.evaluate(() => {
      for (const piece of document.querySelectorAll('.ng-flash')) piece.classList.remove('ng-flash');
    });
  }
});

test('a name in a text leads to what both have of it, a sentence to its counterpart', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  await page.locator('.column[data-text="0"] .ng-mention', { hasText: 'Bob Hale' }).first().focus();
  await page.keyboard.press('Enter');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Bob Hale/);
  await page
    .locator('.column[data-text="0"] .ng-sentence', { hasText: 'for the harbour, which would cost' })
    .first()
    .click({ position: { x: 4, y: 8 } });
  assert.match(await page.textContent('.column[data-text="1"] .ng-flash'), /new quay/);
});

test('columns follow the longest run of pairs that comes in both orders', async () => {
  for (const [pairs, run] of [
    [[], []],
    [[[3, 5]], [[3, 5]]],
    [
      [
        [2, 2],
        [0, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      [
        [0, 7],
        [1, 1],
        [2, 2],
        [3, 0],
        [4, 4],
      ],
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
    ],
    [
      [
        [0, 1],
        [0, 2],
        [1, 2],
        [2, 2],
      ],
      [
        [0, 1],
        [2, 2],
      ],
    ],
  ]) {
    assert.deepEqual(inBothOrders(pairs), run);
  }
});

test('the texts scroll together, unless that is switched off', async ({ browser, url }) => {
  const { page } = await compare(browser, url, { viewport: { width: 1000, height: 420 } });
  const [first, second] = [page.locator('.column[data-text="0"]'), page.locator('.column[data-text="1"]')];
  const top = column => column.evaluate(({ scrollTop }) => scrollTop);
  await first.hover();
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => document.querySelector('.column[data-text="1"]').scrollTop > 20);
  await page.uncheck('[name=linked]');
  const [before, followed] = [await top(first), await top(second)];
  await first.hover();
  await page.mouse.wheel(0, -100);
  await page.waitForFunction(before => document.querySelector('.column[data-text="0"]').scrollTop < before, before);
  assert.equal(await top(second), followed);
});

test('what the reader puts right counts, in either article', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  await page.locator('.column[data-text="1"] [data-role=read]').click();
  await page.click('#tab-entities');
  const card = page.locator('#panel-entities .ng-card', { hasText: 'Mira Sandoval' });
  await card.locator('> summary').click();
  await card.locator('.ng-correct > summary').click();
  await card.locator('[data-role=remove]').click();
  await page.click('#view-compare');
  await compared(page);
  assert.ok(!(await names(page, 'Named in B alone')).includes('Mira Sandoval'));
  await page.locator('.column[data-text="0"] [data-role=read]').click();
  await settled(page);
  assert.match(await page.textContent('#text-view .ng-headline'), /Mayor of Velport resigns/);
  await page.click('#view-compare');
  await compared(page);
  assert.match(await page.textContent('.column[data-text="1"] .ng-headline'), /Mayor of Velport resigns/);
});

test('the two are swapped, and comparing ends with the article that was there', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  await page.click('#comparing [data-role=swap]');
  await page.locator('.column[data-text="0"] .ng-headline', { hasText: 'steps down' }).waitFor();
  assert.ok((await names(page, 'Named in A alone')).includes('Mira Sandoval'));
  await page.click('#comparing [data-role=stop]');
  assert.equal(await page.isVisible('#comparing'), false);
  assert.equal(await page.isVisible('#view-compare'), false);
  assert.match(await page.textContent('#text-view .ng-headline'), /Mayor of Velport resigns/);
});

test('a comparison that comes late is not shown to a reader who has gone on', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      const isComparing = message.args?.[0]?.ask === 'compareReportsToJson';
      setTimeout(() => post.call(this, message), isComparing ? 1500 : 0);
    };
  });
  await paste(page, { 'text/plain': FIRST });
  await settled(page);
  await page.click('#compare');
  await paste(page, { 'text/plain': SECOND });
  await settled(page);
  await page.click('#new');
  await page.waitForTimeout(2500);
  assert.equal(await page.getAttribute('html', 'data-view'), 'edit');
  assert.equal(await page.isVisible('#comparing'), false);
});

test('a comparison is exported in three forms', async ({ browser, url }) => {
  const { page } = await compare(browser, url);
  const made = async kind => {
    await page.click('#comparing [data-role=export]');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`#comparison-dialog [data-kind=${kind}]`),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  assert.equal(JSON.parse(await made('json')).quotations.length, 2);
  assert.match(await made('markdown'), /We will not close the bridge/);
  assert.match(await made('csv'), /Mira Sandoval/);
});

test('nothing in the articles can act while they are compared', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  const hostile = `<img src=x onerror="document.title='acted'"> said <script>document.title = 'acted'</script>`;
  await paste(page, {
    'text/plain': `${FIRST}\n\n“${hostile} is no joke,” Lowe said on Monday. Ana <b>Lowe</b> left.`,
  });
  await settled(page);
  await page.click('#compare');
  await paste(page, {
    'text/plain': `${SECOND}\n\n“${hostile} is a joke,” Lowe said on Monday. Ana <b>Lowe</b> left.`,
  });
  await compared(page);
  assert.match(await page.textContent('#comparing'), /onerror/);
  assert.equal(await page.locator('#comparing :is(img, script), #comparing .column b').count(), 0);
  assert.doesNotMatch(await page.title(), /acted/);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(record.console, []);
});

for (const width of [1440, 768, 390]) {
  test(`at ${width} pixels, the findings and the texts fill the screen when they are shown`, async ({
    browser,
    url,
  }) => {
    const { page } = await compare(browser, url, { viewport: { width, height: 900 } });
    for (const pane of ['found', '0', '1']) {
      const button = page.locator(`.panes [data-pane="${pane}"]`);
      if (await button.isVisible()) await button.click();
      const shown = page.locator(pane === 'found' ? '#comparing .found' : `.column[data-text="${pane}"]`);
      const { height, width: wide } = await shown.boundingBox();
      assert.ok(height > 500 && wide > 300, `${pane}: ${wide} by ${height}`);
    }
  });
}

const DRESSES = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  '768 pixels, dark': { viewport: { width: 768, height: 1000 }, colorScheme: 'dark' },
  '320 pixels': { viewport: { width: 320, height: 700 } },
};

for (const [dress, options] of Object.entries(DRESSES)) {
  test(`no rule is broken while comparing: ${dress}`, async ({ browser, url }) => {
    const { page } = await compare(browser, url, { bypassCSP: true, ...options });
    for (const pane of ['found', '0', '1']) {
      const button = page.locator(`.panes [data-pane="${pane}"]`);
      if (await button.isVisible()) await button.click();
      assert.deepEqual(await violations((run, ...what) => page.evaluate(run, ...what)), [], pane);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} pixels stand out at the side`);
  });
}
