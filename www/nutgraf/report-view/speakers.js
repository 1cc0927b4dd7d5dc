/**
 * Who said what: the quotes by speaker. The unnamed and the unresolved stand in groups of their own and are never left
 * out.
 */
import { countWords } from '../summarize.js';
import { STRINGS } from './strings.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Quote} Quote */

/**
 * @typedef {object} Speaker
 * @property {string} name
 * @property {string | null} role
 * @property {number | null} entity the id of the speaker; null for the unnamed and the unresolved
 * @property {number} rank 0 for a speaker, 1 for the unnamed, 2 for the unresolved
 * @property {Quote[]} quotes in text order
 * @property {number} words in all quotes
 */

/**
 * Quotes by speaker, the most quoted first; then the unnamed; then those without a speaker.
 *
 * @param {string} text
 * @param {Report} report
 * @returns {Speaker[]}
 */
export function speakersOf(text, { quotes, entities }) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const quote of quotes) {
    const entity = quote.speaker == null ? null : entities[quote.speaker];
    const key = entity ? `entity ${entity.id}` : quote.attribution;
    const speaker = speakers.get(key) ?? (entity ? named(entity) : nobody(quote));
    speaker.quotes.push(quote);
    speaker.words += quote.parts.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
    speakers.set(key, speaker);
  }
  return [...speakers.values()].sort((a, b) => a.rank - b.rank || b.words - a.words);
}

/**
 * @param {import('../types.js').Entity} entity
 * @returns {Speaker}
 */
function named({ id, name, role }) {
  return { name, role, entity: id, rank: 0, quotes: [], words: 0 };
}

/**
 * @param {Quote} quote
 * @returns {Speaker}
 */
function nobody({ attribution }) {
  const isUnnamed = attribution === 'unnamed';
  const name = isUnnamed ? STRINGS.unnamed : STRINGS.unresolved;
  return { name, role: null, entity: null, rank: isUnnamed ? 1 : 2, quotes: [], words: 0 };
}
