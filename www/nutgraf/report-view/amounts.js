/**
 * Amounts and what comes round ("every Tuesday"), with what is not plain in their words.
 */
import { number } from './format.js';
import { isBeside } from './names.js';
import { STRINGS, say } from './strings.js';

/** @typedef {import('../types.js').Entity} Entity */
/** @typedef {import('../types.js').Value} Value */

const AMOUNTS = new Set(['money', 'percent', 'quantity', 'age']);

/**
 * The amounts of the story in the order of the text.
 *
 * @param {import('../types.js').Report} report
 * @returns {(Entity & { value: Value })[]}
 */
export function amountsOf({ entities }) {
  return byFirstMention(entities.filter(entity => AMOUNTS.has(entity.kind) && !isBeside(entity)));
}

/**
 * The dates that lie on no day of their own, because they come round.
 *
 * @param {import('../types.js').Report} report
 * @returns {(Entity & { value: Value })[]}
 */
export function recurringOf({ entities }) {
  return byFirstMention(entities.filter(entity => entity.value?.every && !isBeside(entity)));
}

/**
 * Those that have a value, in the order of the text.
 *
 * @param {Entity[]} entities
 */
function byFirstMention(entities) {
  const valued = entities.filter(/** @returns {entity is Entity & { value: Value }} */ entity => entity.value != null);
  return valued.sort((a, b) => a.mentions[0].start - b.mentions[0].start);
}

/**
 * What the words of an amount come to, as "USD 4,500,000", "10 – 12" or "age"; empty where they say it themselves.
 *
 * @param {string} words
 * @param {Value} value
 */
export function valueWords(words, { amount, amount_to: to, currency, unit, every }) {
  if (amount === undefined || every) return '';
  // "67" alone, after a name, does not say what it counts.
  if (unit === 'year' && /^\d+$/u.test(words)) return STRINGS.age;
  const figures = [amount, to].filter(n => n !== undefined).map(number);
  const isSaid = !currency && figures.every(figure => words.includes(figure));
  return isSaid ? '' : [currency, figures.join(' – ')].filter(Boolean).join(' ');
}

/**
 * What is to be known beside the number: "about", "per hour", "every 2 weeks".
 *
 * @param {Value} value
 */
export function badgesOf({ approximate, per, every, amount }) {
  return [
    approximate && STRINGS.approximations[approximate],
    per && say(STRINGS.per, { unit: per }),
    every && say(STRINGS.every, { unit: stepOf(every, amount) }),
  ].filter(badge => typeof badge === 'string');
}

/**
 * "week", "2 weeks".
 *
 * @param {string} unit
 * @param {number} [count]
 */
function stepOf(unit, count = 1) {
  return count === 1 ? unit : `${number(count)} ${unit}s`;
}
