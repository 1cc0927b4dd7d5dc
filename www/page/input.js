/**
 * Ways in: paste, files, drops.
 */
import { fromHtml } from './paste.js';
import { reopen } from './reopen.js';

const MOST_BYTES = 8 << 20;

/**
 * @typedef {object} Input
 * @property {string} text
 * @property {import('./paste.js').Hint[]} hints
 * @property {string | null} date
 * @property {import('../nutgraf/types.js').Correction[]} [corrections] of an export that is opened again
 */

/**
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} zone where files may be dropped
 * @param {HTMLInputElement} picker
 * @param {object} callbacks
 * @param {(input: Input, other: Input | null) => void} callbacks.onTake what came in, and the plain form if there are two
 * @param {(reason: 'fileTooLarge' | 'fileUnreadable') => void} callbacks.onRefuse
 */
export function wireInput(box, zone, picker, { onTake, onRefuse }) {
  box.addEventListener('paste', event => {
    const { clipboardData: data } = event;
    // Into the middle of a text, a paste is just typing.
    if (!data || (box.value && box.selectionEnd - box.selectionStart < box.value.length)) return;
    if (data.files.length && !data.getData('text/plain')) return readFile(data.files[0], event);
    const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
    if (!html && !text) return;
    event.preventDefault();
    const plain = ofText(text);
    const page = html ? fromHtml(html) : null;
    if (page?.text.trim()) onTake(page, text.trim() ? plain : null);
    else onTake(plain, null);
  });

  picker.addEventListener('change', () => {
    if (picker.files?.[0]) readFile(picker.files[0]);
    picker.value = '';
  });
  document.addEventListener('dragover', event => {
    event.preventDefault();
    zone.classList.add('dropping');
  });
  document.addEventListener('dragleave', () => zone.classList.remove('dropping'));
  document.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('dropping');
    const { dataTransfer: data } = event;
    if (data?.files[0]) readFile(data.files[0]);
    else if (data?.getData('text/plain')) onTake(ofText(data.getData('text/plain')), null);
  });

  /**
   * @param {File} file
   * @param {Event} [event]
   */
  async function readFile(file, event) {
    event?.preventDefault();
    if (file.size > MOST_BYTES) return onRefuse('fileTooLarge');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      if (text.includes('\0')) return onRefuse('fileUnreadable');
      onTake(inputOf(text, file), null);
    } catch {
      onRefuse('fileUnreadable');
    }
  }
}

/**
 * @param {string} text what a file holds
 * @param {File} file
 * @returns {Input}
 */
function inputOf(text, { name, type }) {
  if (/\.html?$/i.test(name) || type === 'text/html') return fromHtml(text);
  const again = /\.json$/i.test(name) || type === 'application/json' ? reopen(text) : null;
  return again ?? ofText(text);
}

/** @param {string} text */
function ofText(text) {
  return { text: text.replace(/\r\n?/g, '\n'), hints: [], date: null };
}
