/**
 * Numbers, counts and days as a reader reads them.
 */
import { STRINGS, say } from './strings.js';

const numbers = new Intl.NumberFormat('en');
const percents = new Intl.NumberFormat('en', { style: 'percent' });
const plurals = new Intl.PluralRules('en');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const daysOfMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {number} n */
export function number(n) {
  return numbers.format(n);
}

/** @param {number} part a share, 0 to 1 */
export function percent(part) {
  return percents.format(part);
}

/**
 * "1 quote", "3 quotes".
 *
 * @param {keyof typeof STRINGS.counts} what
 * @param {number} n
 */
export function counted(what, n) {
  const forms = STRINGS.counts[what];
  return say(plurals.select(n) === 'one' ? forms.one : forms.other, { n: number(n) });
}

/**
 * "29 June 2025".
 *
 * @param {string} date a day as YYYY-MM-DD
 */
export function day(date) {
  return days.format(utc(date));
}

/**
 * Words in which days are written as YYYY-MM-DD, with the days as a reader writes them.
 *
 * @param {string} words
 */
export function withDays(words) {
  return words.replace(/\b\d{4}-\d\d-\d\d\b/g, date => (Number.isNaN(utc(date).getTime()) ? date : day(date)));
}

/**
 * "29 June".
 *
 * @param {{ month: number, day: number }} date
 */
export function dayOfMonth({ month, day }) {
  // A leap year has every day.
  return daysOfMonth.format(Date.UTC(2024, month - 1, day));
}

/** @param {string} date */
export function weekday(date) {
  return weekdays.format(utc(date));
}

/**
 * A stretch of days as exactly as the words were: "29 June 2025", "March 2025", "2025".
 *
 * @param {{ from: string, to: string, precision: string }} when
 */
export function stretch({ from, to, precision }) {
  if (from === to) return day(from);
  if (precision === 'month') return months.format(utc(from));
  if (precision === 'year' || precision === 'decade' || precision === 'century') {
    const [first, last] = [from, to].map(date => String(Number(date.slice(0, 4))));
    return first === last ? first : `${first} – ${last}`;
  }
  return days.formatRange(utc(from), utc(to));
}

/** @param {string} date */
function utc(date) {
  return new Date(`${date}T00:00:00Z`);
}
