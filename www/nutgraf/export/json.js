/**
 * The whole report, with the text it points into and what the reader put right.
 *
 * @param {string} text
 * @param {import('../types.js').Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toJson(text, report, { corrections = [] }) {
  return `${JSON.stringify({ ...report, corrections, text }, null, 2)}\n`;
}
