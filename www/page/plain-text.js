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
