/**
 * Elements of index.html, which are there.
 */

import { closest } from '../nutgraf/render/dom.js';

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
export function inputById(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/**
 * Whether words are typed at the goal of an event: there keys have their own meaning.
 *
 * @param {EventTarget | null} target
 */
export function isField(target) {
  return closest(target, 'input:not([type=checkbox], [type=radio], [type=range]), textarea') !== null;
}
