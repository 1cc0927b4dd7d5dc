/**
 * What the text says about itself, and how long it takes to read.
 */
import { wordsAt } from '../spans.js';
import { countWords } from '../summarize.js';
import { counted, day, dayOfMonth } from './format.js';
import { STRINGS } from './strings.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Entity} Entity */

/** Words that a reader takes in within a minute. */
const WORDS_PER_MINUTE = 230;

/** @type {Set<import('../types.js').BlockKind>} */
const STORY = new Set(['headline', 'body', 'quote', 'list']);

/**
 * Words of the headline and the story.
 *
 * @param {string} text
 * @param {Report} report
 */
export function wordsOf(text, { article }) {
  const story = article.blocks.filter(({ kind }) => STORY.has(kind));
  return story.reduce((sum, block) => sum + countWords(wordsAt(text, block)), 0);
}

/**
 * "312 words, 2 min read".
 *
 * @param {string} text
 * @param {Report} report
 */
export function lengthOf(text, report) {
  const words = wordsOf(text, report);
  return `${counted('word', words)}, ${counted('minute', Math.max(1, Math.round(words / WORDS_PER_MINUTE)))}`;
}

/**
 * The day of publication with what is not sure of it; null where the text states none.
 *
 * @param {Report} report
 */
export function publishedWords({ article: { published, published_basis: basis, published_day: known } }) {
  if (published) return basis === 'assumed' ? `${day(published)} (${STRINGS.yearAssumed})` : day(published);
  return known && `${dayOfMonth(known)} (${STRINGS.yearUnknown})`;
}

/**
 * Where the story was written: the date lines inside paragraphs, then those on lines of their own.
 *
 * @param {Report} report
 */
export function datelinesOf({ article }) {
  const isDateline = (/** @type {{ kind: string }} */ { kind }) => kind === 'dateline';
  return [...article.leads.filter(isDateline), ...article.blocks.filter(isDateline)];
}

/**
 * The securities of the text, each as "NYSE: F (Ford)".
 *
 * @param {Report} report
 */
export function tickersOf({ entities }) {
  return entities
    .filter(({ kind }) => kind === 'ticker')
    .map(({ name, value, related = [] }) => {
      const symbol = [value?.exchange, value?.symbol ?? name].filter(Boolean).join(': ');
      const company = related.map(id => entities[id]?.name).find(Boolean);
      return company ? `${symbol} (${company})` : symbol;
    });
}
