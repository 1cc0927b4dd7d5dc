/**
 * What people really paste and open: whole pages, parts of pages, files of many kinds; and what they copy out again.
 */
import assert from 'node:assert/strict';
import { archive } from '../../tools/pack/archive.mjs';
import { open } from '../chromium/browser.mjs';
import { pageTests } from '../chromium/fixture.mjs';
import { download, paste, settled, settledAgain } from '../chromium/steps.mjs';

const STORY = [
  'Mayor Ana Lowe resigned on Sunday after a long vote in the council of the town, which had argued all night.',
  '“I am tired,” Lowe said in a short speech on the steps of the hall. “The work will go on without me.”',
  'Bob Hale will follow her in June, the council said, and the plan for the harbour will be dropped at once.',
  'The town of 40,000 has had three mayors since 2019, and the port has lost a third of its ships to the south.',
];
const paragraphs = STORY.map(words => `<p>${words}</p>`).join('');
const links = words =>
  `<ul>${words.map(word => `<li><a href="https://news.example/${word}">${word}</a></li>`).join('')}</ul>`;
const teaser = words => `<article><h3><a href="/x">${words}</a></h3><p>${words} and more about it.</p></article>`;

const PAGE = `<header><nav>${links(['Home', 'World', 'Sport', 'Opinion'])}</nav></header>
<aside>${teaser('Storm hits the coast')}${teaser('A quiet day in court')}</aside>
<div class="page"><div class="head"><h1>Mayor resigns after vote</h1>
<div>By <a rel="author" href="/cleo">Cleo Park</a> <time datetime="2025-06-30T08:00:00Z">30 June 2025</time></div>
<div class="share-bar"><a href="/f">Facebook</a><a href="/t">Twitter</a><a href="/m">Flipboard</a></div></div>
<div class="body">${paragraphs}</div></div>
<section class="most-read"><h2>Most read</h2>${links(['Storm', 'Court', 'Cup'])}
<p>Last week: <time datetime="2020-01-01">1 January 2020</time></p></section>
<footer><p>Sign up for our newsletter and never miss a story again.</p></footer>`;

const test = pageTests();

const shownWords = page =>
  page.$$eval('.ng-article > .ng-block', blocks => blocks.map(block => block.textContent.trim()));

test('of a whole page the story is read; the rest is left out, said and offered', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  await paste(page, { 'text/html': PAGE, 'text/plain': 'plain words' });
  await settled(page);
  const { article, text } = JSON.parse(await download(page, 'json'));
  const words = span => text.slice(span.start, span.end);
  assert.equal(words(article.headline), 'Mayor resigns after vote');
  assert.deepEqual(article.byline.map(words), ['Cleo Park']);
  assert.equal(article.published, '2025-06-30');
  assert.deepEqual((await shownWords(page)).slice(-STORY.length), STORY);
  assert.doesNotMatch(text, /Storm|Home|newsletter/);
  assert.match(await page.textContent('#left-out'), /words of the page are left out/);
  await settledAgain(page, () => page.click('#left-out button'));
  assert.match(await page.inputValue('#text'), /Storm[\s\S]*newsletter/);
  assert.deepEqual(
    (await shownWords(page)).filter(shown => STORY.includes(shown)),
    STORY,
  );
  assert.ok((await page.locator('.ng-fold').count()) > 0);
  assert.match(await page.textContent('#left-out'), /The whole page is shown/);
  await settledAgain(page, () => page.click('#left-out button'));
  assert.doesNotMatch(await page.inputValue('#text'), /Storm|newsletter/);
  assert.match(await page.textContent('#left-out'), /words of the page are left out/);
  assert.deepEqual(record.console, []);
});

test('what is folded is shown while paragraphs are put right, and one of them is made story', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/html': PAGE });
  await settled(page);
  await settledAgain(page, () => page.click('#left-out button'));
  const folded = page.locator('.ng-fold .ng-block', { hasText: 'Sign up for our newsletter' });
  assert.equal(await folded.isVisible(), false);
  await page.click('#tab-facts');
  await page.click('[data-role=correct-paragraphs]');
  assert.equal(await folded.isVisible(), true);
  const choice = page.locator('.ng-choice', { hasText: 'Sign up for our newsletter' }).locator('select');
  await settledAgain(page, () => choice.selectOption('body'));
  assert.equal(await folded.count(), 0);
  assert.equal(await page.locator('.ng-body', { hasText: 'Sign up for our newsletter' }).count(), 1);
});

