/**
 * Corrections beside the cards and quotes: of paragraphs, of the summary, and of names that were missed.
 */
import { closest, find } from '../nutgraf/render/dom.js';
import { nameChosen } from '../nutgraf/render/name-form.js';
import { wordsAt } from '../nutgraf/spans.js';
import { selectedWords } from './selection.js';

/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').ReadArticle} ReadArticle */

/**
 * @typedef {object} Page
 * @property {() => ReadArticle | null} current
 * @property {(correction: Correction) => void} correct
 */

/**
 * Each paragraph bears a choice of what it is.
 *
 * @param {HTMLElement} article
 * @param {object} page
 * @param {Page['current']} page.current
 * @param {(correction: Extract<Correction, { op: 'block' }>) => void} page.correct
 */
export function wireParagraphs(article, { current, correct }) {
  article.addEventListener('change', event => {
    const { dataset, value } = /** @type {HTMLSelectElement} */ (event.target);
    const shown = current();
    if (!shown || dataset.role !== 'block-kind') return;
    const block = shown.report.article.blocks.find(({ start }) => start === Number(dataset.start));
    if (!block) return;
    const words = wordsAt(shown.text, block);
    correct({ op: 'block', start: block.start, words, kind: /** @type {typeof block.kind} */ (value) });
  });
}

/**
 * Each sentence of the summary can be left out.
 *
 * @param {HTMLElement} panel
 * @param {Page} page
 */
export function wireSummary(panel, { current, correct }) {
  panel.addEventListener('click', event => {
    const button = closest(event.target, '[data-role=leave-out]');
    const shown = current();
    if (!button || !shown) return;
    const sentence = shown.report.sentences[Number(button.dataset.of)];
    correct({ op: 'drop_sentence', start: sentence.start, words: wordsAt(shown.text, sentence) });
  });
}

/**
 * The form for a name that was missed; words selected in the text are put into it.
 *
 * @param {HTMLElement} panel
 * @param {Page & { refuse: () => void }} page
 */
export function wireNames(panel, { current, correct, refuse }) {
  const add = () => {
    const shown = current();
    const form = find(panel, '.ng-add-name');
    if (!shown || !form) return;
    const { words, entity } = nameChosen(form, shown.report);
    const start = startOf(form, words, shown.text);
    if (start < 0) return refuse();
    correct({ op: 'add_mention', start, words, entity });
  };
  panel.addEventListener('click', event => {
    if (closest(event.target, '[data-role=add-name]')) add();
  });
  panel.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !closest(event.target, '[data-role=name-words]')) return;
    event.preventDefault();
    add();
  });
}

/**
 * Where the words of the form stand: where they were selected, else at their first place.
 *
 * @param {HTMLElement} form
 * @param {string} words
 * @param {string} text
 */
function startOf(form, words, text) {
  if (!words) return -1;
  const selected = Number(form.dataset.start ?? -1);
  return selected >= 0 && text.startsWith(words, selected) ? selected : text.indexOf(words);
}

/**
 * A button for the words that are selected in the text.
 *
 * @param {HTMLElement} article
 * @param {HTMLButtonElement} button
 * @param {object} page
 * @param {() => string} page.text
 * @param {(selected: { start: number, words: string }) => void} page.onMark
 */
export function wireSelection(article, button, { text, onMark }) {
  /** @type {{ start: number, words: string } | null} */
  let selected = null;
  document.addEventListener('selectionchange', () => {
    if (document.activeElement === button) return;
    selected = selectedWords(article, text());
    button.hidden = !selected;
    if (selected) find(button, '.selected-words')?.replaceChildren(selected.words);
  });
  button.addEventListener('click', () => {
    if (selected) onMark(selected);
    getSelection()?.removeAllRanges();
    button.hidden = true;
  });
}
