/**
 * What a reader puts right, on reports written by hand: in the report itself, after an edit, and in every export.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctOptions } from '../../www/nutgraf/correct-options.js';
import { applyCorrections } from '../../www/nutgraf/corrections.js';
import { exportReport } from '../../www/nutgraf/export/index.js';
import { movedBy, placeOf } from '../../www/nutgraf/places-in-text.js';
import { speakersOf, sureFacts } from '../../www/nutgraf/report-view/speakers.js';

const TEXT = 'Ana Lowe resigned. “I am tired,” she said. Bob Hale stayed. “So am I,” he said. “Why?” asked one.';

const place = words => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const mention = words => ({ ...place(words), form: 'name', source: 'tagger', link: 'own', confidence: 1 });
const person = (id, name) => ({
  id,
  kind: 'person',
  name,
  aliases: [],
  role: null,
  role_span: null,
  salience: 1 / (id + 1),
  mentions: [mention(name)],
});
const quote = (id, words, speaker, more = {}) => ({
  id,
  kind: 'direct',
  parts: [place(words)],
  group: null,
  inside: null,
  cue: null,
  verb: 'say',
  speaker,
  speaker_span: null,
  attribution: speaker == null ? 'unresolved' : 'named',
  via: null,
  status: 'asserted',
  confidence: 0.9,
  probable: false,
  because: 'The pronoun “she” stands for Ana Lowe.',
  ...more,
});

const REPORT = {
  schema: 1,
  model: 'test',
  offsets: 'utf16',
  article: { published: null, published_span: null, headline: null, byline: [], blocks: [], leads: [] },
  sentences: ['Ana Lowe resigned.', 'Bob Hale stayed.'].map(words => ({ ...place(words), block: 0 })),
  entities: [person(0, 'Ana Lowe'), person(1, 'Bob Hale')],
  quotes: [
    quote(0, 'I am tired,', 0),
    quote(1, 'So am I,', 1, { probable: true, confidence: 0.4, because: 'Bob Hale was named last.' }),
    quote(2, 'Why?', null),
  ],
  timeline: [],
  summary: [0, 1].map(sentence => ({ sentence, score: 1, reasons: [], needs: null })),
  nut_graf: 0,
  nut_line: 0,
  key_facts: [0, 1].map(id => ({ kind: 'said', ...place('So am I,'), sentence: 0, entity: id, quote: id })),
  notices: [],
};

const groups = report => speakersOf(TEXT, report).map(({ name, sort, quotes }) => [name, sort, quotes.length]);
const speaker = (words, to) => ({ op: 'speaker', start: TEXT.indexOf(words), words, to });

test('a probable speaker stands apart, with a word of doubt, and is no key fact', () => {
  assert.deepEqual(groups(REPORT), [
    ['Ana Lowe', 'named', 1],
    ['probably Bob Hale', 'probable', 1],
    ['Speaker not found', 'unresolved', 1],
  ]);
  assert.deepEqual(
    sureFacts(REPORT).map(fact => fact.quote),
    [0],
  );
});

test('every export says that a speaker is only probable, and why', () => {
  const files = Object.fromEntries(
    ['markdown', 'csv-quotes', 'jsonld', 'annotations', 'json'].map(kind => [
      kind,
      exportReport(kind, TEXT, REPORT).content,
    ]),
  );
  assert.match(files.markdown, /\*\*probably Bob Hale\*\* \(direct\): “So am I,” \*Bob Hale was named last\.\*/);
  assert.match(files['csv-quotes'], /"So am I,",direct,probably Bob Hale,,named,true,false,.*Bob Hale was named last/);
  assert.match(files['csv-quotes'], /"I am tired,",direct,Ana Lowe,,named,false,false,/);
  const [sure, probable] = JSON.parse(files.jsonld).hasPart;
  assert.equal(sure.spokenByCharacter.name, 'Ana Lowe');
  assert.equal(probable.spokenByCharacter, undefined);
  assert.equal(probable.description, 'probably Bob Hale: Bob Hale was named last.');
  assert.match(files.annotations, /speaker: probably Bob Hale \(Bob Hale was named last\.\)/);
  assert.equal(JSON.parse(files.json).quotes[1].probable, true);
});

test('a speaker becomes another entity, a typed name, or nobody', () => {
  const corrected = to => applyCorrections(REPORT, [speaker('So am I,', to)], TEXT);
  const toAna = corrected({ name: 'Ana Lowe', kind: 'person' });
  assert.deepEqual(groups(toAna)[0], ['Ana Lowe', 'named', 2]);
  assert.equal(toAna.quotes[1].corrected, true);
  assert.equal(REPORT.quotes[1].speaker, 1);
  assert.deepEqual(groups(corrected('ana lowe')), groups(toAna));
  assert.ok(groups(corrected('Cleo Park')).some(([name, sort]) => name === 'Cleo Park' && sort === 'named'));
  assert.ok(groups(corrected(null)).some(([name, sort]) => name === 'Unnamed speakers' && sort === 'unnamed'));
  const gone = corrected({ name: 'Dora Marsh', kind: 'person' });
  assert.ok(groups(gone).some(([name]) => name === 'Dora Marsh'));
});

