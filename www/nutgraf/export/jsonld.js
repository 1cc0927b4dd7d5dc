/**
 * The article as search engines and archives read it: schema.org in JSON-LD. `<` is escaped, so that the text may stand
 * inside a script element.
 */

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
export function toJsonLd(text, { article, entities, quotes, nut_graf: nut, sentences }, { url }) {
  const words = (/** @type {{ start: number, end: number } | null} */ span) =>
    span ? text.slice(span.start, span.end) : undefined;
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
    headline: words(article.headline),
    datePublished: article.published ?? undefined,
    author: article.byline.length ? article.byline.map(span => ({ '@type': 'Person', name: words(span) })) : undefined,
    abstract: nut == null ? undefined : words(sentences[nut]),
    mentions: named.map(thing),
    hasPart: quotes
      .filter(({ kind }) => kind !== 'indirect')
      .map(({ parts, speaker }) => ({
        '@type': 'Quotation',
        text: parts.map(words).join(' … '),
        ...(speaker != null && { spokenByCharacter: thing(entities[speaker]) }),
      })),
  });
}

/** @param {unknown} value */
export function embeddable(value) {
  return `${JSON.stringify(value, null, 2).replace(/[<\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
