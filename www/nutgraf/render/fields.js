/**
 * Fields of the forms in which a reader puts things right.
 */
import { plain } from '../report-view/invisible-characters.js';
import { KINDS, NAMED } from '../report-view/kinds.js';
import { namesOf } from '../report-view/names.js';
import { STRINGS } from '../report-view/strings.js';
import { h } from './dom.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Entity} Entity */

/**
 * @param {string} label
 * @param {HTMLElement} field
 */
export function labelled(label, field) {
  return h('label', null, label, ' ', field);
}

/**
 * A field for words, of at most so many characters.
 *
 * @param {string} role
 * @param {number} most
 */
export function wordsField(role, most) {
  return h('input', { type: 'text', 'data-role': role, autocomplete: 'off', maxlength: most });
}

/**
 * @param {string | number} value
 * @param {string} label
 * @param {boolean} [selected]
 */
export function option(value, label, selected = false) {
  return h('option', { value, selected }, label);
}

/**
 * The kinds that a name can be of.
 *
 * @param {object} [options]
 * @param {string} [options.before] what stands before each value
 * @param {string} [options.selected]
 */
export function kindOptions({ before = '', selected } = {}) {
  const kinds = KINDS.filter(kind => NAMED.has(kind));
  return kinds.map(kind => option(`${before}${kind}`, STRINGS.kinds[kind], kind === selected));
}

/**
 * The names of a report, by their ids: the likeliest first, then the most salient.
 *
 * @param {Report} report
 * @param {object} [options]
 * @param {(name: Entity) => number} [options.rank] how likely, from 0 on
 * @param {number | null} [options.selected]
 * @param {number} [options.without]
 */
export function nameOptions(report, { rank = () => 0, selected = null, without } = {}) {
  return namesOf(report)
    .filter(({ id }) => id !== without)
    .sort((a, b) => rank(a) - rank(b) || b.salience - a.salience)
    .map(({ id, name }) => option(id, plain(name), id === selected));
}
