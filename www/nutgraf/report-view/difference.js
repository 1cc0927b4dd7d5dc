/**
 * The words of two quotations as one row: what both have stands once, as the first text writes it.
 */

/** @typedef {import('../types.js').SharedQuotation} SharedQuotation */

/** @param {SharedQuotation} quotation */
export function mergedSteps({ places, difference }) {
  const first = Math.min(...places.map(({ text }) => text));
  return difference.filter(({ op, text }) => op === 'only' || text === first);
}
