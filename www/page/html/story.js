/**
 * Where the story of a page stands: a run of prose decides, for everything else on a page is short or made of links.
 */

/** @typedef {import('./lines.js').Line} Line */

/** Prose has at least so many characters and at most this share of them in links. */
const LEAST_PROSE = 80;
const MOST_LINKS = 0.35;
/** From this share on a line is a link. */
const LINK = 0.6;
/** The share of the prose around it with which an element holds the story alone. */
const MOST = 0.9;
/** The same for an element that says it is the article, unless it has an equal beside it. */
const ENOUGH = 0.5;
const EQUAL = 0.3;
/** The share of all prose from which on an element that says it is no story is misnamed. */
const MISNAMED = 0.5;
/** The prose beside teasers, as a share of theirs, up to which they are the story. */
const LITTLE = 0.4;
const ARTICLE =
  'article, main, [role=main], [itemprop=articleBody], [class*=article-body i], [class*=articleBody], [class*=story-body i], [class*=entry-content i], [class*=post-content i]';

/**
 * The smallest element that holds the story, whether its parts are articles of their own (as in a live blog) or not.
 *
 * @param {Element} page
 * @param {Line[]} lines
 */
export function storyIn(page, lines) {
  keepLists(lines);
  const prose = lines.filter(isProse);
  const isMisnamed = misnamed(page, massOf(prose));
  const mass = massOf(prose.filter(({ asides }) => asides.every(isMisnamed)));
  let story = page;
  let all = mass.get(page) ?? 0;
  for (let inner = nextInside(page, mass, all); inner; inner = nextInside(story, mass, all)) {
    story = inner;
    // What an article leaves outside is not lost from it; what other elements leave adds up.
    if (story.matches(ARTICLE)) all = mass.get(story) ?? 0;
  }
  return { story, isMisnamed, mass: mass.get(story) ?? 0 };
}

/**
 * What looks like teasers is the story itself where there is little other prose: a list of things, each with its link.
 *
 * @param {Line[]} lines
 */
function keepLists(lines) {
  const length = (/** @type {Line[]} */ some) => some.reduce((sum, { words }) => sum + words.length, 0);
  const teasers = lines.filter(({ isTeaser }) => isTeaser);
  if (length(lines.filter(isProse)) > LITTLE * length(teasers)) return;
  for (const [index, line] of lines.entries()) {
    // The link of such a title leads to the thing itself.
    if (line.isTeaser) lines[index - 1].links = 0;
    line.isTeaser = false;
  }
}

/**
 * Elements that say they are no story, but hold much of the prose.
 *
 * @param {Element} page
 * @param {Map<Element, number>} mass
 * @returns {(aside: Element) => boolean}
 */
function misnamed(page, mass) {
  const most = MISNAMED * (mass.get(page) ?? 0);
  return aside => (mass.get(aside) ?? 0) > most;
}

/**
 * The characters in each element.
 *
 * @param {Line[]} lines
 */
function massOf(lines) {
  /** @type {Map<Element, number>} */
  const mass = new Map();
  for (const line of lines) {
    for (let element = /** @type {Element | null} */ (line.element); element; element = element.parentElement) {
      mass.set(element, (mass.get(element) ?? 0) + line.words.length);
    }
  }
  return mass;
}

/**
 * The element inside that holds nearly all of the prose.
 *
 * @param {Element} element
 * @param {Map<Element, number>} prose
 * @param {number} all
 */
function nextInside(element, prose, all) {
  const children = [...element.children].filter(child => prose.has(child));
  children.sort((a, b) => (prose.get(b) ?? 0) - (prose.get(a) ?? 0));
  const [first, second] = children;
  if (!first) return null;
  const most = prose.get(first) ?? 0;
  if (most >= MOST * all) return first;
  const isAlone = (second ? (prose.get(second) ?? 0) : 0) < EQUAL * most;
  return isAlone && most >= ENOUGH * all && first.matches(ARTICLE) ? first : null;
}

/**
 * Whether a line is a paragraph of sentences.
 *
 * @param {Line} line
 */
export function isProse({ words, kind, links, isTeaser }) {
  if (isTeaser || kind === 'caption' || kind === 'credit' || kind === 'heading') return false;
  return words.length >= LEAST_PROSE && links < MOST_LINKS * words.length && /[.!?…]["'”’)\]]*(\s|$)/.test(words);
}

/**
 * Whether a line is nothing but links.
 *
 * @param {Line} line
 */
export function isLink({ words, links }) {
  return links >= LINK * words.length;
}
