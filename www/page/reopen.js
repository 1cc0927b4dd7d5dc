/**
 * An export in JSON, opened again: the article with what the reader put right. The report in it is not trusted; the text
 * is read anew and the corrections are carried out on what is found.
 */

import { KINDS } from '../nutgraf/render/kinds.js';

/** @typedef {import('../nutgraf/types.js').Correction} Correction */

/** More corrections than anybody makes by hand; each costs a copy of the report. */
const MOST_CORRECTIONS = 200;

const isText = (/** @type {unknown} */ value) => typeof value === 'string';
const isPlace = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isEntity = (/** @type {any} */ value) => isText(value?.name) && isText(value?.kind);

/** What each correction holds beside the entity it is about. @type {Record<string, (correction: any) => boolean>} */
const SOUND = {
  merge: ({ into }) => isEntity(into),
  split: ({ start, name }) => isPlace(start) && isText(name),
  retype: ({ kind }) => KINDS.includes(kind),
  remove: () => true,
  remove_mention: ({ start }) => isPlace(start),
};

/**
 * The article of an export; null if this is none.
 *
 * @param {string} json
 * @returns {{ text: string, date: string | null, hints: import('../nutgraf/types.js').Hint[], corrections: Correction[] } | null}
 */
export function reopen(json) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isText(found?.text) || !Number.isSafeInteger(found.schema)) return null;
  const corrections = Array.isArray(found.corrections) ? found.corrections.slice(0, MOST_CORRECTIONS).filter(isSound) : [];
  const { date, hints } = found.options ?? {};
  return { text: found.text, date: isDay(date) ? date : null, hints: Array.isArray(hints) ? hints.filter(isHint) : [], corrections };
}

/** @param {unknown} value */
function isDay(value) {
  const day = isText(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(String(value));
}

/** @param {any} value */
function isHint(value) {
  return isText(value?.kind) && isPlace(value.start) && isPlace(value.end) && value.start <= value.end;
}

/** @param {any} correction */
function isSound(correction) {
  return isText(correction?.op) && Object.hasOwn(SOUND, correction.op) && isEntity(correction.entity) && SOUND[correction.op](correction);
}
