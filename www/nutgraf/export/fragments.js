/**
 * Links that open a published article at the very words.
 */

/** The longest passage that is named whole; a longer one is named by its first and last words. */
const WHOLE = 80;
const EDGE_WORDS = 5;

/**
 * The address with a text fragment, or null if it is no web address.
 *
 * @param {string} url
 * @param {string} words
 */
export function textFragment(url, words) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const goal = new URL(url);
  const parts = words.replace(/\s+/g, ' ').trim().split(' ');
  const shown =
    words.length <= WHOLE || parts.length <= 2 * EDGE_WORDS
      ? [parts.join(' ')]
      : [parts.slice(0, EDGE_WORDS).join(' '), parts.slice(-EDGE_WORDS).join(' ')];
  goal.hash = `:~:text=${shown.map(encode).join(',')}`;
  return goal.href;
}

/** @param {string} words */
function encode(words) {
  return encodeURIComponent(words.toWellFormed?.() ?? words).replace(/-/g, '%2D');
}
