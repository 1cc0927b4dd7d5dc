/**
 * Who said what: the quotes by speaker. A probable speaker stands apart from the sure one; the unnamed and the unresolved
 * stand in groups of their own and are never left out.
 */
import { wordsAt } from '../spans.js';
import { countWords } from '../summarize.js';
import { STRINGS, say } from './strings.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Quote} Quote */
/** @typedef {import('../types.js').CorrectedQuote} CorrectedQuote */

/**
 * @typedef {object} Speaker
 * @property {string} name "probably X" for a probable speaker
 * @property {string | null} role
 * @property {number | null} entity the id of the speaker; null for the unnamed, the unresolved, and a name the reader typed
 * @property {'named' | 'probable' | 'unnamed' | 'unresolved'} sort in the order shown
 * @property {CorrectedQuote[]} quotes in text order
 * @property {number} words in all quotes
 */

const ORDER = ['named', 'probable', 'unnamed', 'unresolved'];

/**
 * Quotes by speaker, the most quoted first; then probable speakers; then the unnamed; then those without a speaker.
 *
 * @param {string} text
 * @param {Report} report
 * @returns {Speaker[]}
 */
export function speakersOf(text, report) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const quote of report.quotes) {
    const found = speakerOf(quote, report);
    const key = `${found.sort} ${found.entity ?? found.name}`;
    const speaker = speakers.get(key) ?? { ...found, quotes: [], words: 0 };
    speaker.quotes.push(quote);
    speaker.words += countWords(saidWords(text, quote));
    speakers.set(key, speaker);
  }
  return [...speakers.values()].sort((a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort) || b.words - a.words);
}

/**
 * Who said a quote, as it is shown.
 *
 * @param {CorrectedQuote} quote
 * @param {Pick<Report, 'entities'>} report
 * @returns {Pick<Speaker, 'name' | 'role' | 'entity' | 'sort'>}
 */
export function speakerOf(quote, { entities }) {
  if (quote.speaker_name) return { name: quote.speaker_name, role: null, entity: null, sort: 'named' };
  if (quote.speaker != null) {
    const { id, name, role } = entities[quote.speaker];
    if (!isProbable(quote)) return { name, role, entity: id, sort: 'named' };
    return { name: say(STRINGS.probably, { name }), role, entity: id, sort: 'probable' };
  }
  const isUnnamed = quote.attribution === 'unnamed';
  const name = isUnnamed ? STRINGS.unnamed : STRINGS.unresolved;
  return { name, role: null, entity: null, sort: isUnnamed ? 'unnamed' : 'unresolved' };
}

/**
 * Who said a quote, in a list where its group is not told: somebody unnamed as the text has it ("officials").
 *
 * @param {string} text
 * @param {Pick<Speaker, 'name' | 'sort'>} speaker
 * @param {CorrectedQuote} quote
 */
export function speakerWords(text, { name, sort }, { speaker_span: told, corrected }) {
  return sort === 'unnamed' && told && !corrected ? wordsAt(text, told) : name;
}

/**
 * The words of a quote as one; what interrupts them is left out.
 *
 * @param {string} text
 * @param {Pick<Quote, 'parts'>} quote
 */
export function saidWords(text, { parts }) {
  return parts.map(part => wordsAt(text, part)).join(' … ');
}

/**
 * Whether the speaker is named, but less surely than is shown without a word of doubt.
 *
 * @param {Quote} quote
 */
export function isProbable({ speaker, probable }) {
  return speaker != null && probable;
}

/**
 * The facts to know, without words whose speaker is only probable.
 *
 * @param {Report} report
 */
export function sureFacts({ key_facts, quotes }) {
  return key_facts.filter(({ quote }) => quote == null || !isProbable(quotes[quote]));
}
