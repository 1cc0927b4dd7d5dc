/**
 * Plain words as an article.
 */

/** @param {string} text @returns {import('./input.js').Input} */
export function ofText(text) {
  return { text: text.replace(/\r\n?/g, '\n'), hints: [], date: null };
}

/**
 * Whether a text is nothing but an address.
 *
 * @param {string} text
 */
export function isAddress(text) {
  return /^\s*(https?:\/\/|www\.)\S+\s*$/i.test(text);
}

/**
 * Whether a text is the source of a web page.
 *
 * @param {string} text
 */
export function isPage(text) {
  return /^\s*(<\?xml[^>]*>\s*)?(<!doctype\s+html|<html[\s>])/i.test(text);
}
