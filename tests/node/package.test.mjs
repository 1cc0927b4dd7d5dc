// The optimised package in node: an optimiser can break a module without a word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { selectSummary } from '../../www/nutgraf/summarize.js';

const pkg = new URL('../../www/nutgraf/pkg/', import.meta.url);
const { initSync, analyze, entities, quotes, summary, version } = await import(new URL('nutgraf.js', pkg));
initSync({ module: readFileSync(new URL('nutgraf_bg.wasm', pkg)) });

test('it reads a text and counts in UTF-16 code units', () => {
  const text = '“Café 🎉,” Ana Lowe said. Nobody left.';
  const report = analyze(text);
  assert.equal(report.offsets, 'utf16');
  const sentences = report.sentences.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(sentences, ['“Café 🎉,” Ana Lowe said.', 'Nobody left.']);
});

test('the date of publication is taken', () => {
  assert.equal(analyze('It rained.', { date: '2025-06-30' }).article.published, '2025-06-30');
});

test('a wrong date is an error with a remedy', () => {
  assert.throws(() => analyze('It rained.', { date: 'yesterday' }), { name: 'RangeError', message: /YYYY-MM-DD/ });
});

test('lone surrogates and other oddities do not trap', () => {
  for (const text of ['', '\ud800', 'a\udc00b', '\0', '\ufeff', '\r\n'.repeat(1000), 'x'.repeat(1e6)]) {
    assert.equal(analyze(text).schema, 1);
  }
});

test('what is no text and what are no options is refused, and the module goes on', () => {
  for (const text of [undefined, null, 42, {}, [], Symbol('x'), new String('x'), 10n]) {
    assert.throws(() => analyze(text), { name: 'TypeError', message: /must be a string/ });
  }
  for (const options of [42, 'x', [], () => {}, Symbol('x'), { dates: 1 }]) {
    assert.throws(() => analyze('x', options), TypeError);
  }
  assert.equal(analyze('Ana Lowe left.').entities[0].name, 'Ana Lowe');
});

test('the four functions agree with each other', () => {
  const text = '“No,” Ana Lowe said. Nobody left. Bob Hale stayed on Sunday.';
  const report = analyze(text);
  assert.deepEqual(entities(text), report.entities);
  assert.deepEqual(quotes(text), report.quotes);
  for (const length of [{}, { sentences: 1 }, { words: 6 }, { share: 0.5 }]) {
    const places = summary(text, length).map(({ start, end }) => ({ start, end }));
    const chosen = selectSummary(report, length, text).map(({ start, end }) => ({ start, end }));
    assert.deepEqual(places, chosen);
  }
  for (const { start, end, text: words } of summary(text)) assert.equal(text.slice(start, end), words);
  assert.match(version(), /^\d+\.\d+\.\d+$/);
});
