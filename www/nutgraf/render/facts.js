/**
 * The facts of publication: what the text says about itself.
 */
import { countWords } from '../select.js';
import { h, isolated } from './dom.js';
import { STRINGS, counted, day } from './strings.js';
import { visible } from './visible.js';

/** @typedef {import('../types.js').Report} Report */

/** Words that a reader takes in within a minute. */
const PACE = 230;

/** Blocks that are quoted as they stand, in the order shown. */
const QUOTED = /** @type {const} */ (['deck', 'caption', 'credit', 'note', 'ai_notice', 'disclaimer', 'related']);

/**
 * @param {string} text
 * @param {Report} report
 */
export function renderFacts(text, report) {
  const { article, entities, model } = report;
  const words = (/** @type {{ start: number, end: number }} */ span) => isolated(...visible(text.slice(span.start, span.end)));
  const datelines = [...article.leads.filter(l => l.kind === 'dateline'), ...article.blocks.filter(b => b.kind === 'dateline')];
  const rows = [
    row('headline', article.headline ? [words(article.headline)] : []),
    row('published', [article.published ? h('time', { datetime: article.published }, day(article.published)) : h('span', { class: 'ng-muted' }, STRINGS.notStated)]),
    row('byline', article.byline.map(words)),
    row('dateline', datelines.map(words)),
    row('length', [lengthOf(text, report)]),
    row('tickers', entities.filter(e => e.kind === 'ticker').map(ticker => isolated(tickerLine(ticker, entities)))),
    ...QUOTED.map(kind => row(kind, article.blocks.filter(b => b.kind === kind).map(words))),
    row('model', [model]),
  ];
  return h('div', { class: 'ng-panel' }, h('dl', { class: 'ng-facts' }, rows));
}

/**
 * @param {keyof typeof STRINGS.factsTable} label
 * @param {(Node | string)[]} values
 */
function row(label, values) {
  if (!values.length) return null;
  return h('div', { class: `ng-fact ng-fact-${label}` }, h('dt', null, STRINGS.factsTable[label]), values.map(value => h('dd', null, value)));
}

/**
 * "312 words, 2 min read".
 *
 * @param {string} text
 * @param {Report} report
 */
export function lengthOf(text, report) {
  const words = wordsOf(text, report);
  return `${counted('word', words)}, ${counted('minute', Math.max(1, Math.round(words / PACE)))}`;
}

/**
 * Words of the headline and the story.
 *
 * @param {string} text
 * @param {Report} report
 */
export function wordsOf(text, { article }) {
  const story = article.blocks.filter(({ kind }) => kind === 'body' || kind === 'quote' || kind === 'list' || kind === 'headline');
  return story.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
}

/**
 * @param {import('../types.js').Entity} ticker
 * @param {import('../types.js').Entity[]} entities
 */
function tickerLine({ name, value, related = [] }, entities) {
  const symbol = [value?.exchange, value?.symbol ?? name].filter(Boolean).join(': ');
  const company = related.map(id => entities[id]?.name).find(Boolean);
  return company ? `${symbol} (${company})` : symbol;
}

/**
 * What the reader should know about this analysis, each with the words concerned.
 *
 * @param {string} text
 * @param {Report} report
 */
export function renderNotices(text, { notices }) {
  return h('div', { class: 'ng-notices' }, notices.map(({ code, message, span }) => h('p', { class: `ng-notice ng-notice-${code}` },
    h('strong', null, STRINGS.notices[code] ?? code), ' ', message,
    span && span.end > span.start && code !== 'truncated'
      ? [' ', h('q', { dir: 'auto' }, visible(text.slice(span.start, Math.min(span.end, span.start + 300))))] : null)));
}
