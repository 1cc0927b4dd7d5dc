/**
 * What a reader does with what was found.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { download, paste, readSample, settled } from '../chromium/steps.mjs';

const ARTICLE =
  'Mayor Ana Lowe resigned on Sunday.\n\n“I am tired,” Lowe said. Bob Hale will follow her, the council said.';

const test = pageTests();

test('a whole visit by keyboard alone', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const focused = () =>
    page.evaluate(
      () => document.activeElement.className || document.activeElement.id || document.activeElement.tagName,
    );
  const press = (...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (selector, most = 40) => {
    for (let i = 0; i < most; i += 1) {
      await press('Tab');
      if (await page.evaluate(s => document.activeElement.matches(s), selector)) return;
    }
    assert.fail(`${selector} cannot be reached with Tab`);
  };
  await tabTo('#samples button');
  await press('Enter');
  await settled(page);
  await tabTo('.ng-mention');
  const first = await page.evaluate(() => document.activeElement.textContent);
  await press('ArrowRight', 'n');
  const third = await page.evaluate(() => document.activeElement.textContent);
  assert.notEqual(first, third);
  await press('p', 'ArrowLeft');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
  await page.evaluate(() => document.querySelector('.ng-mention.ng-k-people').focus());
  const person = await page.evaluate(() => document.activeElement.textContent);
  await press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
  assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(person.split(' ').at(-1)));
  await page.locator('.ng-card[open] [data-role=next]').waitFor();
  await tabTo('[data-role=next]');
  await press('Enter');
  assert.match(await page.textContent('.ng-card[open] [data-role=position]'), /^2 \//);
  await press('Escape');
  assert.match(await focused(), /ng-mention/);
  await tabTo('[role=tab][aria-selected=true]');
  await press('ArrowRight');
  assert.equal(await page.getAttribute('#tab-quotes', 'aria-selected'), 'true');
  await press('Home');
  await tabTo('[data-role=length]');
  await press('ArrowRight');
  assert.match(await page.textContent('.ng-summary-body'), /^4 sentences/);
  await page.focus('#help');
  await press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('#help-dialog').open), true);
  await press('Escape');
  assert.equal(await focused(), 'help');
});

test('the names are one tab stop', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  assert.equal(await page.locator('.ng-mention[tabindex="0"]').count(), 1);
  await page.locator('.ng-mention').nth(5).focus();
  assert.equal(await page.locator('.ng-mention[tabindex="0"]').count(), 1);
});

test('the legend hides and shows marks', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  const people = () => page.locator('.ng-article .ng-mention.ng-k-people').count();
  const before = await people();
  await page.click('#legend [name=people]');
  assert.equal(await people(), 0);
  await page.click('#legend [name=people]');
  assert.equal(await people(), before);
  assert.ok(before > 0);
});

test('the legend and the status count the names of the story', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const story =
    'Bridge closed\n\nThe mayor of Oslo, Ana Lowe, closed the old bridge on Sunday after cracks were found in it, the city said.';
  const related = 'Related: Nordvolt AB opens plant\n\nMost read\n\n1. Cy Tan wins race\n\n2. Bo Reed joins Orbis Ltd';
  await paste(page, { 'text/plain': `${story}\n\n“We will mend it by June,” Lowe said on Monday.\n\n${related}` });
  const status = await settled(page);
  await page.click('#tab-entities');
  const listed = await page.locator('.ng-cards section', { hasText: 'People' }).first().locator('.ng-card').count();
  const told = await page.locator('#legend label', { hasText: 'People' }).locator('.ng-count').textContent();
  assert.equal(Number(told), listed);
  assert.match(status, new RegExp(`: ${listed} pe`));
});

test('a correction is shown, exported and undone', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  await page.click('#tab-entities');
  const names = () => page.locator('.ng-k-people .ng-card-name').allTextContents();
  const cards = () => page.locator('.ng-card.ng-k-people').count();
  const before = await cards();
  const [first, second] = await page.locator('.ng-card.ng-k-people .ng-card-name').allTextContents();
  await page.locator('.ng-card.ng-k-people > summary').nth(1).click();
  await page.locator('.ng-card[open] .ng-correct > summary').click();
  await page.locator('.ng-card[open] [data-choice=merge]').selectOption({ label: first });
  await page.click('.ng-card[open] [data-role=merge]');
  assert.equal(await cards(), before - 1);
  assert.ok(!(await names()).includes(second));
  const json = JSON.parse(await download(page, 'json'));
  assert.deepEqual(
    json.corrections.map(({ op, entity }) => [op, entity.name]),
    [['merge', second]],
  );
  assert.ok(json.entities.find(({ name }) => name === first).aliases.includes(second));
  for (const [index, { id }] of json.entities.entries()) assert.equal(id, index);
  await page.click('#undo');
  assert.equal(await cards(), before);
  assert.equal(await page.isVisible('#undo'), false);
});

test('a quote leads to its place in a long text, at any width', async ({ browser, url }) => {
  const paragraph = i =>
    `On day ${i} of the hearing the council spoke for hours about the harbour, the budget, the ferry and the school, and went home late without a vote. “Point ${i} is still open,” Mayor Ana Lowe said. ${'Nobody in the hall had expected that the talks would go on for so long. '.repeat(1 + (i % 4))}`;
  const text = Array.from({ length: 90 }, (_, i) => paragraph(i + 1)).join('\n\n');
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 320, height: 700 },
  ]) {
    const { page } = await open(browser, url, { viewport });
    await paste(page, { 'text/plain': text });
    await settled(page);
    for (const words of ['Point 70 is', 'Point 12 is', 'Point 88 is']) {
      await page.click('#tab-quotes');
      await page.locator('#panel-quotes .ng-go', { hasText: words }).first().click();
      const place = page.locator('.ng-flash', { hasText: words.slice(0, 8) }).first();
      await place.waitFor();
      await page.waitForTimeout(300);
      const { top, bottom } = await place.evaluate(e => e.getBoundingClientRect().toJSON());
      assert.ok(
        top >= 0 && bottom <= viewport.height,
        `${words} at ${viewport.width}: ${Math.round(top)} to ${Math.round(bottom)}`,
      );
    }
    await page.context().close();
  }
});

test('“New” can be undone', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': ARTICLE });
  await settled(page);
  await page.click('#new');
  assert.equal(await page.inputValue('#text'), '');
  await page.click('#undo');
  await settled(page);
  assert.equal(await page.inputValue('#text'), ARTICLE);
});

test('an export is opened again with what the reader put right', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  await page.click('#tab-entities');
  const card = page.locator('.ng-card.ng-k-people').first();
  const name = await card.locator('.ng-card-name').textContent();
  await card.locator('> summary').click();
  await card.locator('.ng-correct > summary').click();
  await card.locator('[data-choice=retype]').selectOption('place');
  await card.locator('[data-role=retype]').click();
  const json = await download(page, 'json');
  const text = await page.inputValue('#text');
  await page.click('#new');
  await page.setInputFiles('#file', { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await settled(page);
  assert.equal(await page.inputValue('#text'), text);
  assert.ok((await page.locator('.ng-card.ng-k-places .ng-card-name').allTextContents()).includes(name));
  await page.click('#undo');
  assert.ok((await page.locator('.ng-card.ng-k-people .ng-card-name').allTextContents()).includes(name));
});

test('remove, retype and split each change what is shown', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  await page.click('#tab-entities');
  const card = page.locator('.ng-card.ng-k-people').first();
  const name = await card.locator('.ng-card-name').textContent();
  const act = async role => {
    if (!(await card.getAttribute('open').then(value => value !== null))) await card.locator('> summary').click();
    if (
      !(await card
        .locator('.ng-correct')
        .getAttribute('open')
        .then(value => value !== null))
    )
      await card.locator('.ng-correct > summary').click();
    return card.locator(`[data-role=${role}]`);
  };
  const mentions = async () =>
    Number(
      await page
        .locator('.ng-card', { has: page.locator('.ng-card-name', { hasText: new RegExp(`^${name}$`) }) })
        .first()
        .locator('summary .ng-count')
        .textContent(),
    );
  const before = await mentions();
  await (await act('split')).click();
  assert.equal(await mentions(), before - 1);
  await page.click('#undo');
  await (await act('retype')).waitFor();
  await card.locator('[data-choice=retype]').selectOption('place');
  await (await act('retype')).click();
  assert.ok((await page.locator('.ng-card.ng-k-places .ng-card-name').allTextContents()).includes(name));
  await page.click('#undo');
  await (await act('remove')).click();
  assert.ok(!(await page.locator('.ng-card-name').allTextContents()).includes(name));
});

test('every export is made without the network and holds the article', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  await readSample(page);
  const requests = record.requests.length;
  for (const kind of ['markdown', 'csv-entities', 'jsonld', 'annotations']) {
    assert.match(await download(page, kind), /Naryshkin/, kind);
  }
  assert.match(await download(page, 'csv-quotes'), /phone call/);
  assert.deepEqual(
    record.requests.slice(requests).filter(address => !address.startsWith('blob:')),
    [],
  );
});

test('a link carries the article to another visit', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': ARTICLE });
  await settled(page);
  await page.click('#share');
  await page.locator('#share-dialog[open]').waitFor();
  const link = await page.inputValue('#share-link');
  assert.match(link, /#v1=[\w-]+$/);
  const visit = await open(browser, link);
  await settled(visit.page);
  assert.equal(await visit.page.inputValue('#text'), ARTICLE);
});

test('a link that unpacks to more than a mebibyte, or to nothing, is refused in words', async ({ browser, url }) => {
  const bomb = await new Response(
    new Blob(['a'.repeat(3 << 20)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  for (const packed of [Buffer.from(bomb).toString('base64url'), 'AAAA', '!!!']) {
    const { page, record } = await open(browser, `${url}#v1=${packed}`);
    await page.locator('#status').filter({ hasText: 'no readable article' }).waitFor();
    assert.deepEqual(record.console, []);
  }
});

test('the date the reader gives is the one dates are counted from', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': ARTICLE });
  await settled(page);
  await page.fill('#date', '2025-06-30');
  await page.locator('#panel-facts time[datetime="2025-06-30"]').waitFor({ state: 'attached' });
});

test('a pasted page keeps its headings, and can be taken as plain text', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const html =
    '<h1>Mayor resigns</h1><script>throw 1</script><p>Ana Lowe <b>resigned</b> on Sunday.</p><h2>What next</h2><p>Bob Hale follows.</p>';
  await paste(page, { 'text/html': html, 'text/plain': 'Ana Lowe resigned.' });
  await settled(page);
  assert.equal(await page.textContent('.ng-article h2'), 'Mayor resigns');
  assert.equal(
    await page.inputValue('#text'),
    'Mayor resigns\n\nAna Lowe resigned on Sunday.\n\nWhat next\n\nBob Hale follows.',
  );
  await page.click('#view-edit');
  await page.click('#pasted [value=plain]');
  assert.equal(await page.inputValue('#text'), 'Ana Lowe resigned.');
});

test('a file is opened, and one that is no text is refused', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.setInputFiles('#file', { name: 'a.bin', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0, 0]) });
  await page.locator('#status').filter({ hasText: 'cannot be read as text' }).waitFor();
  await page.setInputFiles('#file', {
    name: 'a.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<p>Ana Lowe resigned.</p>'),
  });
  await settled(page);
  assert.equal(await page.inputValue('#text'), 'Ana Lowe resigned.');
});

test('on a narrow screen the findings are a sheet, and Esc goes back to the tab', async ({ browser, url }) => {
  const { page } = await open(browser, url, { viewport: { width: 320, height: 640 } });
  await readSample(page);
  assert.equal(await page.isVisible('#panel-summary'), false);
  await page.click('#tab-summary');
  assert.equal(await page.isVisible('#panel-summary'), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#panel-summary'), false);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'tab');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

test('on paper stand the text and every finding, and nothing to press', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await readSample(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.ng-article').isVisible(), true);
  for (const panel of ['summary', 'entities', 'quotes', 'timeline', 'facts'])
    assert.ok(await page.locator(`#panel-${panel}`).isVisible(), panel);
  assert.deepEqual(
    await page.$$eval('button, input, select, textarea', all =>
      all.filter(e => e.checkVisibility()).map(e => e.id || e.className),
    ),
    [],
  );
  const places = await page.$$eval('.ng-summary-list li', all =>
    all.map(li => [...li.querySelectorAll('p')].map(p => p.getBoundingClientRect().left)),
  );
  for (const [words, reasons = words] of places) assert.equal(reasons, words, 'reasons stand below their sentence');
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.ok(pages.length >= 2 && pages.length <= 6, `${pages.length} pages`);
});

test('on paper the words are dark, whatever colours were chosen', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.click('#theme');
  await readSample(page);
  const lightness = () =>
    page.$eval('.ng-body', body => {
      const [red, green, blue] = getComputedStyle(body)
        .color.match(/[\d.]+/g)
        .map(Number);
      return (red + green + blue) / 3;
    });
  assert.ok((await lightness()) > 200);
  await page.emulateMedia({ media: 'print' });
  assert.ok((await lightness()) < 60);
});

test('dark colours are kept for the next visit', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await page.click('#theme');
  await page.reload();
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  assert.equal(await page.getAttribute('#theme', 'aria-pressed'), 'true');
});
