// Articles side by side, by the optimised module in node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyCorrections } from '../../www/nutgraf/corrections.js';
import { COMPARISON_EXPORT_KINDS, exportComparison } from '../../www/nutgraf/export/index.js';
import { createAnalyzer } from '../../www/nutgraf/node.js';

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
  assert.match(markdown, /## In conflict\n\n- A “12 people[^”]*” \/ B “14 people/);
  assert.match(markdown, /Cut shorter: We will not close the school \\\[A: \*and nobody asked us to\*\\\]/);
  const rows = csv.trim().split('\r\n');
  assert.equal(rows[0], 'what,relation,name,A,A_start,B,B_start');
  assert.ok(rows.some(row => row.startsWith('person,shared,Ana Lowe,')));
  assert.throws(() => exportComparison('pdf', articles, comparison), RangeError);
});
