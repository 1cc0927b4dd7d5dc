/**
 * From markup to text: what was pasted or opened is parsed without being run, and only its words are kept, with a hint
 * wherever the markup says what they are for. What is far from the story is left out, and offered as the whole page.
 */
import { join } from './blocks.js';
import { evidenceOf } from './html/evidence.js';
import { linesOf } from './html/lines.js';
import { partsOf } from './html/parts.js';
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
  const page = parseHtml(html);
  const evidence = evidenceOf(page);
  const { lines, date } = partsOf(page.body, linesOf(page.body), evidence);
  const about = { date, url: evidence.url };
  const story = lines.filter(({ isFar }) => !isFar);
  const whole = story.length < lines.length ? { ...join(lines), ...about } : null;
  return { ...join(story), ...about, whole };
}