test('of several articles the largest is taken, and of a live blog all posts', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const teasers = ['One', 'Two', 'Three'].map(word => teaser(`${word} other story`)).join('');
  await paste(page, {
    'text/html': `<main>${teasers}<article><h1>Mayor resigns after vote</h1>${paragraphs}</article></main>`,
  });
  await settled(page);
  assert.doesNotMatch(await page.inputValue('#text'), /other story/);
  assert.ok((await page.inputValue('#text')).endsWith(STORY.at(-1)));

  const posts = STORY.map(words => `<article><h2>At noon</h2><p>${words} ${words}</p></article>`).join('');
  await settledAgain(page, () =>
    page.evaluate(html => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, `<h1>Live: the vote in the council</h1>${posts}`),
  );
  for (const words of STORY) assert.ok((await page.inputValue('#text')).includes(words), words);
});

test('a dated element far from the head is no day of publication', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const html = `<h1>Mayor resigns after vote</h1>${paragraphs}<p>See also: <time datetime="2019-05-05">May 2019</time></p>`;
  await paste(page, { 'text/html': html });
  await settled(page);
  assert.equal(await page.inputValue('#date'), '');
});

test('the day of a quoted post is not that of the article', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const post =
    '<blockquote><p>Big news tonight</p>— Ana Lowe <time datetime="2025-03-09">March 9, 2025</time></blockquote>';
  for (const html of [paragraphs.replace('</p>', `</p>${post}`), post + paragraphs]) {
    await settledAgain(page, () => paste(page, { 'text/html': `<h1>Mayor resigns after vote</h1>${html}` }));
    assert.equal(await page.inputValue('#date'), '');
    await page.click('#new');
  }
});

test('a list of things with links is a story, too', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const items = STORY.map((words, i) => `<li><h3><a href="/${i}">Thing ${i + 1}</a></h3><p>${words}</p></li>`).join('');
  await paste(page, { 'text/html': `<h1>Four things to know of the vote</h1><ol>${items}</ol>` });
  await settled(page);
  for (const words of STORY) assert.ok((await page.inputValue('#text')).includes(words), words);
  assert.equal(await page.locator('.ng-fold').count(), 0);
});

test('what is called aside but holds the story is the story', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/html': `<form><div class="share-widget"><h1>Mayor resigns after vote</h1>${paragraphs}</div></form>`,
  });
  await settled(page);
  assert.deepEqual((await shownWords(page)).slice(-STORY.length), STORY);
});

test('lines right above a story without a heading are its head, as word processors write them', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  const lines = ['Mayor resigns after vote', 'By Cleo Park', '30 June 2025', ...STORY];
  await paste(page, { 'text/html': lines.map(words => `<p class="MsoNormal">${words}</p>`).join('') });
  await settled(page);
  assert.deepEqual(await shownWords(page), lines);
  assert.equal(await page.inputValue('#date'), '2025-06-30');
});

test('a day beside a link to another story is not this one’s', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const other = '<div><a href="/x">Storm hits the coast</a> <time datetime="2024-01-02">2 January 2024</time></div>';
  const own = '<h1>Mayor resigns after vote</h1><h4>By Cleo Park</h4><time datetime="2025-06-30">30 June 2025</time>';
  await paste(page, { 'text/html': `${other}${own}${paragraphs}` });
  await settled(page);
  const { article, text } = JSON.parse(await download(page, 'json'));
  assert.equal(article.published, '2025-06-30');
  assert.deepEqual(
    article.byline.map(({ start, end }) => text.slice(start, end)),
    ['Cleo Park'],
  );
});

const head = async page => {
  const { article, text } = JSON.parse(await download(page, 'json'));
  const words = span => text.slice(span.start, span.end);
  return { headline: article.headline && words(article.headline), byline: article.byline.map(words), text };
};

/** Reads markup as a new article and gives its head. */
async function headOf(page, html) {
  await settledAgain(page, () => paste(page, { 'text/html': html }));
  const found = await head(page);
  await page.click('#new');
  return found;
}

