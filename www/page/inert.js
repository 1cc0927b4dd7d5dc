/**
 * Markup that is parsed without being run: the document made here is never shown and loads nothing; only its text is read.
 */
import { policy } from '../nutgraf/trusted-types.js';

/** @type {import('../nutgraf/trusted-types.js').Rules | undefined} */
let parsing;

/**
 * Trusted types forbid parsing a plain string.
 *
 * @param {string} markup
 * @param {DOMParserSupportedType} type
 */
export function parseMarkup(markup, type) {
  parsing ??= policy('nutgraf-paste', { createHTML: String });
  return new DOMParser().parseFromString(parsing.createHTML?.(markup) ?? markup, type);
}

/** Stands before the names of attributes that must not act. */
export const QUIET = 'data-nutgraf-';

/**
 * A page, with its listeners, styles and base under names that mean nothing. They would not act anyway, but the browser
 * would report each of them as a breach of the page's policy. What looks like such an attribute in the words of the page is
 * renamed, too: `loud` gives the words back.
 *
 * @param {string} html
 */
export function parseHtml(html) {
  const quiet = html
    .replace(/([\s"'/])(?=(?:style|on[a-z]+)\s*=)/gi, `$1${QUIET}`)
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<base\b/gi, '<x-base');
  return parseMarkup(quiet, 'text/html');
}

/** @param {string} words of a page from `parseHtml` */
export function loud(words) {
  return words.replaceAll(QUIET, '');
}
