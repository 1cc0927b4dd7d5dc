/**
 * Words with what stands beside them, as "…killing at least 11 people and leaving 14 others missing, the Philippine…".
 */
import { wordsAt } from '../spans.js';

/** @typedef {import('../types.js').Span} Span */

/**
 * Where more stands beside the words than is shown, it is cut between words.
 *
 * @param {string} text
 * @param {Span} place
 * @param {Span} around what stands beside the words: their sentence, their line
 * @param {number} [reach] characters that are shown on either side; all of them, if it is left out
 */
export function inContext(text, place, around, reach = Number.POSITIVE_INFINITY) {
  const from = Math.max(around.start, place.start - reach);
  const to = Math.min(around.end, place.end + reach);
  const [before, after] = [text.slice(from, place.start), text.slice(place.end, to)];
  return {
    before: squeezed(from > around.start ? before.replace(/^\S*\s+|^/, '…') : before),
    words: wordsAt(text, place),
    after: squeezed(to < around.end ? after.replace(/\s\S*$|$/, '…') : after),
  };
}

/**
 * The line that a place lies in.
 *
 * @param {string} text
 * @param {Span} place
 * @returns {Span}
 */
export function lineAround(text, { start, end }) {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

/**
 * Words that are cut, between words, where there are too many.
 *
 * @param {string} words
 * @param {number} most characters
 */
export function shortened(words, most) {
  return words.length <= most ? words : words.slice(0, most).replace(/\s\S*$|$/, '…');
}

/** @param {string} words */
function squeezed(words) {
  return words.replace(/\s+/g, ' ');
}
