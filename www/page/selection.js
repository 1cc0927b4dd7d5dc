/**
 * What the reader has selected in the article: its words, without labels, folded parts and other things of the page.
 */

/** What stands among the words but is no part of them. */
const NOT_WORDS = '.ng-block-kind, .ng-block-choice, .ng-hidden-character, .ng-fold';
/** The longest name that can be marked. */
const LONGEST = 200;

/**
 * The words selected in one paragraph and where they stand; null if there are none, or if they are no name.
 *
 * @param {HTMLElement} article
 * @param {string} text
 */
export function selectedWords(article, text) {
  const range = rangeIn(article);
  const block = range && blockOf(range.startContainer);
  if (!range || !block?.contains(range.endContainer)) return null;
  const selected = wordsOf(range.cloneContents()).replace(/\s+/g, ' ');
  const words = selected.trim();
  if (!words || words.length > LONGEST) return null;
  const before = range.cloneRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const near = Number(block.dataset.blockStart) + wordsOf(before.cloneContents()).length;
  const start = nearest(text, words, near);
  return start < 0 ? null : { start, words };
}

/**
 * The selected words of the article, paragraph by paragraph; of folded parts only if nothing else is selected.
 *
 * @param {HTMLElement} article
 */
export function copiedWords(article) {
  const range = partIn(article);
  if (!range) return '';
  const copied = range.cloneContents();
  const blocks = [...copied.querySelectorAll('.ng-block')].filter(block => !block.closest('.ng-fold'));
  if (!copied.querySelector('.ng-block')) return wordsOf(copied).trim();
  const chosen = blocks.length ? blocks : [...copied.querySelectorAll('.ng-block')];
  return chosen
    .map(block => wordsOf(block).trim())
    .filter(Boolean)
    .join('\n\n');
}

/**
 * What is selected, if it lies in the article.
 *
 * @param {HTMLElement} article
 */
function rangeIn(article) {
  const range = selectedRange();
  return range && article.contains(range.commonAncestorContainer) ? range : null;
}

/**
 * The part of what is selected that lies in the article.
 *
 * @param {HTMLElement} article
 */
function partIn(article) {
  const range = selectedRange()?.cloneRange();
  if (!range?.intersectsNode(article)) return null;
  if (!article.contains(range.startContainer)) range.setStart(article, 0);
  if (!article.contains(range.endContainer)) range.setEnd(article, article.childNodes.length);
  return range;
}

function selectedRange() {
  const selection = getSelection();
  return selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
}

/** @param {Node} node */
function blockOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return /** @type {HTMLElement | null} */ (element?.closest('.ng-block') ?? null);
}

/** @param {ParentNode & Node} part a copy, which may be changed */
function wordsOf(part) {
  for (const extra of part.querySelectorAll(NOT_WORDS)) extra.remove();
  return part.textContent ?? '';
}

/**
 * @param {string} text
 * @param {string} words
 * @param {number} near
 */
function nearest(text, words, near) {
  const [before, after] = [text.lastIndexOf(words, near), text.indexOf(words, near)];
  if (before < 0 || after < 0) return Math.max(before, after);
  return near - before <= after - near ? before : after;
}
