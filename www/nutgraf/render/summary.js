/**
 * What it comes down to: the nut graf, the facts at a glance, and a summary of any length.
 */
import { counted, percent } from '../report-view/format.js';
import { plain } from '../report-view/invisible-characters.js';
import { sureFacts } from '../report-view/speakers.js';
import { STRINGS } from '../report-view/strings.js';
import { wordsAt } from '../spans.js';
import { countWords, selectSummary } from '../summarize.js';
import { isolated, visible } from './article-text.js';
import { find, h } from './dom.js';
import { panelButton } from './panel-button.js';

/** @typedef {import('../types.js').Report} Report */

/** Words of a sentence by which it is known. */
const FIRST_WORDS = 6;

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ length?: number, prefix?: string, editable?: boolean }} [options] sentences in the summary; whether the reader
 *   may copy it and leave sentences out
 */
export function renderSummary(text, report, { length = 3, prefix = '', editable = false } = {}) {
  if (!report.summary.length) return h('div', { class: 'ng-panel' }, h('p', { class: 'ng-empty' }, STRINGS.noSummary));
  return h(
    'div',
    { class: 'ng-panel' },
    nutGraf(text, report, prefix),
    h(
      'section',
      { class: 'ng-summary' },
      summaryHead(report, length),
      summaryBody(text, report, { length, prefix, editable }),
      editable && panelButton('copy-summary', STRINGS.copySummary),
    ),
    keyFacts(text, report, prefix),
  );
}

/**
 * Another length, without building the rest anew: the slider keeps its focus.
 *
 * @param {HTMLElement} panel what `renderSummary` returned
 * @param {string} text
 * @param {Report} report
 * @param {{ length: number, prefix?: string, editable?: boolean }} options
 */
export function resizeSummary(panel, text, report, { length, prefix = '', editable = false }) {
  panel.querySelector('.ng-summary-body')?.replaceWith(summaryBody(text, report, { length, prefix, editable }));
  const slider = /** @type {HTMLInputElement | null} */ (find(panel, '[data-role=length]'));
  if (slider) {
    slider.value = String(length);
    slider.setAttribute('aria-valuetext', counted('sentence', length));
  }
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {string} prefix
 */
function nutGraf(text, { nut_graf, sentences }, prefix) {
  if (nut_graf == null) return null;
  return h(
    'section',
    { class: 'ng-nut' },
    h('h3', { class: 'ng-eyebrow', title: STRINGS.nutGrafHelp }, STRINGS.nutGraf),
    h('p', { dir: 'auto' }, sentenceLink(text, sentences[nut_graf], nut_graf, prefix)),
  );
}

/**
 * @param {string} text
 * @param {import('../types.js').Span} sentence
 * @param {number} index
 * @param {string} prefix
 */
function sentenceLink(text, sentence, index, prefix) {
  return h(
    'a',
    { class: 'ng-go', href: `#${prefix}s${index}`, 'data-sentence': index, title: STRINGS.goToSentence },
    visible(wordsAt(text, sentence)),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {string} prefix
 */
function keyFacts(text, report, prefix) {
  const facts = sureFacts(report);
  if (!facts.length) return null;
  const kinds = [...new Set(facts.map(fact => fact.kind))];
  const rows = kinds.map(kind =>
    h(
      'div',
      { class: 'ng-fact' },
      h('dt', null, STRINGS.facts[kind]),
      facts
        .filter(fact => fact.kind === kind)
        .map((fact, at, all) => {
          const isSameSpeaker = fact.entity != null && fact.entity === all[at - 1]?.entity;
          return h('dd', null, keyFact(text, fact, report, prefix, isSameSpeaker));
        }),
    ),
  );
  return h(
    'section',
    null,
    h('h3', { class: 'ng-eyebrow' }, STRINGS.keyFacts),
    h('dl', { class: 'ng-facts-list' }, rows),
  );
}

/**
 * @param {string} text
 * @param {import('../types.js').KeyFact} fact
 * @param {Report} report
 * @param {string} prefix
 * @param {boolean} isSameSpeaker whether the fact above has named the speaker
 */
function keyFact(text, fact, { entities, quotes }, prefix, isSameSpeaker) {
  const { kind, start, end, sentence, entity } = fact;
  const named = entity != null && kind !== 'said' ? entities[entity] : null;
  const words = named && (kind === 'who' || kind === 'where') ? named.name : wordsAt(text, fact);
  const attributes =
    sentence == null
      ? { 'data-start': start }
      : { href: `#${prefix}s${sentence}`, 'data-sentence': sentence, 'data-start': start };
  const names = kind === 'said' && entity != null && !isSameSpeaker;
  const said = names ? [h('cite', null, isolated(entities[entity].name))] : [];
  const spoken = quotes.some(
    quote => quote.kind === 'direct' && quote.parts.some(part => part.start <= start && end <= part.end),
  );
  const [open, close] = kind === 'said' && spoken ? ['“', '”'] : ['', ''];
  return h('span', null, said, h('a', { class: 'ng-go', ...attributes }, open, isolated(words), close));
}

/**
 * @param {Report} report
 * @param {number} length
 */
function summaryHead({ summary }, length) {
  return h(
    'div',
    { class: 'ng-summary-head' },
    h('h3', { class: 'ng-eyebrow' }, STRINGS.summary),
    h(
      'div',
      { class: 'ng-length' },
      h('button', { type: 'button', 'data-role': 'shorter', 'aria-label': STRINGS.shorter }, '−'),
      h('input', {
        type: 'range',
        min: 1,
        max: summary.length,
        step: 1,
        value: Math.min(length, summary.length),
        'data-role': 'length',
        'aria-label': STRINGS.summaryLength,
        'aria-valuetext': counted('sentence', length),
      }),
      h('button', { type: 'button', 'data-role': 'longer', 'aria-label': STRINGS.longer }, '+'),
    ),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ length: number, prefix: string, editable: boolean }} options
 */
function summaryBody(text, report, { length, prefix, editable }) {
  const chosen = selectSummary(report, { sentences: length });
  const count = (/** @type {{ sentence: number }[]} */ some) =>
    some.reduce((sum, { sentence }) => sum + countWords(wordsAt(text, report.sentences[sentence])), 0);
  const [words, all] = [count(chosen), count(report.summary)];
  const figures = [counted('sentence', chosen.length), counted('word', words), percent(words / Math.max(1, all))];
  return h(
    'div',
    { class: 'ng-summary-body' },
    h('p', { class: 'ng-muted' }, figures.join(' · ')),
    h(
      'ol',
      { class: 'ng-summary-list' },
      chosen.map(sentence =>
        h(
          'li',
          null,
          h('p', { dir: 'auto' }, sentenceLink(text, sentence, sentence.sentence, prefix)),
          editable && leaveOutButton(sentence.sentence, wordsAt(text, sentence)),
          sentence.reasons.length > 0 &&
            h(
              'p',
              { class: 'ng-muted ng-small' },
              sentence.reasons
                .slice(0, 3)
                .map(r => STRINGS.reasons[r])
                .join(', '),
            ),
        ),
      ),
    ),
  );
}

/**
 * @param {number} sentence
 * @param {string} words by whose first the button is told from the others
 */
function leaveOutButton(sentence, words) {
  const title = STRINGS.leaveOut;
  const label = `${title}: ${plain(words).split(/\s+/, FIRST_WORDS).join(' ')}`;
  return h(
    'button',
    {
      type: 'button',
      class: 'ng-leave-out',
      'data-role': 'leave-out',
      'data-of': sentence,
      'aria-label': label,
      title,
    },
    '×',
  );
}
