/**
 * Files from a report, made on this machine: every one is a string with a name and a type.
 */

import { wordsAt } from '../spans.js';
import { toAnnotations } from './annotations.js';
import { entitiesCsv, quotesCsv, timelineCsv } from './csv.js';
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

/** Words of the headline in the name of a file, and its most characters. */
const MOST_NAME_WORDS = 8;
const LONGEST_NAME = 60;

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
  return { name: `${stemOf(text, report)}-${name}`, type, content: make(text, report, context) };
}

/**
 * What the files of an article are called: its headline and day, in letters that every file system takes.
 *
 * @param {string} text
 * @param {Report} report
 */
function stemOf(text, { article: { headline, published } }) {
  const words = headline ? wordsAt(text, headline) : '';
  const letters = words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  const slug = letters
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_NAME_WORDS)
    .join('-')
    .slice(0, LONGEST_NAME);
  return [slug || 'article', published].filter(Boolean).join('-');
}
