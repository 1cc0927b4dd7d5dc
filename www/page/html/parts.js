/**
 * The parts of a page: what its lines are for, as far as the markup tells.
 */
import { dateIn, headOf, isDate, isInHead, MOST_HEAD } from './head.js';
import { isLink, isProse, storyIn } from './story.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./head.js').Head} Head */
/** @typedef {import('../../nutgraf/types.js').Hint['kind']} Kind */
/** @typedef {{ words: string, kind: Kind | null, isFar: boolean }} Part */

/** Less prose than this is no story: then nothing is left out. */
const LEAST_STORY = 400;
/** The longest line that names an author. */
const LONGEST_NAME = 160;
/** Characters from which on a heading below the headline is a standfirst. */
const LEAST_DECK = 60;
/** The longest line that names an author and tells about them. */
const LONGEST_ABOUT = 300;

/**
 * @param {Element} page
 * @param {Line[]} lines
 * @param {import('./evidence.js').Evidence} evidence
 * @returns {{ lines: Part[], date: string | null }}
 */
export function partsOf(page, lines, evidence) {
  const { story, isMisnamed, mass } = storyIn(page, lines);
  const isBeside = (/** @type {Line} */ line) => !line.asides.every(isMisnamed);
  const isStory = (/** @type {Line} */ line) => story.contains(line.element) && !isBeside(line);
  const head = headOf(lines, evidence.titles, isStory, isBeside);
  /** @type {Part[]} */
  const parts = lines.map((line, index) => ({
    words: line.words,
    kind: kindOf(line, index, head, isStory(line), evidence),
    isFar: mass >= LEAST_STORY && isFar(index, head, isStory(line)),
  }));
  keepAuthors(parts, lines);
  return { lines: withoutBareHeadings(parts), date: evidence.published ?? dateIn(lines, head) ?? evidence.marked };
}

/**
 * Whether a line is far from the story: above the headline, below the story, or beside them.
 *
 * @param {number} index
 * @param {Head} head
 * @param {boolean} isStory
 */
function isFar(index, { title, from, first }, isStory) {
  if (index === title) return false;
  const isHead = index >= from && index < first && first - from <= MOST_HEAD;
  return index < from || !(isStory || isHead);
}

/**
 * @param {Line} line
 * @param {number} index
 * @param {Head} head
 * @param {boolean} isStory
 * @param {import('./evidence.js').Evidence} evidence
 * @returns {Kind | null}
 */
function kindOf(line, index, head, isStory, { authors }) {
  if (index === head.title) return 'headline';
  // What is quoted has authors and days of its own.
  const isHead = isInHead(index, head) && line.kind !== 'quote';
  const isAbove = isHead && index <= head.first;
  if (isHead && isProse(line) && isAboutAuthor(line)) return 'byline';
  if (isAbove && line.element.tagName === 'TIME') return 'date';
  if (isHead && !isProse(line) && isName(line, authors)) return 'byline';
  if (isAbove && isDate(line)) return 'date';
  const isLoose = index >= head.from && index < head.first && (isProse(line) || !line.asides.length);
  if (!isStory && !isLoose) return 'furniture';
  if (isLink(line) && !isProse(line)) return 'furniture';
  if (line.isTeaser) return 'related';
  if (index < head.first) return isOpening(line) ? null : line.kind;
  return isTail(line, index, head) ? 'furniture' : line.kind;
}

/**
 * "By Ana Lowe, a reporter who covers the courts and has ...".
 *
 * @param {Line} line
 */
function isAboutAuthor({ words, authors }) {
  return authors > 0 && /^by\s/i.test(words) && words.length <= LONGEST_ABOUT;
}

/**
 * Whether a line above the story is more than its tag says: a standfirst set as a heading, a byline as an item of a list.
 *
 * @param {Line} line
 */
function isOpening({ kind, words }) {
  return kind === 'list' || /^by\s/i.test(words) || (kind === 'heading' && words.length >= LEAST_DECK);
}

/**
 * Whether a line below the story is no part of it: neither a sentence, nor an item of a list, nor the words of a picture.
 *
 * @param {Line} line
 * @param {number} index
 * @param {Head} head
 */
function isTail(line, index, { last }) {
  const isKept = line.kind === 'caption' || line.kind === 'credit' || line.kind === 'list';
  return last >= 0 && index > last && !isKept && !isProse(line) && !/[.!?)]$/.test(line.words);
}

/**
 * @param {Line} line
 * @param {string[]} authors
 */
function isName({ words, names }, authors) {
  if (words.length > LONGEST_NAME || /^@/.test(words)) return false;
  const isNamed = authors.some(author => author.length > 4 && words.toLowerCase().includes(author.toLowerCase()));
  return names >= 0.5 * words.length || isNamed;
}

/**
 * Where a line names an author for certain, what is only near a name ("Staff writer", a column) is no byline.
 *
 * @param {Part[]} parts
 * @param {Line[]} lines
 */
function keepAuthors(parts, lines) {
  const isCertain = (/** @type {Part} */ { kind, words }, /** @type {number} */ index) =>
    kind === 'byline' && (lines[index].authors > 0 || /^by\s/i.test(words));
  if (!parts.some(isCertain)) return;
  for (const [index, part] of parts.entries())
    if (part.kind === 'byline' && !isCertain(part, index)) part.kind = 'furniture';
}

/**
 * Headings that lead to nothing but furniture are furniture.
 *
 * @param {Part[]} parts
 * @returns {Part[]}
 */
function withoutBareHeadings(parts) {
  const isBare = (/** @type {number} */ index) => {
    const next = parts.slice(index + 1).find(({ isFar }) => !isFar);
    return !next || next.kind === 'furniture' || next.kind === 'related';
  };
  return parts.map((part, index) => (part.kind === 'heading' && isBare(index) ? { ...part, kind: 'furniture' } : part));
}
