/**
 * From markup to text: what was pasted or opened is parsed without being run, and only its words are kept, with a hint
 * wherever the markup says what they are for.
 */
import { join } from './blocks.js';
import { isDay } from './days.js';
import { parseMarkup } from './inert.js';

/** @typedef {import('../nutgraf/types.js').Hint} Hint */
/** @typedef {Hint['kind']} Kind */

const NOTHING = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'TITLE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'MATH',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'FORM',
  'AUDIO',
  'VIDEO',
  'CANVAS',
]);
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TD',
  'TH',
  'TR',
  'UL',
]);
/** @type {Record<string, Kind>} */
const KINDS = {
  H1: 'headline',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  FIGCAPTION: 'caption',
  BLOCKQUOTE: 'quote',
  LI: 'list',
  NAV: 'furniture',
  FOOTER: 'furniture',
};
const DEEPEST = 200;

/** Below this share of the words, the `<article>` of a page is not taken for the whole of it. */
const ENOUGH = 400;

/**
 * @param {string} html
 * @returns {{ text: string, hints: Hint[], date: string | null }}
 */
export function fromHtml(html) {
  const page = parseMarkup(quiet(html), 'text/html');
  const article = [...page.querySelectorAll('article, main, [role=main]')].find(
    e => (e.textContent ?? '').trim().length > ENOUGH,
  );
  return { ...collect(article ?? page.body), date: dateOf(page) };
}

/**
 * The same markup with its listeners, styles and base under names that mean nothing. They would not act anyway, but the
 * browser would report each of them as a breach of the page's policy.
 *
 * @param {string} html
 */
function quiet(html) {
  return html.replace(/<[^<>]*/g, tag =>
    tag
      .replace(/\bon(?=[a-z]+\s*=)/gi, 'data-on')
      .replace(/^<(\/?)style\b/i, '<$1template')
      .replace(/^<base\b/i, '<x-base'),
  );
}

/** @param {Document} page */
function dateOf(page) {
  const meta = page.querySelector(
    'meta[property="article:published_time"], meta[itemprop=datePublished], meta[name=date]',
  );
  const stated = meta?.getAttribute('content') ?? page.querySelector('time[datetime]')?.getAttribute('datetime');
  const day = stated?.slice(0, 10);
  return isDay(day) ? day : null;
}

/** @param {Element} root */
function collect(root) {
  /** @type {{ words: string, kind: Kind | null }[]} */
  const blocks = [];
  let words = '';
  let headlines = 0;

  /** @param {Kind | null} kind */
  const flush = kind => {
    const line = words
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .trim();
    if (line) blocks.push({ words: line, kind: kind === 'headline' && headlines++ ? 'heading' : kind });
    words = '';
  };
  /**
   * @param {Node} node
   * @param {Kind | null} kind
   * @param {number} depth
   */
  const walk = (node, kind, depth) => {
    if (node.nodeType === Node.TEXT_NODE) words += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE || depth > DEEPEST) return;
    const element = /** @type {HTMLElement} */ (node);
    const tag = element.tagName.toUpperCase();
    if (NOTHING.has(tag) || element.hidden || element.getAttribute('aria-hidden') === 'true') return;
    if (tag === 'BR') words += '\n';
    const isBlock = BLOCKS.has(tag);
    const inner = KINDS[tag] ?? bylineOf(element) ?? kind;
    if (isBlock) flush(kind);
    for (const child of element.childNodes) walk(child, inner, depth + 1);
    if (isBlock) flush(inner);
  };
  walk(root, null, 0);
  flush(null);
  return join(blocks);
}

/** @param {HTMLElement} element */
function bylineOf(element) {
  const isByline =
    element.matches('[rel~=author], [itemprop=author], .byline, .author') && (element.textContent ?? '').length < 120;
  return isByline && BLOCKS.has(element.tagName) ? 'byline' : null;
}
