// Articles side by side, by the optimised module in node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyCorrections } from '../../www/nutgraf/corrections.js';
import { COMPARISON_EXPORT_KINDS, exportComparison } from '../../www/nutgraf/export/index.js';
import { createAnalyzer } from '../../www/nutgraf/node.js';
import { quotedWords } from '../../www/nutgraf/report-view/quotations.js';

const pkg = new URL('../../www/nutgraf/pkg/', import.meta.url);
const { initSync, analyze, compareReports } = await import(new URL('nutgraf.js', pkg));
initSync({ module: readFileSync(new URL('nutgraf_bg.wasm', pkg)) });

const TEXTS = [
  'Bridge shut 🎉\n\nThe old bridge was closed on Monday after 12 people were hurt.\n\n' +
    '“We will not close the school, and nobody asked us to,” Mayor Ana Lowe said.\n\nBirds sang in the park.',
  'Mayor speaks\n\nThe bridge was closed on Monday after 14 people were hurt.\n\n' +
    '“We will not close the school,” Lowe said.\n\nOmar Haddad, a baker, said he was tired.',
];
const read = texts => texts.map(text => ({ text, report: analyze(text, { date: '2025-06-30' }) }));
const articles = read(TEXTS);
const words = ({ text, start, end }) => TEXTS[text].slice(start, end);

test('what two articles share is found, in UTF-16 code units', () => {
  const { offsets, entities, quotations, statements, pairs, alone } = compareReports(articles);
  assert.equal(offsets, 'utf16');
  const lowe = entities.find(({ name }) => name === 'Ana Lowe');
  assert.deepEqual(
    lowe.in.map(({ text }) => text),
    [0, 1],
  );
  assert.equal(quotations.length, 1);
  assert.equal(quotations[0].relation, 'shorter');
  assert.deepEqual(quotations[0].places.map(words), [
    'We will not close the school, and nobody asked us to',
    'We will not close the school',
  ]);
  assert.deepEqual(
    quotations[0].difference.map(step => [step.op, words(step)]),
    [
      ['equal', 'We will not close the school'],
      ['equal', 'We will not close the school'],
      ['only', 'and nobody asked us to'],
    ],
  );
  const conflict = statements.find(({ relation }) => relation === 'conflict');
  assert.match(conflict.places.map(words).join(' | '), /^12 people.* \| 14 people/);
  assert.ok(pairs.length > 0 && alone.some(({ text }) => text === 1));
});

test('a comparison is the same from the module and from the analyzer', async () => {
  assert.deepEqual(await createAnalyzer().compareReports(articles), compareReports(articles));
});

test('what a reader put right counts', () => {
  const [first, second] = articles;
  const start = TEXTS[1].indexOf('We will not');
  const speaker = { op: 'speaker', start, words: 'We will not close the school', to: 'Omar Haddad' };
  const corrected = applyCorrections(second.report, [speaker], second.text);
  const of = report => compareReports([first, { text: second.text, report }]).speakers;
  const wordsOf = (speakers, name) =>
    speakers.find(found => found.name === name)?.in.find(({ text }) => text === 1)?.words;
  assert.equal(wordsOf(of(second.report), 'Ana Lowe'), 6);
  assert.equal(wordsOf(of(corrected), 'Ana Lowe'), undefined);
  assert.equal(wordsOf(of(corrected), 'Omar Haddad'), 6 + wordsOf(of(second.report), 'Omar Haddad'));

  const typed = applyCorrections(second.report, [{ ...speaker, to: 'Zoë Quist' }], second.text);
  assert.equal(wordsOf(of(typed), 'Zoë Quist'), 6);

  const person = name => ({ name, kind: 'person' });
  const merge = { op: 'merge', entity: person('Omar Haddad'), into: person('Lowe') };
  const merged = applyCorrections(second.report, [merge], second.text);
  assert.equal(wordsOf(of(merged), 'Omar Haddad'), undefined);
});

test('what is no list of articles with their reports is refused with a remedy', () => {
  const [first, second] = articles;
  for (const given of [
    undefined,
    null,
    'x',
    {},
    [first, 5],
    [first, {}],
    [first, { text: 'x' }],
    [{ ...first, text: 1 }],
  ])
    assert.throws(() => compareReports(given), { name: 'TypeError', message: /nutgraf: .* Give / });
  assert.throws(() => compareReports([first, { ...second, report: { ...second.report, sentences: null } }]), TypeError);
  for (const given of [[], [first], Array(6).fill(first)])
    assert.throws(() => compareReports(given), { name: 'RangeError', message: /two to five/ });
  assert.throws(() => compareReports([first, { ...second, text: 'Another text.' }]), {
    name: 'RangeError',
    message: /text 1 does not fit/,
  });
});

