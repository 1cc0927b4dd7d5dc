/**
 * Tables for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
import { saidWords, speakerOf } from '../report-view/speakers.js';
import { wordsAt } from '../spans.js';

/** @typedef {import('../types.js').Report} Report */

/**
 * @param {string} _text
 * @param {Report} report
 */
export function entitiesCsv(_text, { entities }) {
  return table(
    [
      'name',
      'kind',
      'role',
      'aliases',
      'mentions',
      'salience',
      'first_start',
      'first_end',
      'amount',
      'amount_to',
      'currency',
      'unit',
      'per',
      'approximate',
      'every',
    ],
    entities.map(({ name, kind, role, aliases, mentions, salience, value }) => [
      name,
      kind,
      role,
      aliases.join('; '),
      mentions.length,
      salience.toFixed(3),
      mentions[0]?.start,
      mentions[0]?.end,
      value?.amount,
      value?.amount_to,
      value?.currency,
      value?.unit,
      value?.per,
      value?.approximate,
      value?.every,
    ]),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 */
export function quotesCsv(text, report) {
  return table(
    [
      'quote',
      'kind',
      'speaker',
      'speaker_words',
      'attribution',
      'probable',
      'corrected',
      'verb',
      'status',
      'confidence',
      'because',
      'start',
      'end',
    ],
    report.quotes.map(quote => quoteRow(text, report, quote)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('../types.js').CorrectedQuote} quote
 */
function quoteRow(text, report, quote) {
  const { parts, kind, speaker_span: named, attribution, verb, status, confidence, because, corrected = false } = quote;
  const { name, sort } = speakerOf(quote, report);
  return [
    saidWords(text, quote),
    kind,
    sort === 'named' || sort === 'probable' ? name : '',
    named ? wordsAt(text, named) : '',
    attribution,
    sort === 'probable',
    corrected,
    verb,
    status,
    confidence.toFixed(3),
    because,
    parts[0].start,
    parts.at(-1)?.end,
  ];
}

/**
 * @param {string} text
 * @param {Report} report
 */
export function timelineCsv(text, { timeline, sentences }) {
  return table(
    ['from', 'to', 'precision', 'words', 'basis', 'ambiguous', 'sentence', 'start', 'end', 'beside_story'],
    timeline.map(entry => [
      entry.from,
      entry.to,
      entry.precision,
      wordsAt(text, entry),
      entry.basis,
      entry.ambiguous,
      entry.sentence == null ? '' : wordsAt(text, sentences[entry.sentence]),
      entry.start,
      entry.end,
      entry.beside_story ?? false,
    ]),
  );
}

/**
 * Lines end as RFC 4180 has it; the mark at the start tells Excel that it is UTF-8.
 *
 * @param {string[]} head
 * @param {unknown[][]} rows
 */
export function table(head, rows) {
  return `\ufeff${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param {unknown} value */
function cell(value) {
  if (value == null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const words = String(value).replace(/\s+/g, ' ');
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(words) && !/^-?\d+(\.\d+)?$/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
