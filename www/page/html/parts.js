/**
 * The parts of a page: what its lines are for, as far as the markup tells.
 */
import { dateIn, headOf, isDate, isInHead, MOST_HEAD } from './head.js';
import { isLink, isProse, storyIn } from './story.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./head.js').Head} Head */
/** @typedef {import('../../nutgraf/types.js').Hint['kind']} Kind */
/** @typedef {Pick<Line, 'words' | 'texts' | 'kind'> & { isFar: boolean }} Part */

/** Less prose than this is no story: then nothing is left out. */
const LEAST_STORY = 400;
/** The longest line that names an author. */
const LONGEST_NAME = 160;
/** Characters from which on a heading below the headline is a standfirst. */
const LEAST_DECK = 60;
/** Characters up to which an item of a list above the story may be its byline or date. */
const LONGEST_ITEM = 40;
/** Words that a sentence has at least. */
const LEAST_SENTENCE = 6;
/** The longest line that names an author and tells about them. */
const LONGEST_ABOUT = 300;

/**
 * @param {Element} page
 * @param {Line[]} lines
 * @param {import('./evidence.js').Evidence} evidence
 * @returns {{ lines: Part[], date: string | null, prose: number }} `prose` is how many characters of prose the story has
 */
export function partsOf(page, lines, evidence) {
  const { story, isMisnamed, mass } = storyIn(page, lines);
  const isBeside = (/** @type {Line} */ line) => !line.asides.every(isMisnamed);
  const isStory = (/** @type {Line} */ line) => story.contains(line.element) && !isBeside(line);
  const head = headOf(lines, evidence.titles, isStory, isBeside);
  /** @type {Part[]} */
  const parts = lines.map((line, index) => {
    const kind = kindOf(line, index, head, isStory(line), evidence);
    const { words, texts } = line;
    return { words, texts, kind, isFar: mass >= LEAST_STORY && isFar(line, index, kind, head, isStory(line)) };
  });
  keepAuthors(parts, lines, evidence.authors);
  bringNear(parts, head);
  const date = evidence.published ?? dateIn(lines, head) ?? evidence.marked;
  return { lines: withoutBareHeadings(parts), date, prose: mass };
}

/**
 * Whether a line is far from the story: above the headline, below the story, or beside them. Of a long head, as where a
 * film is to be played, only what it says of the article is near; links below the story are far.
 *
 * @param {Line} line
 * @param {number} index
 * @param {Kind | null} kind
 * @param {Head} head
 * @param {boolean} isStory
 */
function isFar(line, index, kind, { title, from, first, last }, isStory) {
  if (index === title) return false;
  const isNear = first - from <= MOST_HEAD || kind === 'byline' || kind === 'date';
  const isHead = index >= from && index < first && isNear;
  const isBelow = index > last && kind === 'furniture' && isLink(line);
  return index < from || isBelow || !(isStory || isHead);
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
  const isLoose =
    index >= head.from &&
    index < head.first &&
    (!line.asides.length || (isProse(line) && !line.element.closest('aside')));
  if (!isStory && !isLoose) return 'furniture';
  // The day beside a link is that of another story.
  if (isLink(line) && !isProse(line) && !isSentence(line))
    return line.times.length && !isHead ? 'related' : 'furniture';
  if (line.isTeaser) return 'related';
  if (index < head.first) return isOpening(line) ? null : line.kind;
  return isTail(line, index, head) ? 'furniture' : line.kind;
}

/**
 * Whether a line is one sentence, as no link to another story is.
 *
 * @param {Line} line
 */
function isSentence({ words }) {
  return /[.!]$/.test(words) && words.split(' ').length >= LEAST_SENTENCE;
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
  return (
    (kind === 'list' && words.length <= LONGEST_ITEM) ||
    /^by\s/i.test(words) ||
    (kind === 'heading' && words.length >= LEAST_DECK)
  );
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
  return last >= 0 && index > last && !isKept && !isProse(line) && !/[.!?:…)]["'”’)\]]*$/.test(line.words);
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
 * Where a line names an author for certain, what is only near a name ("Staff writer", a column) is no byline; nor is what
 * says a name again.
 *
 * @param {Part[]} parts
 * @param {Line[]} lines
 * @param {string[]} authors
 */
function keepAuthors(parts, lines, authors) {
  const isCertain = (/** @type {Part} */ { kind, words }, /** @type {number} */ index) =>
    kind === 'byline' && (lines[index].authors > 0 || /^by\s/i.test(words) || authors.includes(words));
  const hasCertain = parts.some(isCertain);
  const said = new Set();
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'byline') continue;
    if ((hasCertain && !isCertain(part, index)) || said.has(part.words)) part.kind = 'furniture';
    else if (!part.isFar) said.add(part.words);
  }
}

/**
 * A byline right above the headline belongs to the article, unless there is another below.
 *
 * @param {Part[]} parts
 * @param {Head} head
 */
function bringNear(parts, head) {
  if (parts.some(({ kind, isFar }) => kind === 'byline' && !isFar)) return;
  for (const [index, part] of parts.entries()) if (part.kind === 'byline' && isInHead(index, head)) part.isFar = false;
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