test('who wrote is told from what stands on the same line', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const h1 = '<h1>Mayor resigns after vote</h1>';
  for (const [line, expected] of [
    ['By <a rel="author">Cleo Park</a> Published in Town Hall June 30, 2025 2:24 pm', ['Cleo Park']],
    [
      '<a href="/n">News</a>Edited by <span itemprop="author">Cleo Park</span> (with agencies)Updated: 1 July',
      ['Cleo Park'],
    ],
    ['By <a href="/people/cleo-park">Cleo Park</a>, <a href="/people/bo-reed">Bo Reed</a>', ['Cleo Park', 'Bo Reed']],
    ['By <a rel="author">Cleo Park</a>, a reporter in the town', ['Cleo Park']],
    ['<span>By Cleo Park</span><span>•</span><span>14 May 2025</span>', ['Cleo Park']],
    ['<span>By Lê Thị Hoa</span> | <span>Updated 14 May 2025</span>', ['Lê Thị Hoa']],
    ['<h4><span class="author">Cleo Park</span></h4><div class="author">Cleo Park</div>', ['Cleo Park']],
  ])
    assert.deepEqual((await headOf(page, `${h1}<div>${line}</div>${paragraphs}`)).byline, expected, line);
  const above = `<p class="byline">Cleo Park</p>${h1}${paragraphs}`;
  assert.deepEqual((await headOf(page, above)).byline, ['Cleo Park'], 'above the headline');
  const without = `<p><a rel="author">Cleo Park</a></p>${links(['Facebook', 'Print'])}${paragraphs}`;
  assert.deepEqual((await headOf(page, without)).byline, ['Cleo Park'], 'without a headline');
  const film = Array.from({ length: 30 }, (_, i) => `<div>Film ${i}</div>`).join('');
  assert.deepEqual((await headOf(page, `${h1}${film}<p class="byline">Cleo Park</p>${paragraphs}`)).byline, [
    'Cleo Park',
  ]);
});

test('the name of the site is no headline', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const site = '<h2><a href="/">The Town Hall Courier</a></h2>';
  const titled = `<head><title>Mayor resigns after vote - The Town Hall Courier</title></head>`;
  const later = `${titled}<body>${site}<h1>Mayor resigns after a vote</h1>${paragraphs}</body>`;
  assert.equal((await headOf(page, later)).headline, 'Mayor resigns after a vote');
  const blog = `<h1><a href="/">The Town Hall Courier</a></h1><h3 class="post-title">Mayor resigns after vote</h3>${paragraphs}`;
  assert.equal((await headOf(page, blog)).headline, 'Mayor resigns after vote');
});

test('words beside a picture on the line of a paragraph are a caption; short last words are story', async ({
  browser,
  url,
}) => {
  const { page } = await open(browser, url);
  const picture = '<span class="image"><img alt=""><span class="caption">© Harbour Pictures</span></span>';
  const last =
    '<p>“It is over for good,” she wrote on a board in the hall:</p><p>“I am glad that it is over, and so is the whole town,” Hale said.</p>';
  const html = `<h1>Mayor resigns after vote</h1>${paragraphs.replace('<p>', `<p>${picture}`)}${last}`;
  await paste(page, { 'text/html': html });
  await settled(page);
  const { article, text } = JSON.parse(await download(page, 'json'));
  const kinds = article.blocks.map(({ kind, start, end }) => [text.slice(start, end), kind]);
  assert.deepEqual(kinds[1], ['© Harbour Pictures', 'caption']);
  assert.deepEqual(kinds[2], [STORY[0], 'body']);
  assert.ok(!kinds.some(([, kind]) => kind === 'furniture'), JSON.stringify(kinds.at(-1)));
});

test('a box that asks for an address is no part of the story, whatever it is called', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const box =
    '<div><h3>The Morning</h3><p>All you need to know before the day begins, sent to you at six.</p><label>E-mail</label></div>';
  await paste(page, { 'text/html': `<h1>Mayor resigns after vote</h1>${paragraphs.replace('</p>', `</p>${box}`)}` });
  await settled(page);
  assert.deepEqual((await shownWords(page)).slice(-STORY.length), STORY);
  assert.doesNotMatch(await page.inputValue('#text'), /The Morning|E-mail/);
});

