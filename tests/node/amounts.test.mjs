/**
 * Amounts as a reader reads them: what their words come to, and what is to be known beside the number; days, too.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountsOf, badgesOf, recurringOf, valueWords } from '../../www/nutgraf/report-view/amounts.js';
import { withDays } from '../../www/nutgraf/report-view/format.js';

test('badges say how exact an amount is, per what it is counted, and when it comes round', () => {
  assert.deepEqual(badgesOf({ amount: 15, currency: 'USD', approximate: 'about', per: 'hour' }), ['about', 'per hour']);
  assert.deepEqual(badgesOf({ amount: 900, approximate: 'over' }), ['or more']);
  assert.deepEqual(badgesOf({ amount: 900, approximate: 'under' }), ['or less']);
  assert.deepEqual(badgesOf({ every: 'week' }), ['every week']);
  assert.deepEqual(badgesOf({ every: 'week', amount: 2 }), ['every 2 weeks']);
  assert.deepEqual(badgesOf({ amount: 3, unit: 'mile' }), []);
});

test('what an amount comes to is told where its words do not say it in figures', () => {
  for (const [words, value, expected] of [
    ['$4.5 million', { amount: 4_500_000, currency: 'USD' }, 'USD 4,500,000'],
    ['€2.50', { amount: 2.5, currency: 'EUR' }, 'EUR 2.5'],
    ['two dozen boats', { amount: 24, unit: 'boat' }, '24'],
    ['12 boats', { amount: 12, unit: 'boat' }, ''],
    ['1,200 boats', { amount: 1200, unit: 'boat' }, ''],
    ['ten to 12 miles', { amount: 10, amount_to: 12, unit: 'mile' }, '10 – 12'],
    ['every two weeks', { amount: 2, every: 'week' }, ''],
    ['67', { amount: 67, unit: 'year' }, 'age'],
    ['67-year-old', { amount: 67, unit: 'year' }, ''],
  ])
    assert.equal(valueWords(words, value), expected, words);
});

test('amounts stand in the order of the text, without those beside the story', () => {
  const entity = (id, kind, start, value, beside = null) => ({ id, kind, value, mentions: [{ start, beside }] });
  const report = {
    entities: [
      entity(0, 'money', 90, { amount: 1 }),
      entity(1, 'person', 5, null),
      entity(2, 'quantity', 20, { amount: 2 }),
      entity(3, 'age', 10, { amount: 3 }, 'furniture'),
      entity(4, 'date', 30, { every: 'week' }),
      entity(5, 'ticker', 1, { symbol: 'F' }),
    ],
  };
  assert.deepEqual(
    amountsOf(report).map(({ id }) => id),
    [2, 0],
  );
  assert.deepEqual(
    recurringOf(report).map(({ id }) => id),
    [4],
  );
});

test('days in words are written as a reader writes them', () => {
  assert.equal(
    withDays('the Tuesday before publication on 2026-06-11'),
    'the Tuesday before publication on 11 June 2026',
  );
  assert.equal(withDays('no 2026-99-99 is one, nor 12026-06-110'), 'no 2026-99-99 is one, nor 12026-06-110');
});
