/**
 * Links from findings to their words, in one text or the other.
 */
import { visible } from '../../nutgraf/render/article-text.js';
import { h } from '../../nutgraf/render/dom.js';
import { PAGE } from '../strings.js';

/** @typedef {import('../../nutgraf/types.js').Report} Report */
/** @typedef {import('../../nutgraf/types.js').Span} Span */
/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {{ text: string, report: Report }} Item an article with its report, as corrected */

/** Characters on either side of words that are shown in their sentence. */
const AROUND = 45;

/** @param {number} text which of the texts */
export function which(text) {
  return h('span', { class: `which which-${text}`, title: PAGE.comparing.texts[text] }, 'AB'[text]);
}

/**
 * A link to words, which shows them.
 *
 * @param {Item[]} items
 * @param {number} text
 * @param {Span} place
 */
export function words(items, text, place) {
  return link(text, place, visible(items[text].text.slice(place.start, place.end).replace(/\s+/g, ' ')));
}

/**
 * The same with what stands around them in their sentence.
 *
 * @param {Item[]} items
 * @param {number} text
 * @param {Span} place
 * @param {Span} sentence
 */
export function wordsInSentence(items, text, place, sentence) {
  const whole = items[text].text;
  const before = whole.slice(Math.max(sentence.start, place.start - AROUND), place.start);
  const after = whole.slice(place.end, Math.min(sentence.end, place.end + AROUND));
  return link(text, place, [
    // Where the sentence is cut, it is cut between words.
    ...visible(place.start - AROUND > sentence.start ? before.replace(/^\S*\s/, '…') : before),
    h('b', null, visible(whole.slice(place.start, place.end))),
    ...visible(place.end + AROUND < sentence.end ? after.replace(/\s\S*$/, '…') : after),
  ]);
}

/**
 * A link to words with a content of its own.
 *
 * @param {number} text
 * @param {Span} place
 * @param {(Node | string)[]} content
 */
export function link(text, { start, end }, content) {
  return h(
    'a',
    { class: 'ng-go', href: '#', dir: 'auto', 'data-text': text, 'data-start': start, 'data-end': end },
    content,
  );
}
