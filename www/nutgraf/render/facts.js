/**
 * The facts of publication: what the text says about itself.
 */
import { amountsOf } from '../report-view/amounts.js';
import { shortened } from '../report-view/context.js';
import { datelinesOf, lengthOf, publishedWords, tickersOf } from '../report-view/publication.js';
import { STRINGS } from '../report-view/strings.js';
import { wordsAt } from '../spans.js';
import { amountsSection } from './amounts.js';
import { isolated, visible } from './article-text.js';
import { h } from './dom.js';
import { panelButton } from './panel-button.js';

/** @typedef {import('../types.js').Report} Report */

/** Blocks that are quoted as they stand, in the order shown. */
const QUOTED = /** @type {const} */ (['deck', 'caption', 'credit', 'note', 'ai_notice', 'disclaimer', 'related']);

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ prefix?: string, editable?: boolean }} [options] whether the reader may say what is headline and byline
 */
export function renderFacts(text, report, { prefix = '', editable = false } = {}) {
  const { article, model } = report;
  const published = publishedWords(report);
  const words = (/** @type {import('../types.js').Span} */ span) => isolated(wordsAt(text, span));
  const rows = [
    row('headline', article.headline ? [words(article.headline)] : []),
    row('published', [
      article.published
        ? h('time', { datetime: article.published }, published)
        : h('span', { class: 'ng-muted' }, published ?? STRINGS.notStated),
    ]),
    row('byline', article.byline.map(words)),
    // Without the dash that leads into the story.
    row(
      'dateline',
      datelinesOf(report).map(dateline => isolated(wordsAt(text, dateline).replace(/[\s:–—-]+$/, ''))),
    ),
    row('length', [lengthOf(text, report)]),
    row('tickers', tickersOf(report).map(isolated)),
    ...QUOTED.map(kind => row(kind, article.blocks.filter(b => b.kind === kind).map(words))),
    row('model', [model]),
  ];
  return h(
    'div',
    { class: 'ng-panel' },
    h('dl', { class: 'ng-facts' }, rows),
    editable && panelButton('correct-paragraphs', STRINGS.correctParagraphs),
    amountsSection(STRINGS.numbers, text, report, amountsOf(report), prefix),
  );
}

/**
 * @param {keyof typeof STRINGS.factsTable} label
 * @param {(Node | string)[]} values
 */
function row(label, values) {
  if (!values.length) return null;
  return h(
    'div',
    { class: `ng-fact ng-fact-${label}` },
    h('dt', null, STRINGS.factsTable[label]),
    values.map(value => h('dd', null, value)),
  );
}

/** Characters of the words concerned that a notice quotes at most. */
const LONGEST_QUOTED = 300;
/** Notices that quote the words themselves, or concern too many. */
const SAID = new Set(['truncated', 'year_assumed']);

/**
 * What the reader should know about this analysis, each with the words concerned.
 *
 * @param {string} text
 * @param {Pick<Report, 'notices'>} report
 */
export function renderNotices(text, { notices }) {
  return h(
    'div',
    { class: 'ng-notices' },
    notices.map(({ code, message, span }) =>
      h(
        'p',
        { class: `ng-notice ng-notice-${code}` },
        h('strong', null, STRINGS.notices[code] ?? code),
        ' ',
        message,
        span && span.end > span.start && !SAID.has(code)
          ? [' ', h('q', { dir: 'auto' }, visible(shortened(wordsAt(text, span), LONGEST_QUOTED)))]
          : null,
      ),
    ),
  );
}
