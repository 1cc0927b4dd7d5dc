/**
 * Words of the article as nodes. Characters that cannot be seen are shown as small tokens with their names.
 */
import { piecesOfText } from '../report-view/invisible-characters.js';
import { h } from './dom.js';

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function visible(text) {
  return piecesOfText(text).map(piece => (piece.code === undefined ? piece.words : token(piece)));
}

/** @param {{ code: string, name: string }} character */
function token({ code, name }) {
  return h('span', { class: 'ng-hidden-character', title: name }, `U+${code}`);
}

/**
 * The same, isolated so that their direction cannot reach what stands around them.
 *
 * @param {string} text
 */
export function isolated(text) {
  return h('bdi', null, visible(text));
}

/**
 * Words that are set off from what stands beside them.
 *
 * @param {ReturnType<typeof import('../report-view/context.js').inContext>} context
 * @param {string} [look] the class of the words
 */
export function wordsInContext({ before, words, after }, look) {
  return [...visible(before), h('b', { class: look }, visible(words)), ...visible(after)];
}
