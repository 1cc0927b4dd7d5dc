/**
 * Days of the calendar.
 */

/**
 * Whether a value is a day that there is, as YYYY-MM-DD.
 *
 * @param {unknown} value
 * @returns {value is string}
 */
export function isDay(value) {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  // Some engines take 31 June for 1 July.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The day it is where the reader is. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
