// Spans of a text, which every view and file walks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inContext, lineAround, shortened } from '../../www/nutgraf/report-view/context.js';
import { firstOf, inTextOrder, overlap, sentenceAt, wordsAt } from '../../www/nutgraf/spans.js';

const TEXT = 'One.  Two 🎉. Three.';
const SENTENCES = [
  { start: 0, end: 4 },
  { start: 6, end: 13 },
  { start: 14, end: 20 },
];

test('a place is in its sentence, between two in the next, and behind the last in none', () => {
  assert.deepEqual(
    SENTENCES.map(sentence => wordsAt(TEXT, sentence)),
    ['One.', 'Two 🎉.', 'Three.'],
  );
  for (const [place, sentence] of [
    [0, 0],
    [3, 0],
    [4, 1],
    [6, 1],
    [12, 1],
    [13, 2],
    [19, 2],
    [20, -1],
    [99, -1],
  ])
    assert.equal(sentenceAt({ sentences: SENTENCES }, place), sentence, `${place}`);
  assert.equal(sentenceAt({ sentences: [] }, 0), -1);
});

test('the first that a condition holds for is found, in any number of them', () => {
  for (let count = 0; count < 9; count += 1)
    for (let first = 0; first <= count; first += 1)
      assert.equal(
        firstOf(count, index => index >= first),
        first,
      );
});

test('spans that only touch do not overlap, and their order is that of the text', () => {
  const [first, second] = SENTENCES;
  assert.equal(overlap({ start: 0, end: 6 }, second), false);
  assert.equal(overlap({ start: 0, end: 7 }, second), true);
  assert.deepEqual(inTextOrder([second, first]), [first, second]);
});

test('words are cut between words, and a cut is shown only where there is one', () => {
  const text = 'First line.\nThe council  of the town had argued all night.\nLast line.';
  const place = { start: text.indexOf('town'), end: text.indexOf('town') + 4 };
  const line = lineAround(text, place);
  const shown = reach => Object.values(inContext(text, place, line, reach)).join('|');
  assert.equal(wordsAt(text, line), 'The council  of the town had argued all night.');
  assert.equal(shown(), 'The council of the |town| had argued all night.');
  assert.equal(shown(10), '…of the |town| had…');
  assert.equal(shown(2), '…|town|…');
  assert.equal(shown(21), 'The council of the |town| had argued all…');
  assert.deepEqual(lineAround(text, { start: 0, end: 5 }), { start: 0, end: 11 });
  assert.deepEqual(lineAround(text, { start: text.length - 5, end: text.length }), {
    start: text.lastIndexOf('\n') + 1,
    end: text.length,
  });
  for (const [words, most, cut] of [
    ['one two', 7, 'one two'],
    ['one two', 6, 'one…'],
    ['onetwo', 3, 'one…'],
  ])
    assert.equal(shortened(words, most), cut);
});
