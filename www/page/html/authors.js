/**
 * Where markup names the authors of an article.
 */

/** @typedef {import('./lines.js').Line} Line */

/** Elements that hold the name of an author and nothing else, and those that hold all that is said of who wrote. */
const AUTHOR =
  '[rel~=author], [itemprop=author], [class*=author-name i], [class*=authorText], [class*=byline-name i], [class*=byline-author i]';
const BYLINE = '[class*=byline i], [class*=author i]';
/** What is said beside the name of an author: an address on a network, a trade, a time. */
const BESIDE_AUTHOR =
  'time, :is([class*=time i], [class*=date i], [class*=title i], [class*=role i], [class*=job i], [class*=social i], [class*=twitter i], [class*=email i])';
/** The longest words that may name an author: longer ones tell about them. */
const LONGEST_NAME = 120;

/**
 * Whether an element holds the name of an author and nothing else: it says so, or links to a page that is named after it.
 *
 * @param {Element} element
 */
export function isAuthor(element) {
  return isShort(element) && (element.matches(AUTHOR) || isNamesake(element));
}

/** @param {Element} element */
function isShort(element) {
  return (element.textContent ?? '').trim().length <= LONGEST_NAME;
}

/**
 * Whether a link has a word in common with the last part of its address: "/people/ana-lowe" and "Ana Lowe".
 *
 * @param {Element} element
 */
function isNamesake(element) {
  const address = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  const [, slug] =
    /\/(?:authors?|by|contributors?|people|profiles?|staff|reporters?|journalists?)\/(?:[^?#]*\/)?([^/?#]+)/i.exec(
      address,
    ) ?? [];
  const words = (element.textContent ?? '').toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return slug !== undefined && words.some(word => slug.toLowerCase().includes(word));
}

/**
 * Whether an element holds all that is said of who wrote.
 *
 * @param {Element} element
 */
export function isByline(element) {
  return element.matches(BYLINE) && isShort(element);
}

/**
 * Whether an element beside the name of an author is no part of it.
 *
 * @param {Element} element
 */
export function isBesideAuthor(element) {
  const isAddress = element.tagName === 'A' && /^\s*@/.test(element.textContent ?? '');
  return isAddress || (element.matches(BESIDE_AUTHOR) && !isAuthor(element));
}

/**
 * A short line in which authors are named, cut where other things begin: "News By Ana Lowe Updated at noon". Names between
 * commas come apart, too, since what follows such a comma is elsewhere a post.
 *
 * @param {Line} line
 * @returns {Line[]}
 */
export function withoutAuthor(line) {
  const { words, writers } = line;
  if (!writers.length || words.length > LONGEST_NAME) return [line];
  const cuts = writers.slice(1).flatMap(name => /,\s*$/.exec(words.slice(0, words.indexOf(name)))?.index ?? []);
  const { start, end } = rangeOf(words, writers);
  const isCrowded = 2 * (end - start) < words.length && !/^\s*[\p{Ll},]/u.test(words.slice(end));
  if (isCrowded) cuts.push(start, end);
  const edges = [...new Set([0, ...cuts, words.length])].sort((a, b) => a - b);
  if (edges.length === 2) return [line];
  return edges.flatMap((edge, index) => {
    const piece = words.slice(edge, edges[index + 1]).replace(/^[\s,]+|\s+$/g, '');
    const isNamed = edge >= start && edge < end;
    const names = isNamed ? piece.length : 0;
    return piece
      ? {
          ...line,
          words: piece,
          links: Math.min(line.links, names),
          names,
          authors: names,
          times: isNamed ? [] : line.times,
        }
      : [];
  });
}

/**
 * Where the names of the authors stand, with the "by" before them.
 *
 * @param {string} words
 * @param {string[]} writers
 */
function rangeOf(words, writers) {
  const [first, last] = [writers[0], writers[writers.length - 1]];
  const name = Math.max(0, words.indexOf(first));
  const by = /(^|[^\p{L}])by:?\s*$/iu.exec(words.slice(0, name));
  return { start: by ? by.index : name, end: Math.max(0, words.lastIndexOf(last)) + last.length };
}
