/**
 * From markup to text: what was pasted or opened is parsed without being run, and only its words are kept, with a hint
 * wherever the markup says what they are for. What is far from the story is left out, and offered as the whole page.
 */
import { join } from './blocks.js';
import { articleIn } from './html/article.js';
import { parseHtml } from './inert.js';

/**
 * The article of a page, and the whole page if parts of it were left out.
 *
 * @typedef {import('./input.js').Input & { whole: import('./input.js').Input | null }} Page
 */

/**
 * @param {string} html
 * @returns {Page}
 */
export function fromHtml(html) {
  const { story, whole, about } = articleIn(parseHtml(html));
  return { ...join(story), ...about, whole: story.length < whole.length ? { ...join(whole), ...about } : null };
}
