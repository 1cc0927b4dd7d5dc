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
