/**
 * Who said what, grouped by speaker; the unnamed and the unresolved stand in groups of their own and are never left out.
 */
import { counted, percent } from '../report-view/format.js';
import { speakersOf } from '../report-view/speakers.js';
import { STRINGS } from '../report-view/strings.js';
import { isolated, visible } from './article-text.js';
import { h } from './dom.js';

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
  const groups = speakersOf(text, report);
  if (!groups.length) return h('div', { class: 'ng-panel' }, h('p', { class: 'ng-empty' }, STRINGS.noQuotes));
  const all = groups.reduce((sum, { words }) => sum + words, 0);
  return h(
    'div',
    { class: 'ng-panel' },
    groups.map(group => renderGroup(text, report, group, all, prefix)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('../report-view/speakers.js').Speaker} group
 * @param {number} all
 * @param {string} prefix
 */
function renderGroup(text, report, { name, role, entity, quotes, words }, all, prefix) {
  const figures = `${counted('quote', quotes.length)} · ${STRINGS.ofQuotedWords.replace('{share}', percent(words / Math.max(1, all)))}`;
  return h(
    'section',
    { class: `ng-speaker${entity == null ? ' ng-nobody' : ''}` },
    h(
      'h3',
      null,
      entity == null ? name : h('a', { href: `#${prefix}entity-${entity}`, 'data-entity': entity }, isolated(name)),
    ),
    role && h('p', { class: 'ng-role' }, isolated(role)),
    h('p', { class: 'ng-muted ng-small' }, figures),
    quotes.map(quote => renderQuote(text, report, quote)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Quote} quote
 */
function renderQuote(text, { sentences }, quote) {
  const words = quote.parts.flatMap(({ start, end }, index) => [
    index ? ' … ' : '',
    ...visible(text.slice(start, end).replace(/\s+/g, ' ')),
  ]);
  const [open, close] = quote.kind === 'direct' ? ['“', '”'] : ['', ''];
  const sentence = sentences.findIndex(({ end }) => end > quote.parts[0].start);
  const about = [
    quote.verb,
    quote.status !== 'asserted' && STRINGS.statuses[quote.status],
    quote.confidence < SURE && STRINGS.uncertain,
  ].filter(Boolean);
  return h(
    'figure',
    { class: 'ng-quote' },
    h(
      'blockquote',
      { dir: 'auto' },
      h(
        'a',
        { class: 'ng-go', href: '#', 'data-sentence': sentence, 'data-start': quote.parts[0].start },
        open,
        words,
        close,
      ),
    ),
    h(
      'figcaption',
      null,
      h(
        'span',
        { class: `ng-badge ng-badge-${quote.kind}`, title: STRINGS.quoteKindHelp[quote.kind] },
        STRINGS.quoteKinds[quote.kind],
      ),
      quote.attribution === 'unnamed' &&
        quote.speaker_span &&
        h('span', null, isolated(text.slice(quote.speaker_span.start, quote.speaker_span.end))),
      about.length > 0 && h('span', { class: 'ng-muted' }, about.join(' · ')),
      quote.via &&
        h('span', { class: 'ng-muted' }, STRINGS.via, ' ', isolated(text.slice(quote.via.start, quote.via.end))),
      quote.because &&
        h(
          'span',
          { class: 'ng-because' },
          h('span', { class: 'ng-label' }, STRINGS.howWeKnow),
          ' ',
          isolated(quote.because),
        ),
    ),
  );
}
