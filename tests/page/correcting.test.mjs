/**
 * What the reader puts right beside names: speakers, paragraphs, the summary, missed names, the date; each with undo, in
 * exports and links, and after an edit.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { download, paste, readSample, settled, settledAgain } from '../chromium/steps.mjs';

const ARTICLE = `Mayor resigns after vote

Mayor Ana Lowe resigned on Sunday after a long vote in the council of the town.

“I am tired,” Lowe said. “The work will go on.”

Bob Hale will follow her in June, and the Zorblatt plan will be dropped, the council said.

“Nobody asked me about it,” Hale said.`;

const test = pageTests();

/** Reads the article and opens the quotes. */
async function readArticle(page, data = { 'text/plain': ARTICLE }) {
  await paste(page, data);
  await settled(page);
  await page.click('#tab-quotes');
}

const quoteCard = (page, words) => page.locator('#panel-quotes figure', { hasText: words }).first();
const speakerOf = (page, words) =>
  page
    .locator('#panel-quotes section', { has: page.locator('figure', { hasText: words }) })
    .first()
    .locator('h3');

/** Opens the form of a quote. */
async function formOf(page, words) {
  const card = quoteCard(page, words);
  await card.locator('.ng-change-speaker > summary').click();
  return card;
}

test('the speaker of a quote is changed to another name, to nobody, and to a typed name, and back', async ({
  browser,
  url,
}) => {
  const { page, record } = await open(browser, url);
  await readArticle(page);
  assert.equal(await speakerOf(page, 'I am tired').textContent(), 'Ana Lowe');

  let card = await formOf(page, 'I am tired');
  await card.locator('[data-role=speaker]').selectOption({ label: 'Bob Hale' });
  await card.locator('[data-role=change-speaker]').click();
  assert.equal(await speakerOf(page, 'I am tired').textContent(), 'Bob Hale');
  assert.match(await quoteCard(page, 'I am tired').textContent(), /corrected/);
  assert.match(await page.textContent('#status'), /speaker changed/);

  card = await formOf(page, 'Nobody asked');
  await card.locator('[data-role=speaker]').selectOption({ label: 'somebody unnamed' });
  await card.locator('[data-role=change-speaker]').click();
  assert.match(await speakerOf(page, 'Nobody asked').textContent(), /Unnamed/);

  card = await formOf(page, 'Nobody asked');
  await card.locator('[data-role=speaker-name]').fill('Cleo  Park');
  await card.locator('[data-role=speaker-name]').press('Enter');
  assert.equal(await speakerOf(page, 'Nobody asked').textContent(), 'Cleo Park');

  await page.click('#undo');
  assert.match(await speakerOf(page, 'Nobody asked').textContent(), /Unnamed/);
  await page.click('#undo');
  assert.equal(await speakerOf(page, 'Nobody asked').textContent(), 'Bob Hale');
  await page.click('#undo');
  assert.equal(await speakerOf(page, 'I am tired').textContent(), 'Ana Lowe');
  assert.equal(await page.isVisible('#undo'), false);
  assert.deepEqual(record.console, []);
});

test('a speaker is changed by keyboard alone, and the reader stays at the quote', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await quoteCard(page, 'I am tired').locator('.ng-change-speaker > summary').focus();
  await page.keyboard.press('Enter');
  await quoteCard(page, 'I am tired').locator('[data-role=speaker]').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.role), 'speaker');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cleo Park');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.role), 'change-speaker');
  await page.keyboard.press('Enter');
  assert.equal(await speakerOf(page, 'I am tired').textContent(), 'Cleo Park');
  const at = await page.evaluate(() => document.activeElement.closest('figure')?.textContent ?? '');
  assert.match(at, /I am tired/);
});

test('without a choice nothing is changed, and it is said why', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page, { 'text/plain': 'Some news of the day came in.\n\n“Nobody knows why it happened at all.”' });
  const forms = page.locator('#panel-quotes .ng-change-speaker > summary');
  assert.ok((await forms.count()) > 0);
  await forms.first().click();
  await page.locator('#panel-quotes [data-role=change-speaker]').first().click();
  assert.match(await page.textContent('#status'), /Choose a speaker/);
  assert.equal(await page.isVisible('#undo'), false);
});

