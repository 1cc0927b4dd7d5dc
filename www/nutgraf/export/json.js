/**
 * The whole report, with the text it points into, the options it was read with, its address, and what the reader put right: all that it
 * takes to read it again.
 *
 * @param {string} text
 * @param {import('../types.js').Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toJson(text, report, { corrections = [], options = {}, url }) {
  return `${JSON.stringify({ ...report, corrections, options, ...(url && { url }), text }, null, 2)}\n`;
}
