/**
 * Copies: of the article its words only; of findings plain words.
 */

import { closest } from '../nutgraf/render/dom.js';
import { quotesWords, summaryWords } from '../nutgraf/report-view/plain-words.js';
import { copiedWords } from './selection.js';

/**
 * @param {HTMLElement} article
 */
export function wireCopies(article) {
  article.addEventListener('copy', event => {
    const words = copiedWords(article);
    if (!words || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', words);
  });
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
