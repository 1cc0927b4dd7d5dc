/**
 * Files from a report, made on this machine: every one is a string with a name and a type.
 */

import { toAnnotations } from './annotations.js';
import { entitiesCsv, quotesCsv, timelineCsv } from './csv.js';
import { fileStem } from './file-name.js';
import { toJson } from './json.js';
import { toJsonLd } from './jsonld.js';
import { toMarkdown } from './markdown.js';

export { COMPARISON_EXPORT_KINDS, exportComparison } from './comparison.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').ExportKind} ExportKind */

/**
 * @typedef {object} ExportContext
 * @property {string} [url] where the article is published
 * @property {number} [sentences] sentences in the summary
 * @property {Pick<import('../types.js').AnalyzeOptions, 'date' | 'hints'>} [options] with which the text was read
 * @property {import('../types.js').Correction[]} [corrections] what the reader put right, already applied to the report
 */

/** @type {Record<ExportKind, { name: string, type: string, make: (text: string, report: Report, context: ExportContext) => string }>} */
const EXPORTS = {
  json: { name: 'report.json', type: 'application/json', make: toJson },
  markdown: { name: 'report.md', type: 'text/markdown', make: toMarkdown },
  'csv-entities': { name: 'entities.csv', type: 'text/csv', make: entitiesCsv },
  'csv-quotes': { name: 'quotes.csv', type: 'text/csv', make: quotesCsv },
  'csv-timeline': { name: 'timeline.csv', type: 'text/csv', make: timelineCsv },
  jsonld: { name: 'article.jsonld', type: 'application/ld+json', make: toJsonLd },
  annotations: { name: 'annotations.jsonld', type: 'application/ld+json', make: toAnnotations },
};

/** The kinds of file there are. */
export const EXPORT_KINDS = /** @type {ExportKind[]} */ (Object.keys(EXPORTS));

/**
 * @param {ExportKind} kind
 * @param {string} text
 * @param {Report} report
 * @param {ExportContext} [context]
 * @returns {{ name: string, type: string, content: string }}
 */
export function exportReport(kind, text, report, context = {}) {
  if (!Object.hasOwn(EXPORTS, kind))
    throw new RangeError(`nutgraf: there is no export "${kind}". Choose one of ${EXPORT_KINDS.join(', ')}.`);
  const { name, type, make } = EXPORTS[kind];
  return { name: `${fileStem(text, report)}-${name}`, type, content: make(text, report, context) };
}
