/**
 * The lines of a page: every block of words with what the markup says about it.
 */

import { loud } from '../inert.js';
import { isAuthor, isBesideAuthor, isByline, withoutAuthor } from './authors.js';
import { COPIED } from './look.js';

/** @typedef {import('../../nutgraf/types.js').Hint['kind']} Kind */

/**
 * @typedef {object} Line
 * @property {string} words
 * @property {Text[]} texts the nodes that its words come from
 * @property {Element} element the block element around the words
 * @property {Kind | null} kind what its tag says
 * @property {boolean} isTitle whether it is a heading of the first level, or says that it is a headline
 * @property {boolean} isTeaser whether it tells of another article: an item of a list under a title that is a link
 * @property {number} links characters inside links
 * @property {number} names characters inside elements that say they name the author
 * @property {number} authors characters inside elements that hold only that name
 * @property {string[]} writers the words of these elements
 * @property {Element[]} times dated elements in it
 * @property {Element[]} asides elements around it that say they are no story, from the outside in
 */

/**
 * What stands around a piece of text.
 *
 * @typedef {object} Around
 * @property {Element} block
 * @property {Kind | null} kind
 * @property {boolean} isTitle
 * @property {boolean} isLink
 * @property {boolean} isName
 * @property {boolean} isAuthor
 * @property {Element[]} asides
 */

const NOTHING = new Set(
  'LABEL SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME OBJECT SVG MATH BUTTON SELECT TEXTAREA INPUT AUDIO VIDEO CANVAS'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI ' +
    'MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'
  ).split(' '),
);
/** @type {Record<string, Kind>} */
const KINDS = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  FIGCAPTION: 'caption',
  BLOCKQUOTE: 'quote',
  LI: 'list',
};
/** Browsers nest no deeper when they read markup. */
const DEEPEST = 600;

/** Tags and roles of what stands beside a story. */
const ASIDE =
  'nav, aside, footer, form, [role=navigation], [role=complementary], [role=contentinfo], [role=search], [role=dialog], [role=menu], [role=alert]';
/** Words in the names of classes and ids that say the same. */
const ASIDE_NAMES =
  /(^|[^a-z])(ads?|advert\w*|banner|breadcrumbs?|comments?|cookies?|disqus|footer|menu|modal|most|navbar|navigation|nav|newsletter|outbrain|paywall|popular|promo\w*|recirc\w*|recommend\w*|related|share|sharing|shares|sidebar|signup|social|sponsor\w*|sr-only|subscribe|subscription|taboola|tags|teasers?|toolbar|trending|visually-hidden|widget)(?![a-z])/;
const TITLE = 'h1, [itemprop=headline], :is(h2, h3, h4):is(.entry-title, .post-title, .article-title, .headline)';
/** A heading of so many characters that ends as a sentence is a paragraph in large type. */
const LEAST_PARAGRAPH = 120;

/**
 * @param {Element} root
 * @param {import('./look.js').Look} [look]
 * @returns {Line[]}
 */
export function linesOf(root, look = COPIED) {
  /** @type {Line[]} */
  const lines = [];
  let line = empty();

  /** @param {Around} around */
  const flush = ({ block, kind, isTitle, asides }) => {
    const words = line.words
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/^[\s·•|]+|[\s·•|]+$/g, '')
      .replace(/ (?=,)/g, '');
    const isParagraph =
      kind === 'heading' && !isTitle && words.length >= LEAST_PARAGRAPH && /[.!?…]["'”’)\]]*$/.test(words);
    const isTeaser = kind === 'list' && isLinkTitle(lines.at(-1));
    const found = { ...line, words, element: block, kind: isParagraph ? null : kind, isTitle, isTeaser, asides };
    if (words) lines.push(...withoutAuthor(found));
    line = empty();
  };
  /**
   * @param {Node} node
   * @param {Around} around
   * @param {number} depth
   */
  const walk = (node, around, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (namesAuthor(line) && !around.isAuthor && /^\s*[·•|]/.test(node.nodeValue ?? '')) flush(around);
      addWords(line, /** @type {Text} */ (node), around);
    }
    if (node.nodeType !== Node.ELEMENT_NODE || depth > DEEPEST) return;
    const element = /** @type {Element} */ (node);
    if (isNothing(element) || look.isHidden(element)) return;
    if (element.tagName === 'BR') line.words += '\n';
    if (element.matches('time[datetime], [itemprop=datePublished]')) line.times.push(element);
    const isBlock =
      BLOCKS.has(element.tagName.toUpperCase()) ||
      look.isBlock(element) ||
      (line.authors > 0 && isBesideAuthor(element)) ||
      (around.kind === null && kindByName(element) !== null);
    const inner = inside(element, around, isBlock);
    if (isBlock) flush(around);
    else if (isApart(element)) line.words += ' ';
    for (const child of element.childNodes) walk(child, inner, depth + 1);
    if (isBlock) flush(inner);
    else if (isApart(element)) line.words += ' ';
  };
  const outside = {
    block: root,
    kind: null,
    isTitle: false,
    isLink: false,
    isName: false,
    isAuthor: false,
    asides: [],
  };
  walk(root, outside, 0);
  flush(outside);
  return lines;
}

