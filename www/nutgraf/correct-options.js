/**
 * Corrections of how a text is to be read: what its paragraphs are for, and when it was published. They change the options,
 * so that everything else follows when the text is read again.
 */
import { placeOf } from './places-in-text.js';

/** @typedef {import('./types.js').Correction} Correction */
/** @typedef {import('./types.js').Hint} Hint */
/** @typedef {{ date?: string | null, undated?: boolean, hints?: Hint[] }} Options */

/**
 * Whether the text is to be read again after a correction.
 *
 * @param {Correction} correction
 */
export function isOfReading({ op }) {
  return op === 'block' || op === 'date';
}

/**
 * The options with the corrections.
 *
 * @param {Options} options
 * @param {Correction[]} corrections
 * @param {string} text
 * @returns {{ date: string | null, undated: boolean, hints: Hint[] }}
 */
export function correctOptions({ date = null, undated = false, hints = [] }, corrections, text) {
  const corrected = { date, undated, hints };
  for (const correction of corrections) {
    // Whoever clears the day does not want the one that the text states, either.
    if (correction.op === 'date') Object.assign(corrected, { date: correction.date, undated: !correction.date });
    if (correction.op === 'block') corrected.hints = withHint(corrected.hints, correction, text);
  }
  return corrected;
}

/**
 * @param {Hint[]} hints
 * @param {Extract<Correction, { op: 'block' }>} correction
 * @param {string} text
 */
function withHint(hints, correction, text) {
  const start = placeOf(text, correction);
  if (start == null) return hints;
  const end = start + correction.words.length;
  const others = hints.filter(hint => hint.end <= start || end <= hint.start);
  return [...others.map(hint => beside(correction.kind, hint)), { kind: correction.kind, start, end }];
}

/**
 * There is one headline: another one becomes a heading.
 *
 * @param {Hint['kind']} kind
 * @param {Hint} hint
 * @returns {Hint}
 */
function beside(kind, hint) {
  return kind === 'headline' && hint.kind === 'headline' ? { ...hint, kind: 'heading' } : hint;
}
