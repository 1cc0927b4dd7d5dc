/**
 * A comparison as one table: a row for everything that was found, with what each text has of it.
 */
import { letterOf, wordsIn } from '../report-view/articles.js';
import { placesIn } from '../report-view/quotations.js';
import { sentenceAt } from '../spans.js';
import { table } from './csv.js';

/** @typedef {import('../types.js').Comparison} Comparison */
/** @typedef {import('../types.js').ReadArticle} ReadArticle */
/** @typedef {import('../report-view/articles.js').Place} Place */

/**
 * What one text has: a number or words, and for words where they begin and the sentence around them.
 *
 * @typedef {{ text: number, value: number | string, start?: number, sentence?: string }} Cell
 */

/**
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
export function comparisonCsv(articles, comparison) {
  const ofTexts = articles.flatMap((_, text) => {
    const letter = letterOf(text);
    return [letter, `${letter}_start`, `${letter}_sentence`];
  });
  return table(['what', 'relation', 'name', 'score', ...ofTexts], rowsOf(articles, comparison));
}

/**
 * @param {ReadArticle[]} articles
 * @param {Comparison} comparison
 */
function rowsOf(articles, { entities, speakers, quotations, statements, pairs, alone }) {
  /** @type {(what: string, relation: string, cells: Cell[], about?: { name?: string | null, score?: string }) => unknown[]} */
  const row = (what, relation, cells, { name, score } = {}) => [
    what,
    relation,
    name,
    score,
    ...articles.flatMap((_, text) => columnsOf(cells.filter(cell => cell.text === text))),
  ];
  const words = (/** @type {Place} */ place) => wordsCell(articles, place);
  const sentence = (/** @type {number} */ text, /** @type {number} */ index) =>
    sentenceCell(articles, { text, ...articles[text].report.sentences[index] });
  return [
    ...entities.map(({ kind, name, in: places }) => {
      const cells = places.map(({ text, mentions }) => ({ text, value: mentions }));
      return row(kind, sharedBy(places), cells, { name });
    }),
    ...speakers.flatMap(({ name, in: places }) => {
      const sure = places.map(({ text, words }) => ({ text, value: words }));
      const probable = places.map(({ text, probable_words: words }) => ({ text, value: words }));
      const rows = [row('words quoted', sharedBy(places), sure, { name })];
      if (probable.some(({ value }) => value > 0))
        rows.push(row('words probably quoted', sharedBy(places), probable, { name }));
      return rows;
    }),
    ...quotations.map(quotation => {
      const cells = articles.flatMap((_, text) => placesIn(articles, quotation, text).map(words));
      return row('quotation', quotation.relation, cells);
    }),
    ...statements.map(({ kind, relation, places }) => row(kind, relation, places.map(words))),
    ...pairs.map(({ texts, sentences, score }) => {
      const cells = texts.map((text, index) => sentence(text, sentences[index]));
      return row('sentence', 'counterpart', cells, { score: score.toFixed(3) });
    }),
    ...alone.map(({ text, sentence: index }) => row('sentence', 'alone', [sentence(text, index)])),
  ];
}

/**
 * The columns of one text. What is interrupted there stands in one cell and begins where its first piece does.
 *
 * @param {Cell[]} cells
 */
function columnsOf(cells) {
  const [first] = cells;
  const value = cells.length > 1 ? cells.map(cell => cell.value).join(' … ') : first?.value;
  return [value, first?.start, first?.sentence];
}

/**
 * @param {ReadArticle[]} articles
 * @param {Place} place
 * @returns {Cell}
 */
function wordsCell(articles, place) {
  const { text, start } = place;
  const { report } = articles[text];
  const around = report.sentences[sentenceAt(report, start)];
  return { ...sentenceCell(articles, place), sentence: around && wordsIn(articles, { text, ...around }) };
}

/**
 * @param {ReadArticle[]} articles
 * @param {Place} place
 * @returns {Cell}
 */
function sentenceCell(articles, place) {
  return { text: place.text, value: wordsIn(articles, place), start: place.start };
}

/** @param {unknown[]} places */
function sharedBy(places) {
  return places.length > 1 ? 'shared' : 'alone';
}