test('a paste of styled markup leaves the console empty', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  const html = `<base href="https://x.example/"><style>p { color: red }</style><div style='color: red; background: url("a>b")'
    STYLE=color:red onclick="alert(1)"><p style="display: block" onmouseover='x'>${STORY.join(' ')} Of ten, one = lost: style=none.</p></div>`;
  await paste(page, { 'text/html': html, 'text/plain': 'x' });
  await settled(page);
  assert.equal(await page.inputValue('#text'), `${STORY.join(' ')} Of ten, one = lost: style=none.`);
  assert.deepEqual(record.console, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

test('a paste is taken anywhere on the page, also while reading, and can be undone', async ({ browser, url }) => {
  const { page, context } = await open(browser, url);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasteKeys = async words => {
    await page.evaluate(words => navigator.clipboard.writeText(words), words);
    await page.evaluate(() => document.activeElement.blur());
    return settledAgain(page, () => page.keyboard.press('Control+V'));
  };
  await pasteKeys(STORY[0]);
  assert.equal(await page.inputValue('#text'), STORY[0]);
  await pasteKeys(STORY[2]);
  assert.equal(await page.inputValue('#text'), STORY[2]);
  await settledAgain(page, () => page.click('#undo'));
  assert.equal(await page.inputValue('#text'), STORY[0]);
});

test('an address alone is not read, and it is said what to do', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': ' https://news.example/mayor ' });
  assert.match(await page.textContent('#status'), /only an address/);
  assert.equal(await page.inputValue('#text'), '');
});

test('typing keeps what the page said of other paragraphs', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, {
    'text/html': `<h1>mayor resigns after vote</h1>${paragraphs}<figure><figcaption>The hall on Sunday evening</figcaption></figure>`,
  });
  await settled(page);
  const kinds = async () => JSON.parse(await download(page, 'json')).article.blocks.map(({ kind }) => kind);
  const before = await kinds();
  assert.ok(before.includes('caption') && before.includes('headline'));
  await page.click('#view-edit');
  await page.locator('#text').press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await settledAgain(page, () => page.keyboard.press('Space'));
  await page.click('#view-read');
  assert.deepEqual(await kinds(), before);
});

test('copies hold the words of the article only, and folded parts stay off paper', async ({ browser, url }) => {
  const { page, context } = await open(browser, url);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, {
    'text/html': `<h1>Mayor resigns</h1>${paragraphs.replace('</p>', '</p><p><a href="/x">Sign up now</a></p>')}<figcaption>The hall</figcaption>`,
  });
  await settled(page);
  const fold = page.locator('.ng-fold');
  await fold.locator('summary').click();
  const copied = async () => {
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.ng-article')));
  assert.equal(await copied(), ['Mayor resigns', ...STORY, 'The hall'].join('\n\n'));
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.ng-fold .ng-block')));
  assert.equal(await copied(), 'Sign up now');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await fold.isVisible(), false);
});

test('the summary and the quotes are copied as plain words', async ({ browser, url }) => {
  const { page, context } = await open(browser, url);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, { 'text/html': `<h1>Mayor resigns</h1>${paragraphs}` });
  await settled(page);
  await page.click('[data-role=copy-summary]');
  await page.locator('#status').filter({ hasText: 'Copied' }).waitFor();
  const summary = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(summary.startsWith('Mayor resigns\n\n') && summary.includes(STORY[0]), summary);
  await page.click('#tab-quotes');
  await page.evaluate(() => {
    document.getElementById('status').textContent = '';
  });
  await page.click('[data-role=copy-quotes]');
  await page.locator('#status').filter({ hasText: 'Copied' }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Ana Lowe: “I am tired,?” \(direct\)$/m);
});

