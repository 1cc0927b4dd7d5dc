/**
 * Where a reader marks a name that was missed: its words as they stand in the text, and what they are.
 */
import { plain } from '../report-view/invisible-characters.js';
import { KINDS, NAMED } from '../report-view/kinds.js';
import { namesOf } from '../report-view/names.js';
import { STRINGS } from '../report-view/strings.js';
import { find, h } from './dom.js';

/** @typedef {import('../types.js').Report} Report */

/** Marks the choices that are kinds of a new name; the others are ids of entities. */
const NEW = 'new ';

/** @param {Report} report */
export function nameForm(report) {
  const option = (/** @type {string | number} */ value, /** @type {string} */ label) => h('option', { value }, label);
  const kinds = KINDS.filter(kind => NAMED.has(kind)).map(kind => option(`${NEW}${kind}`, STRINGS.kinds[kind]));
  const known = namesOf(report)
    .sort((a, b) => b.salience - a.salience)
    .map(({ id, name }) => option(id, plain(name)));
  return h(
    'details',
    { class: 'ng-correct ng-add-name' },
    h('summary', null, STRINGS.addName),
    h(
      'div',
      { class: 'ng-correct-body' },
      h(
        'label',
        null,
        STRINGS.nameWords,
        ' ',
        h('input', { type: 'text', 'data-role': 'name-words', autocomplete: 'off', maxlength: 300 }),
      ),
      h(
        'label',
        null,
        STRINGS.nameIs,
        ' ',
        h(
          'select',
          { 'data-role': 'name-is' },
          h('optgroup', { label: STRINGS.newName }, kinds),
          known.length > 0 && h('optgroup', { label: STRINGS.knownName }, known),
        ),
      ),
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
