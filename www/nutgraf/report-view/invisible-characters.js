/**
 * Characters that cannot be seen but can mislead: controls, direction marks, zero-width characters and tags. Joiners are
 * none of them, for scripts and emoji need them.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff]/;
const WIDTHS_AND_DIRECTIONS = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
const TAGS = /[\u{e0000}-\u{e007f}]/u;
const INVISIBLE = new RegExp([CONTROLS, WIDTHS_AND_DIRECTIONS, TAGS].map(({ source }) => source).join('|'), 'u');
const EACH = new RegExp(INVISIBLE, 'gu');

/** @type {Record<string, string>} */
const NAMES = {
  '200B': 'zero width space',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202C': 'pop directional formatting',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  2060: 'word joiner',
  2066: 'left-to-right isolate',
  2067: 'right-to-left isolate',
  2068: 'first strong isolate',
  2069: 'pop directional isolate',
  FEFF: 'byte order mark',
};

/**
 * A stretch of the text; one that stands for an invisible character has the code of it and a name for it.
 *
 * @typedef {{ words: string, code?: undefined } | { words: string, code: string, name: string }} Piece
 */

/**
 * The text cut into what can be seen and single characters that cannot.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function piecesOfText(text) {
  if (!INVISIBLE.test(text)) return [{ words: text }];
  /** @type {Piece[]} */
  const pieces = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(EACH)) {
    pieces.push({ words: text.slice(from, index) }, invisible(character));
    from = index + character.length;
  }
  return [...pieces, { words: text.slice(from) }].filter(({ words }) => words);
}

/**
 * @param {string} character
 * @returns {Piece}
 */
function invisible(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { words: character, code, name: NAMES[code] ?? 'control character' };
}

/**
 * The text for a label or a file, where no token can stand: invisible characters are left out.
 *
 * @param {string} text
 */
export function plain(text) {
  return visibleOnly(text).trim();
}

/**
 * The same for words inside a line, of which the edges are kept.
 *
 * @param {string} text
 */
export function visibleOnly(text) {
  return text.replace(EACH, '').replace(/\s+/g, ' ');
}
