/**
 * Who said what, grouped by speaker; the unnamed and the unresolved stand in groups of their own and are never left out.
 */
import { counted, percent } from '../report-view/format.js';
import { saidWords, speakersOf } from '../report-view/speakers.js';
import { STRINGS, say } from '../report-view/strings.js';
import { sentenceAt, wordsAt } from '../spans.js';
import { isolated, visible } from './article-text.js';
import { h } from './dom.js';
import { panelButton } from './panel-button.js';
import { speakerForm } from './speaker-form.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').CorrectedQuote} Quote */
/** @typedef {import('../report-view/speakers.js').Speaker} Speaker */

/**
 * @typedef {object} Options
 * @property {string} [prefix] what the ids of the elements start with
 * @property {boolean} [editable] whether the reader may change speakers
 */

/**
 * @param {string} text
 * @param {Report} report
 * @param {Options} [options]
 */
export function renderQuotes(text, report, options = {}) {
  const groups = speakersOf(text, report);
  if (!groups.length) return h('div', { class: 'ng-panel' }, h('p', { class: 'ng-empty' }, STRINGS.noQuotes));
  const all = groups.reduce((sum, { words }) => sum + words, 0);
  return h(
    'div',
    { class: 'ng-panel' },
    options.editable && panelButton('copy-quotes', STRINGS.copyQuotes),
    groups.map(group => renderGroup(text, report, group, all, options)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Speaker} group
 * @param {number} all words of all quotes
 * @param {Options} options
 */
function renderGroup(text, report, group, all, options) {
  const { name, role, entity, sort, quotes } = group;
  const link = () =>
    h('a', { href: `#${options.prefix ?? ''}entity-${entity}`, 'data-entity': entity }, isolated(name));
  return h(
    'section',
    { class: `ng-speaker ng-speaker-${sort}` },
    h('h3', null, entity == null ? isolated(name) : link()),
    role && h('p', { class: 'ng-role' }, isolated(role)),
    h('p', { class: 'ng-muted ng-small' }, figures(group, all)),
    quotes.map(quote => renderQuote(text, report, group, quote, options)),
  );
}

/**
 * How much somebody is quoted. Words that are only probably somebody's are no part of their share.
 *
 * @param {Speaker} group
 * @param {number} all
 */
function figures({ sort, quotes, words }, all) {
  const count = counted('quote', quotes.length);
  if (sort === 'probable') return count;
  return `${count} · ${say(STRINGS.ofQuotedWords, { share: percent(words / Math.max(1, all)) })}`;
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Speaker} group
 * @param {Quote} quote
 * @param {Options} options
 */
function renderQuote(text, report, group, quote, { editable = false }) {
  const { start } = quote.parts[0];
  const [open, close] = quote.kind === 'direct' ? ['“', '”'] : ['', ''];
  return h(
    'figure',
    { class: 'ng-quote', 'data-quote-card': quote.id },
    h(
      'blockquote',
      { dir: 'auto' },
      h(
        'a',
        { class: 'ng-go', href: '#', 'data-sentence': sentenceAt(report, start), 'data-start': start },
        open,
        ...visible(saidWords(text, quote).replace(/\s+/g, ' ')),
        close,
      ),
    ),
    h('figcaption', null, caption(text, group, quote)),
    editable && speakerForm(report, quote),
  );
}

/**
 * What is known about a quote: its kind, who is named, the verb, and how we know.
 *
 * @param {string} text
 * @param {Speaker} group
 * @param {Quote} quote
 */
function caption(text, group, quote) {
  const { kind, cue, status, speaker_span: named, via, because, corrected } = quote;
  // The verb as it stands in the text, not its dictionary form.
  const about = [cue && wordsAt(text, cue), STRINGS.statuses[status]].filter(Boolean);
  return [
    h('span', { class: `ng-badge ng-badge-${kind}`, title: STRINGS.quoteKindHelp[kind] }, STRINGS.quoteKinds[kind]),
    corrected && h('span', { class: 'ng-badge ng-badge-corrected' }, STRINGS.correctedSpeaker),
    group.sort === 'probable' && h('span', { class: 'ng-probably' }, isolated(group.name)),
    group.sort === 'unnamed' && named && !corrected && h('span', null, isolated(wordsAt(text, named))),
    about.length > 0 && h('span', { class: 'ng-muted' }, about.join(' · ')),
    via && h('span', { class: 'ng-muted' }, STRINGS.via, ' ', isolated(wordsAt(text, via))),
    because &&
      h('span', { class: 'ng-because' }, h('span', { class: 'ng-label' }, STRINGS.howWeKnow), ' ', isolated(because)),
  ];
}
