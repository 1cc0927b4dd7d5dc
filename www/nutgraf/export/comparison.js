/**
 * Files from a comparison, made on this machine.
 */
import { comparisonCsv } from './comparison-csv.js';
import { comparisonMarkdown } from './comparison-markdown.js';
import { fileStem } from './file-name.js';

/** @typedef {import('../types.js').Comparison} Comparison */
/** @typedef {import('../types.js').ReadArticle} ReadArticle */
/** @typedef {import('../types.js').ComparisonExportKind} ComparisonExportKind */

/** @type {Record<ComparisonExportKind, { name: string, type: string, make: (articles: ReadArticle[], comparison: Comparison) => string }>} */
const EXPORTS = {
  json: { name: 'comparison.json', type: 'application/json', make: toJson },
  markdown: { name: 'comparison.md', type: 'text/markdown', make: comparisonMarkdown },
  csv: { name: 'comparison.csv', type: 'text/csv', make: comparisonCsv },
};

/** The kinds of file there are. */
export const COMPARISON_EXPORT_KINDS = /** @type {ComparisonExportKind[]} */ (Object.keys(EXPORTS));

/**
 * @param {ComparisonExportKind} kind
 * @param {ReadArticle[]} articles those that were compared, in their order
 * @param {Comparison} comparison
 * @returns {{ name: string, type: string, content: string }}
 */
export function exportComparison(kind, articles, comparison) {
  if (!Object.hasOwn(EXPORTS, kind))
    throw new RangeError(`nutgraf: there is no export "${kind}". Choose one of ${COMPARISON_EXPORT_KINDS.join(', ')}.`);
  const { name, type, make } = EXPORTS[kind];
  const [{ text, report }] = articles;
  return { name: `${fileStem(text, report)}-${name}`, type, content: make(articles, comparison) };
}

/**
 * The comparison with the texts that it points into.
 *
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
function toJson(articles, comparison) {
  const texts = comparison.texts.map((extent, text) => ({ ...extent, text: articles[text].text }));
  return `${JSON.stringify({ ...comparison, texts }, null, 2)}\n`;
}
