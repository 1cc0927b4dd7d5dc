/**
 * Where a reader marks a name that was missed: its words as they stand in the text, and what they are.
 */
import { STRINGS } from '../report-view/strings.js';
import { find, h } from './dom.js';
import { kindOptions, labelled, nameOptions, wordsField } from './fields.js';

/** @typedef {import('../types.js').Report} Report */

/** Marks the choices that are kinds of a new name; the others are ids of entities. */
const NEW = 'new ';
const LONGEST_NAME = 300;

/** @param {Report} report */
export function nameForm(report) {
  const known = nameOptions(report);
  const names = h(
    'select',
    { 'data-role': 'name-is' },
    h('optgroup', { label: STRINGS.newName }, kindOptions({ before: NEW })),
    known.length > 0 && h('optgroup', { label: STRINGS.knownName }, known),
  );
  return h(
    'details',
    { class: 'ng-correct ng-add-name' },
    h('summary', null, STRINGS.addName),
    h(
      'div',
      { class: 'ng-correct-body' },
      labelled(STRINGS.nameWords, wordsField('name-words', LONGEST_NAME)),
      labelled(STRINGS.nameIs, names),
      h('button', { type: 'button', 'data-role': 'add-name' }, STRINGS.markIt),
    ),
  );
}

/**
 * What the form says: the words, and the entity they name.
 *
 * @param {ParentNode} form
 * @param {Report} report
 * @returns {{ words: string, entity: import('../types.js').EntityRef }}
 */
export function nameChosen(form, { entities }) {
  const words = /** @type {HTMLInputElement | null} */ (find(form, '[data-role=name-words]'))?.value.trim() ?? '';
  const value = /** @type {HTMLSelectElement | null} */ (find(form, '[data-role=name-is]'))?.value ?? '';
  if (value.startsWith(NEW)) {
    const kind = /** @type {import('../types.js').EntityKind} */ (value.slice(NEW.length));
    return { words, entity: { name: words, kind } };
  }
  const { name, kind } = entities[Number(value)];
  return { words, entity: { name, kind } };
}