test('a changed speaker stands in every export, in the link, and in an export that is opened again', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  const card = await formOf(page, 'I am tired');
  await card.locator('[data-role=speaker-name]').fill('Cleo Park');
  await card.locator('[data-role=change-speaker]').click();

  assert.match(await download(page, 'markdown'), /\*\*Cleo Park\*\* \(direct, corrected\)/);
  assert.match(await download(page, 'csv-quotes'), /Cleo Park/);
  assert.match(await download(page, 'jsonld'), /"name": "Cleo Park"/);
  const json = await download(page, 'json');
  assert.deepEqual(JSON.parse(json).corrections, [
    { op: 'speaker', start: ARTICLE.indexOf('I am tired'), words: 'I am tired', to: 'Cleo Park' },
  ]);

  await page.click('#share');
  await page.locator('#share-dialog[open]').waitFor();
  const visit = await open(browser, await page.inputValue('#share-link'));
  await settled(visit.page);
  await visit.page.click('#tab-quotes');
  assert.equal(await speakerOf(visit.page, 'I am tired').textContent(), 'Cleo Park');

  const again = await open(browser, url);
  await again.page.setInputFiles('#file', {
    name: 'report.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  });
  await settled(again.page);
  await again.page.click('#tab-quotes');
  assert.equal(await speakerOf(again.page, 'I am tired').textContent(), 'Cleo Park');
  await again.page.click('#undo');
  assert.equal(await speakerOf(again.page, 'I am tired').textContent(), 'Ana Lowe');
});

test('a changed speaker outlives an edit of other words', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  const card = await formOf(page, 'I am tired');
  await card.locator('[data-role=speaker-name]').fill('Cleo Park');
  await card.locator('[data-role=change-speaker]').click();
  await page.click('#view-edit');
  await page.locator('#text').press('Control+Home');
  await settledAgain(page, () => page.keyboard.type('Late news: '));
  await page.click('#tab-quotes');
  assert.equal(await speakerOf(page, 'I am tired').textContent(), 'Cleo Park');
});

test('a paragraph is taken out of the story, folded away, and brought back', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  const choice = () => page.locator('.ng-choice', { hasText: 'Bob Hale will follow' }).locator('select');
  await page.click('#legend [name=paragraphs]');
  await settledAgain(page, () => choice().selectOption('furniture'));
  assert.equal(await page.textContent('.ng-fold > summary'), '1 paragraph that is no part of the article');
  assert.equal(await choice().evaluate(e => document.activeElement === e), true);
  const json = JSON.parse(await download(page, 'json'));
  assert.equal(json.corrections[0].op, 'block');
  assert.ok(json.article.blocks.some(({ kind }) => kind === 'furniture'));
  await settledAgain(page, () => page.click('#undo'));
  assert.equal(await page.locator('.ng-fold').count(), 0);
});

test('the reader sets the headline', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page, {
    'text/html': `<h1>Mayor resigns</h1>${ARTICLE.split('\n\n')
      .map(p => `<p>${p}</p>`)
      .join('')}`,
    'text/plain': ARTICLE,
  });
  await page.click('#legend [name=paragraphs]');
  const choice = page.locator('.ng-choice', { hasText: 'Mayor resigns after vote' }).locator('select');
  await settledAgain(page, () => choice.selectOption('headline'));
  assert.equal(await page.textContent('.ng-article h2'), 'Mayor resigns after vote');
  assert.match(await page.textContent('.ng-fact-headline dd'), /after vote/);
});

test('a day that the text states is cleared, stays cleared after an edit and in an export, and comes back', async ({
  browser,
  url,
}) => {
  const { page, record } = await open(browser, url);
  await readArticle(page, { 'text/plain': ARTICLE.replace('\n\n', '\n\n30 June 2025\n\n') });
  const day = () => page.inputValue('#date');
  assert.equal(await day(), '2025-06-30');
  await settledAgain(page, () => page.fill('#date', ''));
  assert.equal(await day(), '');
  const json = await download(page, 'json');
  assert.equal(JSON.parse(json).article.published, null);
  await page.click('#view-edit');
  await settledAgain(page, () => page.locator('#text').press('Space'));
  assert.equal(await day(), '');
  await settledAgain(page, () => page.click('#undo'));
  assert.equal(await day(), '2025-06-30');
  const file = { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(json) };
  await settledAgain(page, () => page.setInputFiles('#file', file));
  assert.equal(await day(), '');
  assert.deepEqual(record.console, []);
});

