/**
 * An export in JSON, opened again: the article with what the reader put right. The report in it is not trusted; the text
 * is read anew and the corrections are carried out on what is found.
 */
import { isDay } from '../nutgraf/days.js';
import { KINDS } from '../nutgraf/report-view/kinds.js';
import { STRINGS } from '../nutgraf/report-view/strings.js';

/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').Hint} Hint */

/**
 * What JSON may hold, before anything is known of it.
 *
 * @typedef {Record<string, unknown>} Fields
 */

/** More corrections than anybody makes by hand; each costs a copy of the report. */
const MOST_CORRECTIONS = 200;
/** The largest offset that a text can have, in UTF-16 code units. */
const LARGEST = 0xffff_ffff;

/**
 * What each correction holds.
 *
 * @type {Record<string, (correction: Fields) => boolean>}
 */
const SOUND = {
  merge: ({ entity, into }) => isEntity(entity) && isEntity(into),
  split: ({ entity, start, words, name }) => isEntity(entity) && isOffset(start) && mayBeText(words) && isText(name),
  retype: ({ entity, kind }) => isEntity(entity) && isEntityKind(kind),
  remove: ({ entity }) => isEntity(entity),
  remove_mention: ({ entity, start, words }) => isEntity(entity) && isOffset(start) && mayBeText(words),
  speaker: ({ start, words, to }) => isPlace(start, words) && (to === null || isText(to) || isEntity(to)),
  add_mention: ({ start, words, entity }) => isPlace(start, words) && isEntity(entity),
  drop_sentence: ({ start, words }) => isPlace(start, words),
  block: ({ start, words, kind }) => isPlace(start, words) && isBlockKind(kind),
  date: ({ date }) => date === null || isDay(date),
};

/**
 * The article of an export; null if this is none.
 *
 * @param {string} json
 * @returns {import('./input.js').Input | null}
 */
export function reopen(json) {
  const found = fieldsOf(parse(json));
  if (!isText(found.text) || !Number.isSafeInteger(found.schema)) return null;
  const { date, hints } = fieldsOf(found.options);
  return {
    text: found.text,
    url: isText(found.url) && /^https?:/i.test(found.url) ? found.url : '',
    date: isDay(date) ? date : null,
    hints:
      Array.isArray(hints) && hints.every(isHint) ? hints.map(({ kind, start, end }) => ({ kind, start, end })) : [],
    corrections: Array.isArray(found.corrections) ? found.corrections.slice(0, MOST_CORRECTIONS).filter(isSound) : [],
  };
}

/**
 * @param {string} json
 * @returns {unknown}
 */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * The fields of an object; none of anything else.
 *
 * @param {unknown} value
 * @returns {Fields}
 */
function fieldsOf(value) {
  return typeof value === 'object' && value !== null ? /** @type {Fields} */ (value) : {};
}

/**
 * @param {unknown} value
 * @returns {value is Correction}
 */
function isSound(value) {
  const correction = fieldsOf(value);
  const { op } = correction;
  return isText(op) && Object.hasOwn(SOUND, op) && SOUND[op](correction);
}

/** @param {unknown} value */
function isEntity(value) {
  const { name, kind } = fieldsOf(value);
  return isText(name) && isEntityKind(kind);
}

/** @param {unknown} kind */
function isEntityKind(kind) {
  return KINDS.some(known => known === kind);
}

/** @param {unknown} kind */
function isBlockKind(kind) {
  return isText(kind) && Object.hasOwn(STRINGS.blocks, kind);
}

/**
 * @param {unknown} start
 * @param {unknown} words
 */
function isPlace(start, words) {
  return isOffset(start) && isText(words) && words !== '';
}

/** @param {unknown} value */
function mayBeText(value) {
  return value === undefined || isText(value);
}

/**
 * @param {unknown} value
 * @returns {value is Hint}
 */
function isHint(value) {
  const { kind, start, end } = fieldsOf(value);
  return isBlockKind(kind) && isOffset(start) && isOffset(end) && start <= end;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isOffset(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === 'string';
}
