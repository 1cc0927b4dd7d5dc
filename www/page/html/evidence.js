/**
 * What a page says about its article beside the words: in its head, in the data for search engines, and in dated elements.
 */
import { isDay } from '../../nutgraf/days.js';

/**
 * @typedef {object} Evidence
 * @property {string[]} titles
 * @property {string[]} authors
 * @property {string | null} published
 * @property {string | null} marked the one day that elements of the page bear as that of publication
 * @property {string} url
 */

/** Data for search engines may be nested; deeper objects are not looked at. */
const DEEPEST = 6;
const DATES =
  'meta[property="article:published_time"], meta[itemprop=datePublished], meta[name=date], meta[name="parsely-pub-date"], meta[name="DC.date.issued"]';

/**
 * @param {Document} page
 * @returns {Evidence}
 */
export function evidenceOf(page) {
  const meta = (/** @type {string} */ selector) => page.querySelector(selector)?.getAttribute('content') ?? null;
  const articles = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(script =>
    articlesIn(parse(script.textContent ?? ''), 0),
  );
  const strings = (/** @type {unknown[]} */ values) => values.filter(value => typeof value === 'string');
  const url = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? meta('meta[property="og:url"]') ?? '';
  return {
    titles: strings([meta('meta[property="og:title"]'), ...articles.map(({ headline }) => headline), page.title]),
    authors: strings([meta('meta[name=author]'), ...articles.flatMap(({ author }) => namesIn(author))]),
    published:
      [meta(DATES), ...articles.map(({ datePublished }) => datePublished), dayInAddress(url)]
        .map(dayOf)
        .find(Boolean) ?? null,
    marked: onlyOne([...page.querySelectorAll('[itemprop=datePublished]')].map(markedDay)),
    url: /^https?:/i.test(url) ? url : '',
  };
}

/** @param {Element} element */
function markedDay(element) {
  return dayOf(element.getAttribute('datetime') ?? element.getAttribute('content'));
}

/**
 * The day in an address such as "/2025/06/30/mayor-resigns".
 *
 * @param {string} url
 */
function dayInAddress(url) {
  return /\/((?:19|20)\d\d\/\d\d\/\d\d)\//.exec(url)?.[1].replaceAll('/', '-') ?? null;
}

/**
 * The day that all of them are; null if they differ.
 *
 * @param {(string | null)[]} days
 */
function onlyOne(days) {
  return new Set(days).size === 1 ? days[0] : null;
}

/**
 * The day of a date and time as pages write it.
 *
 * @param {unknown} value
 */
export function dayOf(value) {
  const day = typeof value === 'string' ? value.trim().slice(0, 10) : null;
  return isDay(day) ? day : null;
}

/**
 * @param {string} json
 * @returns {unknown}
 */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {Record<string, unknown>[]}
 */
function articlesIn(value, depth) {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap(item => articlesIn(item, depth + 1));
  const fields = /** @type {Record<string, unknown>} */ (value);
  const isArticle = /Article|Posting|Report/.test(String(fields['@type'] ?? ''));
  return [...(isArticle ? [fields] : []), ...articlesIn(fields['@graph'], depth + 1)];
}

/**
 * @param {unknown} author
 * @returns {unknown[]}
 */
function namesIn(author) {
  if (Array.isArray(author)) return author.flatMap(namesIn);
  if (typeof author !== 'object' || author === null) return [author];
  return [/** @type {Record<string, unknown>} */ (author).name];
}
