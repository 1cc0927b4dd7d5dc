/**
 * The article of a page: its lines, what is told of it, and the whole page around it.
 */
import { evidenceOf } from './evidence.js';
import { linesOf } from './lines.js';
import { partsOf } from './parts.js';

/** @typedef {import('./parts.js').Part} Part */

/** The characters of prose that even a short article has: a paragraph of two sentences. */
const LEAST_ARTICLE = 160;

/**
 * @typedef {object} PageArticle
 * @property {Part[]} story
 * @property {Part[]} whole every line of the page
 * @property {{ date: string | null, url: string }} about
 * @property {boolean} hasStory whether there is enough prose for an article
 */

/**
 * @param {Document} page
 * @param {import('./look.js').Look} [look]
 * @returns {PageArticle}
 */
export function articleIn(page, look) {
  const evidence = evidenceOf(page);
  const { lines, date, prose } = partsOf(page.body, linesOf(page.body, look), evidence);
  const story = lines.filter(({ isFar }) => !isFar);
  return { story, whole: lines, about: { date, url: evidence.url }, hasStory: prose >= LEAST_ARTICLE };
}
