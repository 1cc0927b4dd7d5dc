/**
 * Links from findings to their words, in one text or the other.
 */
import { visible, wordsInContext } from '../../nutgraf/render/article-text.js';
import { h } from '../../nutgraf/render/dom.js';
import { letterOf, wordsIn } from '../../nutgraf/report-view/articles.js';
import { inContext } from '../../nutgraf/report-view/context.js';
import { PAGE } from '../strings.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {import('../../nutgraf/report-view/articles.js').Place} Place */
/** @typedef {import('../../nutgraf/types.js').ReadArticle} Item an article with its report, as corrected */

/** Characters on either side of words that are shown in their sentence. */
const AROUND = 45;

/** @param {number} text which of the texts */
export function which(text) {
  return h('span', { class: `which which-${text}`, title: PAGE.comparing.texts[text] }, letterOf(text));
}

/**
 * A link to words, which shows them.
 *
 * @param {Item[]} items
 * @param {Place} place
 */
export function words(items, place) {
  return link(place, visible(wordsIn(items, place).replace(/\s+/g, ' ')));
}

/**
 * A link to a sentence, which shows it.
 *
 * @param {Item[]} items
 * @param {number} text
 * @param {number} sentence
 */
export function sentence(items, text, sentence) {
  return words(items, { text, ...items[text].report.sentences[sentence] });
}

/**
 * The same with what stands around them in their sentence.
 *
 * @param {Item[]} items
 * @param {Comparison['statements'][number]['places'][number]} place
 */
export function wordsInSentence(items, place) {
  const { text, report } = items[place.text];
  return link(place, wordsInContext(inContext(text, place, report.sentences[place.sentence], AROUND)));
}

/**
 * A link to words with a content of its own.
 *
 * @param {Place} place
 * @param {(Node | string)[]} content
 */
export function link({ text, start, end }, content) {
  return h(
    'a',
    { class: 'ng-go', href: '#', dir: 'auto', 'data-text': text, 'data-start': start, 'data-end': end },
    content,
  );
}
