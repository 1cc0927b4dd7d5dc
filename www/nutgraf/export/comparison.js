/**
 * Files from a comparison, made on this machine.
 */
import { mergedSteps } from '../report-view/difference.js';
import { STRINGS } from '../report-view/strings.js';
import { table } from './csv.js';
import { escaped, list } from './markdown.js';

/** @typedef {import('../types.js').Comparison} Comparison */
/** @typedef {import('../types.js').ReadArticle} ReadArticle */
/** @typedef {import('../types.js').ComparisonExportKind} ComparisonExportKind */
/** @typedef {import('../types.js').SharedQuotation} SharedQuotation */
/** @typedef {import('../types.js').Span & { text: number }} Place */

/** @type {Record<ComparisonExportKind, { name: string, type: string, make: (articles: ReadArticle[], comparison: Comparison) => string }>} */
const EXPORTS = {
  json: { name: 'comparison.json', type: 'application/json', make: toJson },
  markdown: { name: 'comparison.md', type: 'text/markdown', make: toMarkdown },
  csv: { name: 'comparison.csv', type: 'text/csv', make: toCsv },
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
  return { name, type, content: make(articles, comparison) };
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

/**
 * A comparison to read and to paste into notes.
 *
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
function toMarkdown(articles, comparison) {
  const { texts, entities, speakers, quotations, statements, alone } = comparison;
  const { comparison: strings } = STRINGS;
  const titles = articles.map(
    (article, text) => `- **${letter(text)}** ${escaped(titleOf(article))} (${extentOf(texts[text])})`,
  );
  const told = (/** @type {string} */ relation) =>
    statements
      .filter(statement => statement.relation === relation)
      .map(
        ({ places, about }) => `${inTexts(articles, places)}${about.length ? ` (${escaped(about.join(', '))})` : ''}`,
      );
  const sections = [
    `# ${strings.title}`,
    titles.join('\n'),
    list(strings.shared, entities.filter(({ in: places }) => places.length > 1).map(entityLine)),
    ...articles.map((_, text) =>
      list(
        strings.namesAlone(letter(text)),
        entities.filter(({ in: places }) => places.length === 1 && places[0].text === text).map(entityLine),
      ),
    ),
    list(strings.speakers, speakers.map(speakerLine)),
    list(
      strings.quotations,
      quotations.map(quotation => `${strings.relations[quotation.relation]}: ${quotationWords(articles, quotation)}`),
    ),
    list(strings.conflicts, told('conflict')),
    list(strings.agreements, told('agree')),
    ...articles.map((_, text) =>
      list(
        strings.sentencesAlone(letter(text)),
        alone.filter(lone => lone.text === text).map(lone => escaped(sentenceOf(articles, lone))),
      ),
    ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** @param {Comparison['entities'][number]} entity */
function entityLine({ name, kind, in: places }) {
  const counts = places.map(({ text, mentions }) => `${letter(text)} ${mentions}×`).join(', ');
  return `**${escaped(name)}**, ${STRINGS.kinds[kind]} (${counts})`;
}

/** @param {Comparison['speakers'][number]} speaker */
function speakerLine({ name, in: places }) {
  const { comparison: strings } = STRINGS;
  const words = places.map(({ text, words, probable_words: probable }) => {
    const sure = `${letter(text)} ${strings.words(words)}`;
    return probable ? `${sure} (${strings.probably(probable)})` : sure;
  });
  return `**${escaped(name ?? strings.unnamed)}**: ${words.join(', ')}`;
}

/**
 * The words of a quotation; where they differ, both with what each has alone.
 *
 * @param {ReadArticle[]} articles
 * @param {SharedQuotation} quotation
 */
function quotationWords(articles, quotation) {
  const { places, difference } = quotation;
  if (!difference.length) {
    const first = places[0].text;
    const of = places.filter(({ text }) => text === first);
    const letters = [...new Set(places.map(({ text }) => letter(text)))].join(', ');
    return `“${of.map(place => escaped(wordsAt(articles, place))).join(' … ')}” (${letters})`;
  }
  return mergedSteps(quotation)
    .map(step => {
      const words = escaped(wordsAt(articles, step));
      return step.op === 'only' ? `\\[${letter(step.text)}: *${words}*\\]` : words;
    })
    .join(' ');
}

/**
 * What every text says, by its letter.
 *
 * @param {ReadArticle[]} articles
 * @param {Place[]} places
 */
function inTexts(articles, places) {
  return places.map(place => `${letter(place.text)} “${escaped(wordsAt(articles, place))}”`).join(' / ');
}

/**
 * One table of everything: for every text what it has, and where that begins.
 *
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
function toCsv(articles, { entities, speakers, quotations, statements, pairs, alone }) {
  const head = ['what', 'relation', 'name', ...articles.flatMap((_, text) => [letter(text), `${letter(text)}_start`])];
  /**
   * @param {string} what
   * @param {string} relation
   * @param {string} name
   * @param {Array<{ text: number, value: unknown, start?: number }>} cells
   */
  const row = (what, relation, name, cells) => {
    const of = (/** @type {number} */ text) => cells.filter(cell => cell.text === text);
    const both = articles.flatMap((_, text) => [
      of(text).length
        ? of(text)
            .map(({ value }) => value)
            .join(' … ')
        : null,
      of(text)[0]?.start,
    ]);
    return [what, relation, name, ...both];
  };
  const words = (/** @type {Place} */ place) => ({
    text: place.text,
    value: wordsAt(articles, place),
    start: place.start,
  });
  const sentence = (/** @type {{ text: number, sentence: number }} */ at) => ({
    text: at.text,
    value: sentenceOf(articles, at),
    start: articles[at.text].report.sentences[at.sentence].start,
  });
  const isShared = (/** @type {unknown[]} */ places) => (places.length > 1 ? 'shared' : 'alone');
  return table(head, [
    ...entities.map(({ kind, name, in: places }) =>
      row(
        kind,
        isShared(places),
        name,
        places.map(({ text, mentions }) => ({ text, value: mentions })),
      ),
    ),
    ...speakers.map(({ name, in: places }) =>
      row(
        'words quoted',
        isShared(places),
        name ?? '',
        places.map(({ text, words }) => ({ text, value: words })),
      ),
    ),
    ...quotations.map(({ relation, places }) => row('quotation', relation, '', places.map(words))),
    ...statements.map(({ kind, relation, about, places }) => row(kind, relation, about.join(' '), places.map(words))),
    ...pairs.map(({ texts, sentences, score }) =>
      row('sentence', 'counterpart', score.toFixed(3), [
        sentence({ text: texts[0], sentence: sentences[0] }),
        sentence({ text: texts[1], sentence: sentences[1] }),
      ]),
    ),
    ...alone.map(lone => row('sentence', 'alone', '', [sentence(lone)])),
  ]);
}

/** @param {number} text */
function letter(text) {
  return String.fromCharCode('A'.charCodeAt(0) + text);
}

/** @param {ReadArticle} article */
function titleOf({ text, report: { article } }) {
  return article.headline ? text.slice(article.headline.start, article.headline.end) : STRINGS.article;
}

/** @param {Comparison['texts'][number]} extent */
function extentOf({ words, quoted_words: quoted }) {
  return STRINGS.comparison.extent(words, quoted);
}

/**
 * @param {ReadArticle[]} articles
 * @param {Place} place
 */
function wordsAt(articles, { text, start, end }) {
  return articles[text].text.slice(start, end);
}

/**
 * @param {ReadArticle[]} articles
 * @param {{ text: number, sentence: number }} at
 */
function sentenceOf(articles, { text, sentence }) {
  return wordsAt(articles, { text, ...articles[text].report.sentences[sentence] });
}
