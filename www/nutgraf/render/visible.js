/**
 * Characters that cannot be seen but can mislead: shown as small tokens with their names.
 */
import { h } from './dom.js';

/** Controls, direction marks, zero-width characters and tags. Joiners stay, for scripts and emoji need them. */
const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/u;
const EACH = new RegExp(HIDDEN, 'gu');

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
  '2060': 'word joiner',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first strong isolate',
  '2069': 'pop directional isolate',
  'FEFF': 'byte order mark',
};

/**
 * The text as nodes, with every hidden character as a visible token.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function visible(text) {
  if (!HIDDEN.test(text)) return [text];
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(EACH)) {
    nodes.push(text.slice(from, found.index), token(found[0]));
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)].filter(node => node !== '');
}

/** @param {string} character */
function token(character) {
  const code = /** @type {number} */ (character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  return h('span', { class: 'ng-hidden-character', title: NAMES[code] ?? 'control character' }, `U+${code}`);
}

/**
 * The text for a label or a file, where no token can stand: hidden characters are left out.
 *
 * @param {string} text
 */
export function plain(text) {
  return text.replace(EACH, '').replace(/\s+/g, ' ').trim();
}