test('a sentence is left out of the summary', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  await page.click('#tab-summary');
  const sentences = () => page.locator('.ng-summary-list li p:first-child').allTextContents();
  const before = await sentences();
  const label = await page.locator('[data-role=leave-out]').first().getAttribute('aria-label');
  assert.equal(label, `Leave out of the summary: ${before[0].split(' ').slice(0, 6).join(' ')}`);
  await page.locator('[data-role=leave-out]').first().click();
  assert.ok(!(await sentences()).includes(before[0]));
  assert.doesNotMatch(
    (await download(page, 'markdown')).split('## Summary')[1].split('##')[0].replaceAll('\\', ''),
    new RegExp(before[0].slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
  );
  await page.click('#undo');
  assert.deepEqual(await sentences(), before);
});

test('a missed name is selected in the text and marked', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#text-view'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue.indexOf('will be dropped');
      if (at < 0) continue;
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 'will be dropped'.length);
      return;
    }
  });
  await page.locator('#mark-selected', { hasText: 'will be dropped' }).click();
  assert.equal(await page.inputValue('[data-role=name-words]'), 'will be dropped');
  await page.locator('[data-role=name-is]').selectOption({ label: 'work' });
  await page.click('[data-role=add-name]');
  assert.equal(await page.locator('.ng-article .ng-k-works', { hasText: 'will be dropped' }).count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('will be dropped')), true);
  const json = JSON.parse(await download(page, 'json'));
  assert.ok(json.entities.some(({ name, kind }) => name === 'will be dropped' && kind === 'work'));
  await page.click('#undo');
  assert.equal(await page.locator('.ng-article .ng-k-works', { hasText: 'will be dropped' }).count(), 0);
});

test('a missed name is typed, and refused if it is not in the text', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await page.click('#tab-entities');
  await page.click('.ng-add-name > summary');
  await page.fill('[data-role=name-words]', 'Nobody at all');
  await page.click('[data-role=add-name]');
  assert.match(await page.textContent('#status'), /as it stands in the text/);
  await page.fill('[data-role=name-words]', 'the council');
  await page.locator('[data-role=name-is]').selectOption({ label: 'Bob Hale' });
  await page.locator('[data-role=name-words]').press('Enter');
  // The inside of a card is built a moment after it is opened.
  await page.locator('.ng-card[open]', { hasText: 'Bob Hale' }).filter({ hasText: 'the council' }).waitFor();
});

test('the card opens at the mention that was clicked, and that mark is the one removed', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  const busy = page.locator('.ng-article .ng-mention.ng-k-people[data-mention="2"]').first();
  const [entity, words] = await busy.evaluate(e => [e.dataset.entity, e.textContent]);
  const before = await page.locator(`.ng-article [data-entity="${entity}"]`).count();
  const place = await busy.evaluate(e => e.closest('[data-sentence]').dataset.sentence);
  await busy.click();
  assert.match(await page.locator('.ng-card[open] [data-role=position]').textContent(), /^3 \//);
  await page.locator('.ng-card[open] .ng-correct > summary').click();
  await page.locator('.ng-card[open] [data-role=remove-mention]').click();
  assert.equal(await page.locator(`.ng-article [data-entity="${entity}"]`).count(), before - 1);
  const left = page.locator(`.ng-article [data-sentence="${place}"] [data-entity="${entity}"]`);
  assert.ok(!(await left.allTextContents()).includes(words));
});

test('the date is set, kept in the link, cleared and undone', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await settledAgain(page, () => page.fill('#date', '2025-06-30'));
  await page.click('#share');
  await page.locator('#share-dialog[open]').waitFor();
  const link = await page.inputValue('#share-link');
  await page.keyboard.press('Escape');
  const visit = await open(browser, link);
  await settled(visit.page);
  assert.equal(await visit.page.inputValue('#date'), '2025-06-30');
  await settledAgain(visit.page, () => visit.page.fill('#date', ''));
  await visit.page.focus('#main');
  assert.equal(await visit.page.inputValue('#date'), '');
  assert.equal(JSON.parse(await download(visit.page, 'json')).article.published, null);
  await settledAgain(visit.page, () => visit.page.click('#undo'));
  assert.equal(await visit.page.inputValue('#date'), '2025-06-30');
});

const WIRE = `WASHINGTON, Nov 26 (Reuters) - ${ARTICLE.split('\n\n').slice(1).join('\n\n')}`;

