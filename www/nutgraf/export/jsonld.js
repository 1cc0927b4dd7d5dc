/**
 * The article as search engines and archives read it: schema.org in JSON-LD. `<` is escaped, so that the text may stand
 * inside a script element.
 */
import { saidWords, speakerOf } from '../report-view/speakers.js';
import { wordsAt } from '../spans.js';

/** @typedef {import('../types.js').Report} Report */

/** @type {Record<string, string>} */
const TYPES = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  event: 'Event',
  work: 'CreativeWork',
  product: 'Product',
};

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toJsonLd(text, report, { url }) {
  const { article, entities, quotes, nut_graf: nut, sentences } = report;
  const thing = (/** @type {import('../types.js').Entity} */ { kind, name, aliases, role }) => ({
    '@type': TYPES[kind],
    name,
    ...(aliases.length && { alternateName: aliases }),
    ...(role && { description: role }),
  });
  const named = entities.filter(({ kind }) => TYPES[kind]);
  return embeddable({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { url }),
    headline: article.headline ? wordsAt(text, article.headline) : undefined,
    // A machine does not read that the year is a guess.
    datePublished: article.published_basis === 'assumed' ? undefined : (article.published ?? undefined),
    author: article.byline.length
      ? article.byline.map(span => ({ '@type': 'Person', name: wordsAt(text, span) }))
      : undefined,
    abstract: nut == null ? undefined : wordsAt(text, sentences[nut]),
    mentions: named.map(thing),
    hasPart: quotes
      .filter(({ kind }) => kind !== 'indirect')
      .map(quote => ({
        '@type': 'Quotation',
        text: saidWords(text, quote),
        ...spokenBy(quote, report, thing),
      })),
  });
}

/**
 * Who said a quote. A machine that reads `spokenByCharacter` does not read doubts, so a probable speaker is only described.
 *
 * @param {import('../types.js').CorrectedQuote} quote
 * @param {Report} report
 * @param {(entity: import('../types.js').Entity) => object} thing
 */
function spokenBy(quote, report, thing) {
  const { name, entity, sort } = speakerOf(quote, report);
  if (sort === 'probable') return { description: [name, quote.because].filter(Boolean).join(': ') };
  if (sort !== 'named') return {};
  return { spokenByCharacter: entity == null ? { '@type': 'Person', name } : thing(report.entities[entity]) };
}

/** @param {unknown} value */
export function embeddable(value) {
  return `${JSON.stringify(value, null, 2).replace(/[<\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