test('reports that were tampered with break nothing', () => {
  const [first, { text, report }] = articles;
  const tampered = [
    { ...report, sentences: [...report.sentences].reverse() },
    { ...report, sentences: report.sentences.map(sentence => ({ ...sentence, start: 0, end: text.length })) },
    { ...report, timeline: [...report.timeline].reverse(), quotes: [...report.quotes].reverse() },
    { ...report, quotes: report.quotes.map(quote => ({ ...quote, parts: [] })) },
    { ...report, quotes: report.quotes.flatMap(quote => [quote, { ...quote, kind: 'mixed' }]) },
    {
      ...report,
      entities: report.entities.map(entity => ({ ...entity, name: '', aliases: [], salience: Number.NaN })),
    },
    { ...report, entities: report.entities.map(entity => ({ ...entity, kind: 'money', value: { amount: Infinity } })) },
  ];
  for (const report of tampered) assert.equal(compareReports([first, { text, report }]).schema, 1);
  for (const quotes of [
    [{ ...report.quotes[0], speaker: 99 }],
    [{ ...report.quotes[0], parts: [{ start: 5, end: 2 }] }],
  ])
    assert.throws(() => compareReports([first, { text, report: { ...report, quotes } }]), RangeError);
});

test('a comparison becomes files', () => {
  const comparison = compareReports(articles);
  const [json, markdown, csv] = COMPARISON_EXPORT_KINDS.map(
    kind => exportComparison(kind, articles, comparison).content,
  );
  assert.equal(JSON.parse(json).texts[1].text, TEXTS[1]);
  const shorter = /Cut shorter \(A, B\): We will not close the school \\\[A: \*and nobody asked us to\*\\\]/;
  assert.match(markdown, shorter);
  const rows = csv.trim().split('\r\n');
  assert.equal(rows[0], 'what,relation,name,score,A,A_start,A_sentence,B,B_start,B_sentence');
  assert.ok(rows.some(row => row.startsWith('person,shared,Ana Lowe,,')));
  assert.ok(rows.some(row => /^sentence,counterpart,,0\.\d{3},/.test(row)));
  assert.throws(() => exportComparison('pdf', articles, comparison), RangeError);
  assert.equal(exportComparison('csv', articles, comparison).name, 'bridge-shut-2025-06-30-comparison.csv');
});

/** The files of two texts, as they were found. */
function filesOf(...texts) {
  const given = read(texts);
  const comparison = compareReports(given);
  return Object.fromEntries(
    COMPARISON_EXPORT_KINDS.map(kind => [kind, exportComparison(kind, given, comparison).content]),
  );
}

test('what is at odds stands in its sentence, in every file', () => {
  const { markdown, csv } = filesOf(...TEXTS);
  const [first, second] = ['12', '14'].map(count => `The bridge was closed on Monday after ${count} people were hurt.`);
  assert.match(
    markdown,
    /## At odds\n\n- A: The old bridge was closed on Monday after \*\*12 people[^*]*\*\*.*\n {2}B: .*after \*\*14 people/,
  );
  const row = csv.split('\r\n').find(line => line.startsWith('amount,conflict,'));
  assert.ok(row.includes(first.replace('The', 'The old')) && row.includes(second), row);
});

test('words that are the same stand once in a file, and whole', () => {
  const whole = '“We will not close the school and nobody asked us to,” Ana Lowe said.';
  const cut = 'Officials met.\n\n“We will not close the school,” Ana Lowe said, “and nobody asked us to.”';
  const again = '‘We will not close the school and nobody asked us to’\n\nBy Cleo Park\n\n';
  for (const [texts, words] of [
    [[whole, cut], '“We will not close the school and nobody asked us to”'],
    [[cut, whole], '“We will not close the school … and nobody asked us to”'],
    [[again + whole, whole], '“We will not close the school and nobody asked us to”'],
  ]) {
    const { markdown, csv } = filesOf(...texts);
    assert.ok(markdown.includes(`Same words (A, B): ${words}\n`), markdown);
    assert.match(csv, new RegExp(`quotation,same,,,"?${words.slice(1, -1)},`));
  }
});

test('words that are only probably of somebody are told as such', () => {
  for (const [place, words] of [
    [{ words: 1, probable_words: 0 }, '1 word'],
    [{ words: 52, probable_words: 9 }, '52 words, and probably 9 more'],
    [{ words: 0, probable_words: 9 }, 'probably 9 words'],
  ])
    assert.equal(quotedWords(place), words);
});

test('a text without a headline is called by its first words', () => {
  const { markdown } = filesOf('Ana Lowe left on Monday. She was tired.', TEXTS[1]);
  assert.match(markdown, /- \*\*A\*\* Ana Lowe left on Monday\. She was tired\. \(/);
});