test('a year that is assumed is shown, confirmed with one click, and corrected in the field', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser);
  await page.clock.setFixedTime(new Date(2026, 11, 2, 12));
  await page.goto(url);
  await paste(page, { 'text/plain': WIRE });
  await settled(page);
  assert.equal(await page.inputValue('#date'), '2026-11-26');
  assert.match(await page.textContent('#assumed'), /year assumed/);
  assert.equal(await page.textContent('#notices'), '', 'it is said once');
  assert.match(await page.textContent('.ng-fact-published'), /26 November 2026 \(year assumed\)/);
  assert.match(await page.textContent('#panel-timeline'), /26 November 2026 \(year assumed\)/);
  assert.match(await download(page, 'markdown'), /2026-11-26 \(year assumed\)/);
  assert.doesNotMatch(await download(page, 'jsonld'), /datePublished/);

  await settledAgain(page, () => page.click('#date-right'));
  assert.equal(await page.isVisible('#assumed'), false);
  assert.match(await download(page, 'jsonld'), /"datePublished": "2026-11-26"/);
  await settledAgain(page, () => page.click('#undo'));
  assert.equal(await page.isVisible('#assumed'), true);

  await page.click('#date-wrong');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'date');
  await page.keyboard.press('Escape');
  await settledAgain(page, () => page.fill('#date', '2024-11-26'));
  assert.equal(await page.isVisible('#assumed'), false);
  assert.match(await page.textContent('.ng-fact-published'), /26 November 2024$/);
});

test('the element reads as of the day it is', async ({ browser, url }) => {
  const { page } = await open(browser);
  await page.clock.setFixedTime(new Date(2026, 11, 2, 12));
  await page.goto(url);
  const shown = await page.evaluate(async text => {
    await import(new URL('nutgraf/define.js', location.href));
    const element = document.createElement('nutgraf-article');
    element.textContent = text;
    const read = new Promise(resolve => element.addEventListener('nutgraf-report', resolve, { once: true }));
    document.body.append(element);
    await read;
    return element.shadowRoot.querySelector('.ng-fact-published').textContent;
  }, WIRE);
  assert.match(shown, /26 November 2026 \(year assumed\)/);
});

test('a date that is typed is one correction, and so is a kind that is stepped to', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await page.focus('#date');
  await page.keyboard.type('03182025');
  await page.locator('#panel-facts time[datetime="2025-03-18"]').waitFor({ state: 'attached' });
  const given = async () => JSON.parse(await download(page, 'json')).corrections;
  assert.deepEqual(await given(), [{ op: 'date', date: '2025-03-18' }]);

  await page.click('#legend [name=paragraphs]');
  const choice = page.locator('.ng-choice', { hasText: 'Bob Hale will follow' }).locator('select');
  await settledAgain(page, () => choice.selectOption('heading'));
  await settledAgain(page, () => choice.selectOption('caption'));
  assert.deepEqual(
    (await given()).map(({ op, kind }) => [op, kind]),
    [
      ['date', undefined],
      ['block', 'caption'],
    ],
  );
  await settledAgain(page, () => page.click('#undo'));
  assert.equal(await choice.inputValue(), 'body');
});

test('looking through choices by keyboard merges nothing; the button does', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readArticle(page);
  await page.click('#tab-entities');
  await page.locator('.ng-card > summary', { hasText: 'Ana Lowe' }).click();
  await page.click('.ng-card[open] .ng-correct > summary');
  await page.focus('.ng-card[open] [data-choice=merge]');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.isVisible('#undo'), false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('#status'), /merged/);
  await page.keyboard.press('Control+z');
  assert.match(await page.textContent('#status'), /undone/);
  assert.equal(await page.isVisible('#undo'), false);
});

test('a line that tells who wrote in its own way is made the byline, and kept in the link', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  const signed = `${ARTICLE}\n\n(Reporting by Achieng Odhiambo and Rajesh Nair; Editing by Soo-jin Bae)`;
  await readArticle(page, { 'text/plain': signed });
  await page.click('#tab-facts');
  await page.click('[data-role=correct-paragraphs]');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.role), 'block-kind');
  const choice = page.locator('.ng-choice', { hasText: 'Reporting by' }).locator('select');
  await settledAgain(page, () => choice.selectOption('byline'));
  const writers = ['Achieng Odhiambo', 'Rajesh Nair'];
  assert.deepEqual(await page.locator('.ng-fact-byline dd').allTextContents(), writers);
  await page.click('#share');
  await page.locator('#share-dialog[open]').waitFor();
  const visit = await open(browser, await page.inputValue('#share-link'));
  await settled(visit.page);
  assert.deepEqual(await visit.page.locator('.ng-fact-byline dd').allTextContents(), writers);
});