test('the address belongs to its article, and files are named after it', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const head =
    '<link rel="canonical" href="https://news.example/mayor"><meta property="article:published_time" content="2025-06-30">';
  const file = (html, name = 'a.html') =>
    page.setInputFiles('#file', { name, mimeType: 'text/html', buffer: Buffer.from(html) });
  await settledAgain(page, () =>
    file(`<html><head>${head}</head><body><h1>Mayor “resigns” after vote</h1>${paragraphs}</body></html>`),
  );
  await page.click('#export');
  assert.equal(await page.inputValue('#url'), 'https://news.example/mayor');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#export-choices [data-kind=csv-quotes]'),
  ]);
  assert.equal(saved.suggestedFilename(), 'mayor-resigns-after-vote-2025-06-30-quotes.csv');
  await settledAgain(page, () => file(`<p>${STORY.join(' ')}</p>`));
  await page.click('#export');
  assert.equal(await page.inputValue('#url'), '');
});

const words = `Café owners in Łódź… “${STORY[0]}”`;
const western = `Caf\u00e9 owners said \u201cno\u201d \u2013 twice.`;
const latin = Buffer.from(
  [...western].map(c => ({ '\u201c': 0x93, '\u201d': 0x94, '\u2013': 0x96 })[c] ?? c.codePointAt(0)),
);
const swapped = text => Buffer.from(text, 'utf16le').swap16();
const message = (type, body, encoding = '8bit') =>
  `Subject: =?utf-8?Q?Mayor_resigns_at_the_caf=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
const XML = `<w:document xmlns:w="http://w.example/"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Mayor resigns</w:t></w:r></w:p><w:p><w:r><w:t>Ana Lowe </w:t></w:r><w:r><w:t>left.</w:t></w:r></w:p></w:body></w:document>`;

const FILES = [
  ['utf8.txt', Buffer.from(words), words],
  ['mark.txt', Buffer.from(`\ufeff${words}`), words],
  ['wide.txt', Buffer.from(`\ufeff${words}`, 'utf16le'), words],
  ['wide-bare.txt', Buffer.from(words, 'utf16le'), words],
  ['big-endian.txt', swapped(`\ufeff${words}`), words],
  ['windows.txt', latin, western],
  ['windows.html', Buffer.concat([Buffer.from('<meta charset=windows-1252><p>'), latin]), western],
  [
    'a.md',
    Buffer.from(
      '# Mayor *resigns*\n\nAna [Lowe](https://x.example) **left** the\nhall_of_fame.\n\n- one\n- two\n\n> Quoted `code`.',
    ),
    'Mayor resigns\n\nAna Lowe left the\nhall_of_fame.\n\none\n\ntwo\n\nQuoted code.',
  ],
  [
    'notes.md',
    Buffer.from(
      '# Mayor resigns\n\n<!-- to be checked -->\n\nAna Lowe left.[^1] She was tired.\n\n| Year | Ships |\n| --- | ---: |\n| 2019 | 30 |\n\n[^1]: Says the council.',
    ),
    'Mayor resigns\n\nAna Lowe left. She was tired.\n\nYear Ships\n2019 30\n\nSays the council.',
  ],
  [
    'page.txt',
    Buffer.from('<!DOCTYPE html>\n<html><body><h1>Caf\u00e9</h1><p>Ana left.</p></body></html>'),
    'Café\n\nAna left.',
  ],
  ['a.eml', Buffer.from(message('text/plain; charset=utf-8', words)), `Mayor resigns at the café\n\n${words}`],
  [
    'b.eml',
    Buffer.from(
      message(
        'multipart/alternative; boundary="b"',
        `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<h1>Caf\u00e9</h1><p>Ana left.</p>`).toString('base64')}\r\n--b--`,
      ),
    ),
    'Café\n\nAna left.',
  ],
  [
    'a.mhtml',
    Buffer.from(
      message(
        'multipart/related; boundary=b',
        '--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>Caf=C3=A9</h1><p>Ana =\r\nleft.</p>\r\n--b--',
      ),
    ),
    'Café\n\nAna left.',
  ],
  ['a.docx', archive({ 'word/other.xml': '<x/>', 'word/document.xml': XML }), 'Mayor resigns\n\nAna Lowe left.'],
];

test('files of many kinds are read as their words', async ({ browser, url }) => {
  const { page, record } = await open(browser, url);
  for (const [name, buffer, expected] of FILES) {
    await settledAgain(page, () => page.setInputFiles('#file', { name, mimeType: '', buffer }));
    assert.equal(await page.inputValue('#text'), expected, name);
  }
  assert.deepEqual(record.console, []);
});

