/**
 * Arguments are checked here, because WebAssembly would take anything and fail in words that help nobody.
 */

/** How many characters are read unless the caller says otherwise. */
const MAX_CHARS = 10_000_000;
const LARGEST = 0xffff_ffff;

/**
 * @param {unknown} text
 * @returns {string}
 */
export function checkText(text) {
  if (typeof text === 'string') return text;
  throw new TypeError(`nutgraf: the text must be a string, not ${nameOf(text)}. Pass the article as one string.`);
}

/**
 * The options of one analysis, complete and in the form that the Rust side reads.
 *
 * @param {unknown} options
 */
export function checkOptions(options = {}) {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`nutgraf: the options must be an object such as { date: "2025-06-30" }, not ${nameOf(options)}.`);
  }
  const { date, maxChars, tokens, hints } = /** @type {Record<string, unknown>} */ (options);
  return {
    date: date == null || date === '' ? null : checkDate(date),
    max_chars: maxChars == null ? MAX_CHARS : checkCount('maxChars', maxChars),
    tokens: Boolean(tokens),
    hints: hints == null ? [] : checkHints(hints),
  };
}

/**
 * A whole number above zero.
 *
 * @param {string} name
 * @param {unknown} value
 */
export function checkCount(name, value) {
  if (typeof value !== 'number') throw new TypeError(`nutgraf: ${name} must be a number, not ${nameOf(value)}.`);
  if (Number.isInteger(value) && value > 0 && value <= LARGEST) return value;
  throw new RangeError(`nutgraf: ${name} must be a whole number from 1 to ${LARGEST}, not ${value}.`);
}

/** @param {unknown} date */
export function checkDate(date) {
  if (typeof date !== 'string') {
    throw new TypeError(`nutgraf: the date must be a string such as "2025-06-30", not ${nameOf(date)}.`);
  }
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)?.map(Number) ?? [];
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
  if (year && month >= 1 && month <= 12 && day >= 1 && day <= days) return date;
  throw new RangeError(`nutgraf: the date must be a day of the calendar such as "2025-06-30", not "${date}".`);
}

/** @param {number} year */
function isLeap(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * @param {unknown} hints
 * @returns {import('./types.js').Hint[]}
 */
export function checkHints(hints) {
  if (!Array.isArray(hints)) throw new TypeError(`nutgraf: hints must be a list, not ${nameOf(hints)}.`);
  return hints.map(hint => {
    const { kind, start, end } = hint ?? {};
    if (typeof kind === 'string' && isOffset(start) && isOffset(end) && start <= end) return { kind: /** @type {import('./types.js').BlockKind} */ (kind), start, end };
    throw new RangeError('nutgraf: a hint must be { kind, start, end } with 0 <= start <= end, in UTF-16 code units.');
  });
}

/** @param {unknown} value */
function isOffset(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}

/** @param {unknown} value */
function nameOf(value) {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `${typeof value}`;
}
