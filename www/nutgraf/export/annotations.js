/**
 * W3C Web Annotations: each mention and quote by its words and by its place, which the standard counts in code points.
 */
import { speakerOf } from '../report-view/speakers.js';
import { firstOf, wordsAt } from '../spans.js';
import { embeddable } from './jsonld.js';

/** @typedef {import('../types.js').Report} Report */

/** Characters of context that a text quote selector carries on either side. */
const CONTEXT = 32;

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toAnnotations(text, report, { url = 'urn:nutgraf:text' }) {
  const { entities, quotes } = report;
  const place = codePoints(text);
  /** @type {(span: import('../types.js').Span, purpose: string, value: object) => object} */
  const annotation = (span, purpose, value) => ({
    type: 'Annotation',
    motivation: purpose,
    body: value,
    target: {
      source: url,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: wordsAt(text, span),
          prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
          suffix: text.slice(span.end, span.end + CONTEXT),
        },
        { type: 'TextPositionSelector', start: place(span.start), end: place(span.end) },
      ],
    },
  });
  const names = entities.flatMap(({ name, kind, mentions }) =>
    mentions.map(mention =>
      annotation(mention, 'identifying', { type: 'TextualBody', purpose: 'identifying', value: `${name} (${kind})` }),
    ),
  );
  const said = quotes.flatMap(quote =>
    quote.parts.map(part =>
      annotation(part, 'describing', {
        type: 'TextualBody',
        purpose: 'describing',
        value: `${quote.kind} quote, speaker: ${speakerWords(quote, report)}`,
      }),
    ),
  );
  const items = [...names, ...said].map((item, index) => ({ id: `urn:nutgraf:annotation:${index}`, ...item }));
  return embeddable({
    '@context': ['http://www.w3.org/ns/anno.jsonld'],
    type: 'AnnotationCollection',
    total: items.length,
    first: { type: 'AnnotationPage', items },
  });
}

/**
 * @param {import('../types.js').CorrectedQuote} quote
 * @param {Report} report
 */
function speakerWords(quote, report) {
  const { name, sort } = speakerOf(quote, report);
  if (sort === 'probable') return `${name} (${quote.because})`;
  return sort === 'named' ? name : 'unknown';
}

/**
 * From UTF-16 offsets to code points.
 *
 * @param {string} text
 * @returns {(offset: number) => number}
 */
export function codePoints(text) {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  return offset => offset - firstOf(pairs.length, pair => pairs[pair] >= offset);
}