test('a corrected speaker is the reader’s in every export', () => {
  const report = applyCorrections(REPORT, [speaker('So am I,', 'Cleo Park')], TEXT);
  const content = kind => exportReport(kind, TEXT, report).content;
  assert.match(content('markdown'), /\*\*Cleo Park\*\* \(direct, corrected\)/);
  assert.match(content('csv-quotes'), /"So am I,",direct,Cleo Park,,named,false,true,/);
  assert.deepEqual(JSON.parse(content('jsonld')).hasPart[1].spokenByCharacter, {
    '@type': 'Person',
    name: 'Cleo Park',
  });
  assert.match(content('annotations'), /speaker: Cleo Park/);
});

test('one utterance has one speaker', () => {
  const quotes = REPORT.quotes.map(q => ({ ...q, group: q.id === 2 ? null : 7 }));
  const report = applyCorrections({ ...REPORT, quotes }, [speaker('I am tired,', 'Cleo Park')], TEXT);
  assert.deepEqual(
    report.quotes.map(q => q.speaker_name),
    ['Cleo Park', 'Cleo Park', undefined],
  );
});

test('a corrected speaker follows the entity through later corrections', () => {
  const merge = {
    op: 'merge',
    entity: { name: 'Ana Lowe', kind: 'person' },
    into: { name: 'Bob Hale', kind: 'person' },
  };
  const toAna = speaker('So am I,', { name: 'Ana Lowe', kind: 'person' });
  const report = applyCorrections(REPORT, [toAna, merge], TEXT);
  assert.deepEqual(
    report.quotes.map(q => q.speaker),
    [0, 0, null],
  );
  assert.equal(report.entities[0].name, 'Bob Hale');
});

test('a missed name is marked wherever it stands, and takes the place of what was marked in it', () => {
  const words = 'Bob Hale stayed';
  const add = { op: 'add_mention', start: TEXT.indexOf(words), words, entity: { name: words, kind: 'work' } };
  const report = applyCorrections(REPORT, [add], TEXT);
  assert.deepEqual(
    report.entities.map(({ id, name, kind }) => [id, name, kind]),
    [
      [0, 'Ana Lowe', 'person'],
      [1, words, 'work'],
    ],
  );
  const alias = {
    op: 'add_mention',
    start: TEXT.indexOf('one'),
    words: 'one',
    entity: { name: 'Bob Hale', kind: 'person' },
  };
  const known = applyCorrections(REPORT, [alias], TEXT).entities[1];
  assert.deepEqual(known.aliases, ['one']);
  assert.deepEqual(
    known.mentions.map(m => TEXT.slice(m.start, m.end)),
    ['Bob Hale', 'one'],
  );
});

test('a sentence is left out of the summary', () => {
  const drop = { op: 'drop_sentence', start: 0, words: 'Ana Lowe resigned.' };
  const report = applyCorrections(REPORT, [drop], TEXT);
  assert.deepEqual(
    report.summary.map(({ sentence }) => sentence),
    [1],
  );
  assert.equal(report.nut_graf, null);
});

test('paragraphs and the date change how the text is read', () => {
  const text = 'One\n\nTwo\n\nThree';
  const hints = [{ kind: 'headline', start: 0, end: 3 }];
  const corrections = [
    { op: 'block', start: 5, words: 'Two', kind: 'headline' },
    { op: 'date', date: '2025-06-30' },
  ];
  assert.deepEqual(correctOptions({ date: null, hints }, corrections, text), {
    date: '2025-06-30',
    undated: false,
    hints: [
      { kind: 'heading', start: 0, end: 3 },
      { kind: 'headline', start: 5, end: 8 },
    ],
  });
  assert.deepEqual(correctOptions({ date: '2025-06-30' }, [{ op: 'date', date: null }], text), {
    date: null,
    undated: true,
    hints: [],
  });
});

test('words are found where they stand now, the nearest first', () => {
  for (const [text, start, expected] of [
    ['one two one', 0, 0],
    ['one two one', 8, 8],
    ['a one two one', 0, 2],
    ['one two one', 7, 8],
    ['nothing', 0, null],
    ['one', 90, 0],
  ])
    assert.equal(placeOf(text, { start, words: 'one' }), expected, `${text} ${start}`);
});

test('places outlive an edit that does not cut them', () => {
  const before = 'Head\n\nFirst line\n\nSecond line';
  for (const [after, expected] of [
    ['Head\n\nFirst line\n\nSecond line ', ['Head', 'First line', 'Second line ']],
    ['Heads\n\nFirst line\n\nSecond line', ['Heads', 'First line', 'Second line']],
    ['Head\n\nFirst  line\n\nSecond line', ['Head', 'First  line', 'Second line']],
    ['Head\n\nFirst\nline\n\nSecond line', ['Head', null, 'Second line']],
    ['New\n\nHead\n\nFirst line\n\nSecond line', ['Head', 'First line', 'Second line']],
    ['Head\n\nSecond line', ['Head', null, 'Second line']],
    ['', [null, null, null]],
  ]) {
    const moved = movedBy(before, after);
    const found = ['Head', 'First line', 'Second line'].map(words => {
      const span = moved({ start: before.indexOf(words), end: before.indexOf(words) + words.length });
      return span && after.slice(span.start, span.end);
    });
    assert.deepEqual(found, expected, JSON.stringify(after));
  }
});
