/**
 * What several texts quote: how much of whom, and which words.
 */
import { wordsIn } from './articles.js';
import { counted, number } from './format.js';
import { plain } from './invisible-characters.js';
import { STRINGS, say } from './strings.js';

/** @typedef {import('../types.js').SharedQuotation} SharedQuotation */

/**
 * How many words of somebody a text has: "52 words, and probably 9 more".
 *
 * @param {import('../types.js').SpeakerPlace} place
 */
export function quotedWords({ words, probable_words: probable }) {
  const { comparison } = STRINGS;
  if (!probable) return counted('word', words);
  if (!words) return say(comparison.probably, { words: counted('word', probable) });
  return say(comparison.andProbably, { words: counted('word', words), more: number(probable) });
}

/**
 * The words of two quotations that differ as one row: what both have stands once, as the first text writes it.
 *
 * @param {SharedQuotation} quotation
 */
export function mergedSteps({ places, difference }) {
  const first = Math.min(...places.map(({ text }) => text));
  return difference.filter(({ op, text }) => op === 'only' || text === first);
}

/**
 * Where one text has the quotation: in several places if it is interrupted there. A headline that says the same words again is
 * none of them.
 *
 * @param {{ text: string }[]} articles
 * @param {SharedQuotation} quotation
 * @param {number} text by its index
 */
export function placesIn(articles, { places }, text) {
  const said = new Set();
  return places.filter(place => {
    const words = spelling(wordsIn(articles, place));
    if (place.text !== text || said.has(words)) return false;
    said.add(words);
    return true;
  });
}

/** @param {string} words */
function spelling(words) {
  return plain(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');
}
