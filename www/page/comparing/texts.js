/**
 * The two texts beside each other, with what one of them tells alone set off.
 */
import { renderArticle } from '../../nutgraf/render/article.js';
import { h } from '../../nutgraf/render/dom.js';
import { navigable } from '../../nutgraf/render/keyboard-navigation.js';
import { titleOf } from '../../nutgraf/report-view/articles.js';
import { NAMED } from '../../nutgraf/report-view/kinds.js';
import { PAGE } from '../strings.js';
import { which } from './places.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {import('./places.js').Item} Item */

/** Sentences that may have a counterpart by chance. */
const CHANCE = 1;

/**
 * @param {Item} item
 * @param {number} index
 * @param {Comparison} comparison
 */
export function renderColumn(item, index, comparison) {
  const { text, report } = item;
  const prefix = `text${index}-`;
  const isShown = (/** @type {string} */ kind) => kind === 'quotes' || NAMED.has(kind);
  const article = renderArticle(text, report, { prefix, isShown });
  navigable(article);
  for (const { text: of, sentence } of aloneIn(comparison)) {
    if (of === index) for (const piece of piecesOf(article, sentence)) piece.classList.add('alone');
  }
  const read = h('button', { type: 'button', 'data-role': 'read', 'data-text': index }, PAGE.comparing.read);
  return h(
    'section',
    {
      class: 'column',
      'data-text': index,
      tabindex: 0,
      'aria-label': `${PAGE.comparing.texts[index]}: ${titleOf(item)}`,
    },
    h('div', { class: 'column-head' }, which(index), h('span', null, PAGE.comparing.texts[index]), read),
    article,
  );
}

/**
 * Whether the texts are about different things: no name and no quotation is in both, and hardly a sentence has a counterpart.
 *
 * @param {Comparison} comparison
 */
export function areUnlike({ entities, quotations, pairs }) {
  return pairs.length <= CHANCE && !quotations.length && entities.every(({ in: places }) => places.length === 1);
}

/**
 * The sentences that one text tells alone. Where the texts are about different things, that is true of all, and says nothing.
 *
 * @param {Comparison} comparison
 */
export function aloneIn(comparison) {
  return areUnlike(comparison) ? [] : comparison.alone;
}

/**
 * The pieces of a sentence in a column.
 *
 * @param {ParentNode} column
 * @param {number} sentence
 */
export function piecesOf(column, sentence) {
  const found = column.querySelectorAll(`.ng-sentence[data-sentence="${sentence}"]`);
  return /** @type {HTMLElement[]} */ ([...found]);
}
