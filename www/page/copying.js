/**
 * Copies: of the article its words only; of findings plain words.
 */

import { closest } from '../nutgraf/render/dom.js';
import { quotesWords, summaryWords } from '../nutgraf/report-view/plain-words.js';
import { isField } from './elements.js';
import { copiedWords } from './selection.js';

/**
 * "Select all" selects the article alone, and of what is copied from it only its words go.
 *
 * @param {HTMLElement} article
 */
export function wireCopies(article) {
  document.addEventListener('copy', event => {
    const words = isApart(event.target) ? '' : copiedWords(article);
    if (!words || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', words);
  });
  document.addEventListener('keydown', event => {
    const isSelectAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
    if (!isSelectAll || isApart(event.target) || !article.checkVisibility()) return;
    event.preventDefault();
    getSelection()?.selectAllChildren(article);
  });
}

/**
 * Whether words are selected and copied apart from the article.
 *
 * @param {EventTarget | null} target
 */
function isApart(target) {
  return isField(target) || closest(target, 'dialog') !== null;
}

/**
 * @param {HTMLElement} side
 * @param {() => import('./dialogs.js').Shown | null} current
 * @param {() => void} onCopied
 */
export function wireCopyButtons(side, current, onCopied) {
  side.addEventListener('click', async event => {
    const role = closest(event.target, 'button')?.dataset.role;
    const shown = current();
    if (!shown || (role !== 'copy-summary' && role !== 'copy-quotes')) return;
    const { text, report, length } = shown;
    await copyText(role === 'copy-quotes' ? quotesWords(text, report) : summaryWords(text, report, length));
    onCopied();
  });
}

/**
 * To the clipboard, by the old way where the new one is refused.
 *
 * @param {string} words
 */
export async function copyText(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    copyByEvent(words);
  }
}

/** @param {string} words */
function copyByEvent(words) {
  const give = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', words);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
}
