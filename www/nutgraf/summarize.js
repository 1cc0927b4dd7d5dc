/**
 * Summaries of any length from a report: pure functions, no module needed.
 */

import { COUNT, checked, SHARE } from './options.js';
import { wordsAt } from './spans.js';

/** @type {Record<keyof import('./types.js').SummaryLength, import('./options.js').Rule>} */
const LENGTH = { words: COUNT, share: SHARE, sentences: COUNT };

/**
 * A summary of the length asked for, in text order. The ranking is nested, so a longer summary holds every shorter
 * one and a change of length needs no new analysis.
 *
 * @param {import('./types.js').Report} report
 * @param {import('./types.js').SummaryLength} [length] three sentences unless it says otherwise
 * @param {string} [text] the text of the report; needed to count words
 * @returns {import('./types.js').SummarySentence[]}
 */
export function selectSummary(report, length, text) {
  const { summary, sentences } = report;
  return summary
    .slice(0, howMany(report, checked(length, LENGTH, '{ sentences: 5 }'), text))
    .map(({ sentence, score, reasons }) => ({
      sentence,
      score,
      reasons,
      start: sentences[sentence].start,
      end: sentences[sentence].end,
    }))
    .sort((a, b) => a.sentence - b.sentence);
}

/**
 * @param {import('./types.js').Report} report
 * @param {import('./types.js').SummaryLength} length
 * @param {string | undefined} text
 */
function howMany({ summary, sentences }, { sentences: count, words, share }, text) {
  if (words != null)
    return withinWords(
      summary.map(s => sentences[s.sentence]),
      words,
      text,
    );
  if (share != null) return Math.max(1, Math.round(summary.length * share));
  return count ?? 3;
}

/**
 * How many of the sentences fit into a number of words; the first always does.
 *
 * @param {import('./types.js').Span[]} ranked
 * @param {number} words
 * @param {string | undefined} text
 */
function withinWords(ranked, words, text) {
  if (typeof text !== 'string')
    throw new TypeError(
      'nutgraf: selectSummary needs the text to count words: selectSummary(report, { words }, text).',
    );
  let total = 0;
  const over = ranked.findIndex(sentence => {
    total += countWords(wordsAt(text, sentence));
    return total > words;
  });
  return over < 0 ? ranked.length : Math.max(1, over);
}

/**
 * Words as a reader counts them: runs without white space that hold a letter or a digit.
 *
 * @param {string} text
 */
export function countWords(text) {
  return text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
