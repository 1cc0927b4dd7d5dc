/**
 * The parts of a page: what its lines are for, as far as the markup tells.
 */
import { dayOf } from './evidence.js';
import { isLink, isProse, storyIn } from './story.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('../../nutgraf/types.js').Hint['kind']} Kind */
/** @typedef {{ words: string, kind: Kind | null, isFar: boolean }} Part */

/** Less prose than this is no story: then nothing is left out. */
const LEAST_STORY = 400;
/** Lines between a headline and the story: byline, date, standfirst, pictures. */
const MOST_HEAD = 25;
/** Lines above the headline, and below the opening of the story, in which authors and days are told. */
const BEFORE_HEAD = 3;
/** Lines above a story that may open it where there is no title. */
const MOST_OPENING = 8;
const AFTER_HEAD = 5;
/** The longest line that names an author, and the longest that says a date. */
const LONGEST_NAME = 160;
const LONGEST_DATE = 100;
/** Words that a headline has at least, unless the page says that it is one; and its most characters. */
const LEAST_TITLE = 3;
const LONGEST_TITLE = 250;
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
  const isStory = (/** @type {Line} */ line) => story.contains(line.element) && line.asides.every(isMisnamed);
  const first = Math.max(
    0,
    lines.findIndex(line => isStory(line) && isProse(line)),
  );
  const last = lines.findLastIndex(line => isStory(line) && isProse(line));
  const isBeside = (/** @type {Line} */ line) => !line.asides.every(isMisnamed);
  const title = titleOf(lines, first, evidence.titles, isBeside);
  const from = title < 0 ? openingAbove(lines, first, isBeside) : title;
  const head = { title, from: Math.min(from, first), first, last };
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
 * @typedef {object} Head
 * @property {number} title the line of the headline; -1 if there is none
 * @property {number} from where the article begins
 * @property {number} first the first paragraph of the story
 * @property {number} last the last paragraph of the story; -1 if there is none
 */

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
  const stated = headings.find(({ line }) => titles.some(title => isAlike(line.words, title)));
  if (stated) return stated.index;
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
 * Where an article without a title begins: short lines right above the story may be its headline, byline and date.
 *
 * @param {Line[]} lines
 * @param {number} first
 * @param {(line: Line) => boolean} isBeside
 */
function openingAbove(lines, first, isBeside) {
  const above = lines.slice(Math.max(0, first - MOST_OPENING), first);
  const cut = above.findLastIndex(line => isBeside(line) || (isLink(line) && !line.names));
  return first - above.length + cut + 1;
}

/**
 * Whether most words of a heading and of a title are the same; the title may add the name of the site.
 *
 * @param {string} heading
 * @param {string} title
 */
function isAlike(heading, title) {
  const words = (/** @type {string} */ s) => s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [own, stated] = [words(heading), new Set(words(title))];
  return own.length >= LEAST_TITLE && own.filter(word => stated.has(word)).length >= 0.8 * own.length;
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
  const isHead = isInHead(index, head);
  if (isHead && isProse(line) && isAboutAuthor(line)) return 'byline';
  if (isHead && line.element.tagName === 'TIME') return 'date';
  if (isHead && !isProse(line) && isName(line, authors)) return 'byline';
  if (isHead && isDated(line) && line.words.length <= LONGEST_DATE) return 'date';
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
 * Whether a line stands where articles say who wrote them and when: about the headline, down to the first paragraphs.
 *
 * @param {number} index
 * @param {Head} head
 */
function isInHead(index, { from, first }) {
  return index >= from - BEFORE_HEAD && index <= first + AFTER_HEAD;
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

/**
 * The day of a dated element in the head of the article; any other is not its day of publication.
 *
 * @param {Line[]} lines
 * @param {Head} head
 */
function dateIn(lines, head) {
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
 * Whether a line is about a time, and not about another story.
 *
 * @param {Line} line
 */
function isDated(line) {
  if (!line.times.length || (isLink(line) && !line.names)) return false;
  return line.words.length <= LONGEST_DATE || !isProse(line);
}

/** @param {Element} time */
function dayOfElement(time) {
  return dayOf(time.getAttribute('datetime') ?? time.getAttribute('content'));
}
