/**
 * The head of an article: its headline, and where authors and days are told.
 */
import { dayOf } from './evidence.js';
import { isLink, isProse } from './story.js';

/** @typedef {import('./lines.js').Line} Line */

/** Lines between a headline and the story: byline, date, standfirst, pictures. */
export const MOST_HEAD = 25;
/** Lines above the headline, and below the opening of the story, in which authors and days are told. */
const BEFORE_HEAD = 3;
const AFTER_HEAD = 5;
/** Lines above a story that may open it where there is no title. */
const MOST_OPENING = 8;
/** The longest line that says a date. */
const LONGEST_DATE = 100;
/** Words that a headline has at least, unless the page says that it is one; and its most characters. */
const LEAST_TITLE = 3;
const LONGEST_TITLE = 250;
/** From this share of common words on a heading is what the page calls its article. */
const LEAST_ALIKE = 0.5;

/**
 * @typedef {object} Head
 * @property {number} title the line of the headline; -1 if there is none
 * @property {number} from where the article begins
 * @property {number} first the first paragraph of the story
 * @property {number} last the last paragraph of the story; -1 if there is none
 */

/**
 * @param {Line[]} lines
 * @param {string[]} titles what the page calls its article
 * @param {(line: Line) => boolean} isStory
 * @param {(line: Line) => boolean} isBeside
 * @returns {Head}
 */
export function headOf(lines, titles, isStory, isBeside) {
  const isParagraph = (/** @type {Line} */ line) => isStory(line) && isProse(line);
  const first = Math.max(0, lines.findIndex(isParagraph));
  const title = titleOf(lines, first, titles, isBeside);
  const from = title < 0 ? openingAbove(lines, first, isBeside) : title;
  return { title, from: Math.min(from, first), first, last: lines.findLastIndex(isParagraph) };
}

/**
 * The line of the headline: the one that the page has for its title, else the last title above the story.
 *
 * @param {Line[]} lines
 * @param {number} first
 * @param {string[]} titles
 * @param {(line: Line) => boolean} isBeside
 */
function titleOf(lines, first, titles, isBeside) {
  const near = lines.map((line, index) => ({ line, index })).slice(0, first + 4);
  const headings = near.filter(
    ({ line: { kind, isTitle, words } }) => (kind === 'heading' || isTitle) && words.length <= LONGEST_TITLE,
  );
  const stated = headings
    .map(heading => ({ ...heading, share: Math.max(0, ...titles.map(alike(heading.line.words))) }))
    .filter(({ share }) => share >= LEAST_ALIKE)
    .sort((a, b) => Number(b.line.isTitle) - Number(a.line.isTitle) || b.share - a.share);
  if (stated.length) return stated[0].index;
  const isOpen = (/** @type {{ line: Line }} */ { line }) => !isBeside(line);
  const isWordy = (/** @type {{ line: Line }} */ { line }) => line.words.split(/\s+/).length >= LEAST_TITLE;
  const above = headings.filter(({ line }) => line.isTitle);
  const title =
    above.findLast(heading => isOpen(heading) && isWordy(heading)) ??
    above.findLast(isWordy) ??
    above.at(-1) ??
    headings.findLast(heading => isOpen(heading) && isWordy(heading) && first - heading.index <= MOST_HEAD);
  if (!title) return -1;
  // Some pages say it twice, once for each width of the screen; what belongs to it stands below the first.
  const same = headings.find(
    ({ line, index }) => line.words === title.line.words && title.index - index <= MOST_OPENING,
  );
  return (same ?? title).index;
}

/**
 * Where an article without a title begins: short lines right above the story may be its headline, byline and date; where
 * an author is named above them, it begins there.
 *
 * @param {Line[]} lines
 * @param {number} first
 * @param {(line: Line) => boolean} isBeside
 */
function openingAbove(lines, first, isBeside) {
  const above = lines.slice(Math.max(0, first - MOST_OPENING), first);
  const cut = above.findLastIndex(line => isBeside(line) || (isLink(line) && !line.names));
  const opening = first - above.length + cut + 1;
  const signed = lines.findIndex(
    (line, index) => index >= first - MOST_HEAD && line.authors >= line.words.length / 2 && !isBeside(line),
  );
  return signed < 0 ? opening : Math.min(opening, signed);
}

/**
 * How many words of a heading and of a title are the same, as a share of both. The title may add the name of the site, but
 * that name alone is no headline.
 *
 * @param {string} heading
 * @returns {(title: string) => number}
 */
function alike(heading) {
  const words = (/** @type {string} */ s) => s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words(heading);
  return title => {
    const stated = new Set(words(title));
    const same = own.filter(word => stated.has(word)).length;
    return own.length >= LEAST_TITLE && same >= 0.8 * own.length ? (2 * same) / (own.length + stated.size) : 0;
  };
}

/**
 * Whether a line stands where articles say who wrote them and when: about the headline, down to the first paragraphs.
 *
 * @param {number} index
 * @param {Head} head
 */
export function isInHead(index, { from, first }) {
  return index >= from - BEFORE_HEAD && index <= first + AFTER_HEAD;
}

/**
 * The day of a dated element in the head of the article; any other is not its day of publication.
 *
 * @param {Line[]} lines
 * @param {Head} head
 */
export function dateIn(lines, head) {
  const dated = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line, index }) => isInHead(index, head) && isDated(line));
  const above = dated.filter(({ index }) => index <= head.first);
  const own = above.filter(({ index }) => index >= head.from);
  const times = (own.length ? own : above).flatMap(({ line }) => line.times);
  const stated = times.filter(time => time.matches('[itemprop=datePublished], [pubdate], [class*=publish i]'));
  const days = (stated.length ? stated : times).map(dayOfElement);
  return days.filter(day => day !== null).sort()[0] ?? null;
}

/**
 * Whether a line says a day and little else.
 *
 * @param {Line} line
 */
export function isDate(line) {
  return isDated(line) && line.words.length <= LONGEST_DATE;
}

/**
 * Whether a line is about a time, and not about another story.
 *
 * @param {Line} line
 */
function isDated(line) {
  if (!line.times.length || line.kind === 'quote' || (isLink(line) && !line.names)) return false;
  return line.words.length <= LONGEST_DATE || !isProse(line);
}

/** @param {Element} time */
function dayOfElement(time) {
  return dayOf(time.getAttribute('datetime') ?? time.getAttribute('content'));
}
