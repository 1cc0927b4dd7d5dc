/**
 * What files are called.
 */
import { wordsAt } from '../spans.js';

/** Words of the headline in the name of a file, and its most characters. */
const MOST_WORDS = 8;
const LONGEST = 60;

/**
 * What the names of the files of an article begin with: its headline and day, in letters that every file system takes.
 *
 * @param {string} text
 * @param {import('../types.js').Report} report
 */
export function fileStem(text, { article: { headline, published } }) {
  const words = headline ? wordsAt(text, headline) : '';
  const letters = words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  const slug = letters
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_WORDS)
    .join('-')
    .slice(0, LONGEST);
  return [slug || 'article', published].filter(Boolean).join('-');
}
