/**
 * Amounts as rows: the words, what they come to, and what is to be known beside the number.
 */
import { badgesOf, valueWords } from '../report-view/amounts.js';
import { STRINGS } from '../report-view/strings.js';
import { sentenceAt, wordsAt } from '../spans.js';
import { isolated } from './article-text.js';
import { h } from './dom.js';

/** @typedef {import('../types.js').Entity & { value: import('../types.js').Value }} Amount */

/**
 * @param {string} title
 * @param {string} text
 * @param {import('../types.js').Report} report
 * @param {Amount[]} amounts
 * @param {string} prefix what the ids of sentences start with
 */
export function amountsSection(title, text, report, amounts, prefix) {
  if (!amounts.length) return null;
  return h(
    'section',
    { class: 'ng-amounts' },
    h('h3', { class: 'ng-eyebrow' }, `${title} `, h('span', { class: 'ng-count' }, amounts.length)),
    h(
      'ul',
      { class: 'ng-amount-list' },
      amounts.map(amount => amountRow(text, report, amount, prefix)),
    ),
  );
}

/**
 * @param {string} text
 * @param {import('../types.js').Report} report
 * @param {Amount} amount
 * @param {string} prefix
 */
function amountRow(text, report, { value, mentions: [first] }, prefix) {
  const words = wordsAt(text, first);
  const sum = valueWords(words, value);
  const sentence = sentenceAt(report, first.start);
  const place = { href: `#${prefix}s${sentence}`, 'data-sentence': sentence, 'data-start': first.start };
  return h(
    'li',
    null,
    h('a', { class: 'ng-go', ...place, title: STRINGS.goToSentence }, isolated(words)),
    badgesOf(value).map(badge => h('span', { class: 'ng-badge' }, badge)),
    sum && h('span', { class: 'ng-muted ng-small ng-sum' }, sum),
  );
}