/**
 * Whether a line names an author so far: it says so, or begins with "By".
 *
 * @param {Pick<Line, 'words' | 'authors'>} line
 */
function namesAuthor({ words, authors }) {
  return authors > 0 || /^\s*by\s+\p{L}/iu.test(words);
}

/** @param {Line | undefined} line */
function isLinkTitle(line) {
  return line?.kind === 'heading' && line.links >= 0.6 * line.words.length;
}

/** @returns {Pick<Line, 'words' | 'texts' | 'links' | 'names' | 'authors' | 'writers' | 'times'>} */
function empty() {
  return { words: '', texts: [], links: 0, names: 0, authors: 0, writers: [], times: [] };
}

/**
 * @param {Pick<Line, 'words' | 'texts' | 'links' | 'names' | 'authors' | 'writers'>} line
 * @param {Text} text
 * @param {Around} around
 */
function addWords(line, text, { isLink, isName, isAuthor }) {
  const words = loud(text.data).replace(/\s+/g, ' ');
  const { length } = words.trim();
  line.words += words;
  line.texts.push(text);
  if (isLink) line.links += length;
  if (isName) line.names += length;
  if (isAuthor && length) line.writers.push(words.trim());
  if (isAuthor) line.authors += length;
}

/** @param {Element} element */
function isNothing(element) {
  return NOTHING.has(element.tagName.toUpperCase()) || element.matches('[hidden], [aria-hidden=true]');
}

/**
 * Whether an element's words are apart from those beside it, even where there is no space.
 *
 * @param {Element} element
 */
function isApart(element) {
  return (element.tagName === 'A' && element.previousElementSibling?.tagName === 'A') || isAuthor(element);
}

/**
 * @param {Element} element
 * @param {Around} around
 * @param {boolean} isBlock
 * @returns {Around}
 */
function inside(element, around, isBlock) {
  const tag = element.tagName.toUpperCase();
  return {
    block: isBlock ? element : around.block,
    kind: KINDS[tag] ?? kindByName(element) ?? around.kind,
    isTitle: around.isTitle || element.matches(TITLE),
    isLink: around.isLink || tag === 'A',
    isName: around.isName || isAuthor(element) || isByline(element),
    isAuthor: around.isAuthor || isAuthor(element),
    asides: isAside(element) ? [...around.asides, element] : around.asides,
  };
}

/** @param {Element} element @returns {Kind | null} */
function kindByName(element) {
  const name = nameOf(element);
  if (/(^|[^a-z])(caption|cutline)(?![a-z])/.test(name)) return 'caption';
  return /(^|[^a-z])(photo|image|picture)-?credit/.test(name) ? 'credit' : null;
}

/** @param {Element} element */
function isAside(element) {
  return element.matches(ASIDE) || ASIDE_NAMES.test(nameOf(element)) || isForm(element);
}

/**
 * Whether an element asks for something, though it is not called a form.
 *
 * @param {Element} element
 */
function isForm(element) {
  return [...element.children].some(({ tagName }) => tagName === 'LABEL' || tagName === 'INPUT');
}

/**
 * The names that an element bears, with humps cut: "articleShare" becomes "article-share".
 *
 * @param {Element} element
 */
function nameOf(element) {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll('_', '-');
}
