/**
 * Who said what, grouped by speaker; the unnamed and the unresolved stand in groups of their own and are never left out.
 */
import { countWords } from '../select.js';
import { h, isolated } from './dom.js';
import { STRINGS, counted, percent } from './strings.js';
import { visible } from './visible.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Quote} Quote */

/** Below this the speaker is shown as uncertain. */
const SURE = 0.6;

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ prefix?: string }} [options]
 */
export function renderQuotes(text, report, { prefix = '' } = {}) {
  const groups = speakers(text, report);
  if (!groups.length) return h('div', { class: 'ng-panel' }, h('p', { class: 'ng-empty' }, STRINGS.noQuotes));
  const all = groups.reduce((sum, { words }) => sum + words, 0);
  return h('div', { class: 'ng-panel' }, groups.map(group => renderGroup(text, report, group, all, prefix)));
}

/**
 * Quotes by speaker, the most quoted first; then the unnamed; then those without a speaker.
 *
 * @param {string} text
 * @param {Report} report
 */
export function speakers(text, { quotes, entities }) {
  /** @type {Map<string, { name: string, role: string | null, entity: number | null, rank: number, quotes: Quote[], words: number }>} */
  const groups = new Map();
  for (const quote of quotes) {
    const entity = quote.speaker == null ? null : entities[quote.speaker];
    const key = entity ? `entity ${entity.id}` : quote.attribution;
    const other = quote.attribution === 'unnamed' ? STRINGS.unnamed : STRINGS.unresolved;
    const group = groups.get(key) ?? {
      name: entity?.name ?? other, role: entity?.role ?? null, entity: entity?.id ?? null,
      rank: entity ? 0 : quote.attribution === 'unnamed' ? 1 : 2, quotes: [], words: 0,
    };
    group.quotes.push(quote);
    group.words += quote.parts.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank || b.words - a.words);
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {ReturnType<typeof speakers>[number]} group
 * @param {number} all
 * @param {string} prefix
 */
function renderGroup(text, report, { name, role, entity, quotes, words }, all, prefix) {
  const figures = `${counted('quote', quotes.length)} · ${STRINGS.ofQuotedWords.replace('{share}', percent(words / Math.max(1, all)))}`;
  return h('section', { class: `ng-speaker${entity == null ? ' ng-nobody' : ''}` },
    h('h3', null, entity == null ? name : h('a', { href: `#${prefix}entity-${entity}`, 'data-entity': entity }, isolated(...visible(name)))),
    role && h('p', { class: 'ng-role' }, isolated(...visible(role))),
    h('p', { class: 'ng-muted ng-small' }, figures),
    quotes.map(quote => renderQuote(text, report, quote)));
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Quote} quote
 */
function renderQuote(text, { sentences }, quote) {
  const words = quote.parts.flatMap(({ start, end }, index) => [index ? ' … ' : '', ...visible(text.slice(start, end).replace(/\s+/g, ' '))]);
  const [open, close] = quote.kind === 'direct' ? ['“', '”'] : ['', ''];
  const sentence = sentences.findIndex(({ end }) => end > quote.parts[0].start);
  const about = [
    quote.verb, quote.status !== 'asserted' && STRINGS.statuses[quote.status],
    quote.confidence < SURE && STRINGS.uncertain,
  ].filter(Boolean);
  return h('figure', { class: 'ng-quote' },
    h('blockquote', { dir: 'auto' }, h('a', { class: 'ng-go', href: '#', 'data-sentence': sentence, 'data-start': quote.parts[0].start }, open, words, close)),
    h('figcaption', null,
      h('span', { class: `ng-badge ng-badge-${quote.kind}`, title: STRINGS.quoteKindHelp[quote.kind] }, STRINGS.quoteKinds[quote.kind]),
      quote.attribution === 'unnamed' && quote.speaker_span && h('span', null, isolated(...visible(text.slice(quote.speaker_span.start, quote.speaker_span.end)))),
      about.length > 0 && h('span', { class: 'ng-muted' }, about.join(' · ')),
      quote.via && h('span', { class: 'ng-muted' }, STRINGS.via, ' ', isolated(text.slice(quote.via.start, quote.via.end))),
      quote.because && h('span', { class: 'ng-because' }, h('span', { class: 'ng-label' }, STRINGS.howWeKnow), ' ', isolated(...visible(quote.because)))));
}
