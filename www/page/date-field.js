/**
 * The day of publication: a field for it, and two buttons where its year was assumed.
 */
import { byId, inputById } from './elements.js';

/** @typedef {import('../nutgraf/types.js').Correction} Correction */

/**
 * @param {object} page
 * @param {() => string | null} page.published the day that is shown
 * @param {(correction: Correction, instead?: Correction | null) => void} page.correct
 */
export function wireDate({ published, correct }) {
  const field = inputById('date');
  /** @type {Correction | null} the date given since the reader went to the field */
  let given = null;
  field.addEventListener('focus', () => {
    given = null;
  });
  field.addEventListener('change', () => {
    if (field.validity.badInput || field.value === (published() ?? '')) return;
    // A year that is typed goes through the years 2, 20 and 202.
    const correction = { op: /** @type {const} */ ('date'), date: field.value || null };
    correct(correction, given);
    given = correction;
  });
  byId('date-right').addEventListener('click', () => {
    correct({ op: 'date', date: published() });
    field.focus();
  });
  byId('date-wrong').addEventListener('click', () => {
    field.focus();
    field.showPicker?.();
  });
}
