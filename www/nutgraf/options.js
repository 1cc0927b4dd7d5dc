/**
 * Options of functions that are written in JavaScript, checked as the module checks its own: a mistake is told with the name of
 * its key and a remedy, and `null` counts as absent.
 */

/**
 * What an option must be.
 *
 * @typedef {object} Rule
 * @property {string} mustBe in words
 * @property {(value: any) => boolean} isType
 * @property {(value: any) => boolean} [isPossible]
 */

/** @type {Rule} */
export const COUNT = {
  mustBe: 'a whole number from 1 to 4294967295',
  isType: isNumber,
  isPossible: value => Number.isInteger(value) && value >= 1 && value <= 0xffff_ffff,
};

/** @type {Rule} */
export const SHARE = {
  mustBe: 'a number from 0 to 1',
  isType: isNumber,
  isPossible: value => value >= 0 && value <= 1,
};

/** @type {Rule} */
export const FUNCTION = { mustBe: 'a function', isType: value => typeof value === 'function' };

/** @type {Rule} */
export const SIGNAL = {
  mustBe: 'the signal of an AbortController',
  isType: value => typeof value.aborted === 'boolean' && typeof value.addEventListener === 'function',
};

/**
 * The options that are there.
 *
 * @param {unknown} given
 * @param {Record<string, Rule>} rules
 * @param {string} example
 * @returns {Record<string, any>}
 */
export function checked(given, rules, example) {
  if (given == null) return {};
  if (!isObject(given)) {
    const what = `the options must be an object such as ${example}, not ${nameOf(given)}`;
    throw new TypeError(`nutgraf: ${what}. Leave them out for none.`);
  }
  const unknown = Object.keys(given).find(key => !Object.hasOwn(rules, key));
  if (unknown !== undefined)
    throw new TypeError(`nutgraf: there is no option \`${unknown}\`. Use ${Object.keys(rules).join(', ')}.`);
  const there = Object.entries(given).filter(([, value]) => value != null);
  for (const [key, value] of there) check(key, value, rules[key]);
  return Object.fromEntries(there);
}

/**
 * @param {string} key
 * @param {unknown} value
 * @param {Rule} rule
 */
export function check(key, value, { mustBe, isType, isPossible }) {
  const message = (/** @type {string} */ is) =>
    `nutgraf: the option \`${key}\` must be ${mustBe}, not ${is}. Correct it or leave it out.`;
  if (!isType(value)) throw new TypeError(message(nameOf(value)));
  if (isPossible && !isPossible(value)) throw new RangeError(message(String(value)));
}

/** @param {unknown} value @returns {value is object} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === 'number';
}

/**
 * What a value is, in words for a message.
 *
 * @param {unknown} value
 */
function nameOf(value) {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