test('files without words, and files that are no text, are refused in words', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  const picture = Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 256));
  for (const [name, buffer, said] of [
    ['empty.txt', Buffer.from(''), /holds no words/],
    ['blank.html', Buffer.from('<p> </p>'), /holds no words/],
    ['address.txt', Buffer.from('https://news.example/mayor\n'), /only an address/],
    ['mayor.url', Buffer.from('[InternetShortcut]\r\nURL=https://news.example/mayor'), /only an address/],
    ['a.rtf', Buffer.from('{\\rtf1\\ansi Ana Lowe left.\\par}'), /paste it here/],
    ['a.png', picture, /cannot be read/],
    ['sheet.xlsx', archive({ 'xl/workbook.xml': '<x/>' }), /cannot be read/],
    ['bomb.docx', archive({ 'word/document.xml': 'a'.repeat(40 << 20) }), /cannot be read/],
    ['broken.docx', Buffer.from('PK\x03\x04 and nothing else'), /cannot be read/],
  ]) {
    await page.evaluate(() => {
      document.getElementById('status').textContent = '';
    });
    await page.setInputFiles('#file', { name, mimeType: '', buffer });
    await page.locator('#status').filter({ hasText: said }).waitFor({ timeout: 5000 });
  }
  assert.equal(await page.inputValue('#text'), '');
});

test('all that is selected and copied is the article, wherever the reader is', async ({ browser, url }) => {
  const { page, context } = await open(browser, url);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, { 'text/plain': STORY.join('\n\n') });
  await settled(page);
  const copied = async () => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  for (const place of ['#main', '#tab-summary', '#legend input', '[data-role=length]']) {
    await page.focus(place);
    await page.keyboard.press('Control+A');
    assert.equal(await copied(), STORY.join('\n\n'), place);
  }
  // A selection that goes on beside the article gives its words in the article alone.
  await page.evaluate(() => {
    const goal = document.querySelector('#side h3');
    getSelection().setBaseAndExtent(document.querySelector('#figures'), 0, goal, 1);
  });
  assert.equal(await copied(), STORY.join('\n\n'));
  // What is selected beside the article, and in a field, is copied as it is.
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#panel-summary h3')));
  assert.match(await copied(), /nut graf/i);
  await page.click('#tab-entities');
  await page.fill('.names-filter', 'Lowe');
  await page.focus('.names-filter');
  await page.keyboard.press('Control+A');
  assert.equal(await copied(), 'Lowe');
});

test('an article that is pasted into a field of one line is read; a few words are typed there', async ({
  browser,
  url,
}) => {
  const { page, context } = await open(browser, url);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, { 'text/plain': STORY[0] });
  await settled(page);
  const pasteInto = async (place, words) => {
    await page.evaluate(words => navigator.clipboard.writeText(words), words);
    await page.focus(place);
    await page.keyboard.press('Control+V');
  };
  await page.click('#tab-entities');
  await settledAgain(page, () => pasteInto('#legend input', STORY[1]));
  assert.equal(await page.inputValue('#text'), STORY[1], 'nothing is typed into a box that is ticked');
  await settledAgain(page, () => page.click('#undo'));
  await page.click('#tab-entities');
  await pasteInto('.names-filter', 'Lowe');
  assert.equal(await page.inputValue('.names-filter'), 'Lowe');
  assert.equal(await page.inputValue('#text'), STORY[0]);
  for (const place of ['.names-filter', '#date']) {
    const words = `${place}\n\n${STORY.join('\n\n')}`;
    await settledAgain(page, () => pasteInto(place, words));
    assert.equal(await page.inputValue('#text'), words);
    assert.equal(await page.inputValue('.names-filter'), '');
  }
});

test('the source of a page that is pasted as plain text is read as a page', async ({ browser, url }) => {
  const { page } = await open(browser, url);
  await paste(page, { 'text/plain': `<!doctype html>\n<html><body>${PAGE}</body></html>` });
  await settled(page);
  assert.deepEqual((await shownWords(page)).slice(-STORY.length), STORY);
  assert.equal(await page.textContent('.ng-article h2'), 'Mayor resigns after vote');
});
