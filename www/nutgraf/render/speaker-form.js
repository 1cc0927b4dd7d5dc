/**
 * Where a reader changes the speaker of a quote: by choosing one of the names of the report, by typing one, or by saying
 * that nobody is named.
 */
import { STRINGS } from '../report-view/strings.js';
import { find, h } from './dom.js';
import { labelled, nameOptions, option, wordsField } from './fields.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').EntityRef} EntityRef */

/** The value of the choice "somebody unnamed"; the other values are ids of entities. */
const NOBODY = 'nobody';
const LONGEST_NAME = 200;
/** Who speaks most often in the news stands first. */
const SPEAKERS = ['person', 'organisation', 'group', 'place'];

/**
 * The form, built when it is first opened: an article can have thousands of quotes.
 *
 * @param {Report} report
 * @param {import('../types.js').Quote} quote
 */
export function speakerForm(report, quote) {
  const form = h('details', { class: 'ng-correct ng-change-speaker' }, h('summary', null, STRINGS.changeSpeaker));
  form.addEventListener('toggle', () => {
    if (form.childElementCount === 1) form.append(formBody(report, quote));
  });
  return form;
}

/**
 * @param {Report} report
 * @param {import('../types.js').Quote} quote
 */
function formBody(report, { speaker }) {
  const speakers = h(
    'select',
    { 'data-role': 'speaker' },
    option('', STRINGS.choose, speaker == null),
    option(NOBODY, STRINGS.somebodyUnnamed),
    nameOptions(report, { rank, selected: speaker }),
  );
  return h(
    'div',
    { class: 'ng-correct-body' },
    labelled(STRINGS.saidBy, speakers),
    labelled(STRINGS.orType, wordsField('speaker-name', LONGEST_NAME)),
    h('button', { type: 'button', 'data-role': 'change-speaker' }, STRINGS.changeIt),
  );
}

/** @param {import('../types.js').Entity} entity */
function rank({ kind }) {
  const place = SPEAKERS.indexOf(kind);
  return place < 0 ? SPEAKERS.length : place;
}

/**
 * What a form says: an entity, a typed name, or null for nobody; undefined while nothing is chosen.
 *
 * @param {HTMLElement} form
 * @param {Report} report
 * @returns {EntityRef | string | null | undefined}
 */
export function speakerChosen(form, { entities }) {
  const typed = /** @type {HTMLInputElement | null} */ (find(form, '[data-role=speaker-name]'))?.value.trim();
  if (typed) return typed.replace(/\s+/g, ' ');
  const value = /** @type {HTMLSelectElement | null} */ (find(form, '[data-role=speaker]'))?.value;
  if (!value) return undefined;
  if (value === NOBODY) return null;
  const { name, kind } = entities[Number(value)];
  return { name, kind };
}
