/**
 * The words of two quotations as one: what both have stands once, what one has alone is set off with its number.
 */
import { visible } from '../../nutgraf/render/article-text.js';
import { h } from '../../nutgraf/render/dom.js';
import { wordsIn } from '../../nutgraf/report-view/articles.js';
import { mergedSteps } from '../../nutgraf/report-view/quotations.js';
import { PAGE } from '../strings.js';
import { which } from './places.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */

/**
 * @param {import('./places.js').Item[]} items
 * @param {Comparison['quotations'][number]} quotation
 */
export function renderDifference(items, quotation) {
  const steps = mergedSteps(quotation);
  return h(
    'p',
    { class: 'difference', dir: 'auto' },
    steps.flatMap(step => [renderStep(items, step), ' ']),
  );
}

/**
 * @param {import('./places.js').Item[]} items
 * @param {Comparison['quotations'][number]['difference'][number]} step
 */
function renderStep(items, step) {
  const { op, text } = step;
  const words = visible(wordsIn(items, step).replace(/\s+/g, ' '));
  if (op === 'equal') return h('span', null, words);
  const about = h('span', { class: 'hidden' }, ` (${PAGE.comparing.onlyIn[text]}) `);
  return h('mark', { class: `only only-${text}` }, which(text), words, about);
}
