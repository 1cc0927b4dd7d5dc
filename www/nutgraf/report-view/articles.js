/**
 * Articles side by side: their letters, their titles, and words of one of them.
 */
import { wordsAt } from '../spans.js';
import { shortened } from './context.js';

/** @typedef {import('../types.js').ReadArticle} ReadArticle */
/** @typedef {import('../types.js').Span & { text: number }} Place a span of one of the texts, which is told by its index */

/** The longest title that is taken from the first words of a text without a headline. */
const LONGEST_TITLE = 60;

/**
 * "A" for the first text.
 *
 * @param {number} text
 */
export function letterOf(text) {
  return String.fromCharCode('A'.charCodeAt(0) + text);
}

/**
 * The headline, or the first words of a text without one.
 *
 * @param {ReadArticle} article
 */
export function titleOf({ text, report }) {
  const { headline } = report.article;
  if (headline) return wordsAt(text, headline);
  return shortened(text.trim().replace(/\s+/g, ' '), LONGEST_TITLE);
}

/**
 * @param {{ text: string }[]} articles
 * @param {Place} place
 */
export function wordsIn(articles, place) {
  return wordsAt(articles[place.text].text, place);
}
