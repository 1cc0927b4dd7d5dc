/**
 * Ways in: paste, files, drops.
 */
import { isField } from './elements.js';
import { articleOf } from './files/index.js';
import { fromHtml } from './paste.js';
import { isAddress, isPage, ofText } from './plain-text.js';

/**
 * @typedef {object} Input
 * @property {string} text
 * @property {import('../nutgraf/types.js').Hint[]} hints
 * @property {string | null} date
 * @property {string} [url] where the article is published
 * @property {import('../nutgraf/types.js').Correction[]} [corrections] of an export or a link that is opened again
 */

/** @typedef {import('./files/index.js').Reason} Reason */

/**
 * A form of what came in: the article of a page, the whole page, or its plain words.
 *
 * @typedef {{ name: 'article' | 'whole' | 'plain', input: Input }} Form
 */

/**
 * @typedef {object} Listener
 * @property {(forms: Form[]) => void} onTake what came in, in the forms there are; the first is to be read
 * @property {(reason: Reason) => void} onRefuse
 */

/** The longest words that somebody enters into a field of one line. */
const LONGEST_ENTRY = 300;

/**
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} zone where files may be dropped
 * @param {HTMLInputElement} picker
 * @param {Listener} listener
 */
export function wireInput(box, zone, picker, listener) {
  document.addEventListener('paste', event => {
    if (event.clipboardData && isForArticle(event, box)) takePasted(event.clipboardData, event, listener);
  });
  picker.addEventListener('change', () => {
    if (picker.files?.[0]) takeFile(picker.files[0], listener);
    picker.value = '';
  });
  wireDrops(zone, listener);
}

/**
 * Whether a paste brings an article. Into the middle of a text it is just typing, and so are a few words in another field.
 *
 * @param {ClipboardEvent} event
 * @param {HTMLTextAreaElement} box
 */
function isForArticle({ target, clipboardData }, box) {
  if (target === box) return !box.value || box.selectionEnd - box.selectionStart === box.value.length;
  if (!(target instanceof Element)) return true;
  if (target.closest('dialog[open]')) return false;
  const words = clipboardData?.getData('text/plain').trim() ?? '';
  return !isField(target) || words.length > LONGEST_ENTRY || words.includes('\n');
}

/**
 * @param {DataTransfer} data
 * @param {Event} event
 * @param {Listener} listener
 */
function takePasted(data, event, { onTake, onRefuse }) {
  const text = data.getData('text/plain');
  const html = data.getData('text/html') || (isPage(text) ? text : '');
  if (data.files.length && !text) {
    event.preventDefault();
    takeFile(data.files[0], { onTake, onRefuse });
    return;
  }
  if (!html && !text) return;
  event.preventDefault();
  if (isAddress(text)) return onRefuse('onlyAddress');
  const forms = html ? formsOf(fromHtml(html)) : [];
  if (text.trim()) forms.push({ name: 'plain', input: ofText(text) });
  if (forms.length) onTake(forms);
}

/**
 * @param {Input & { whole?: Input | null }} page
 * @returns {Form[]}
 */
function formsOf({ whole, ...article }) {
  /** @type {Form[]} */
  const forms = [];
  if (article.text.trim()) forms.push({ name: 'article', input: article });
  if (whole) forms.push({ name: 'whole', input: whole });
  return forms;
}

/**
 * @param {HTMLElement} zone
 * @param {Listener} listener
 */
function wireDrops(zone, listener) {
  document.addEventListener('dragover', event => {
    event.preventDefault();
    zone.classList.add('dropping');
  });
  document.addEventListener('dragleave', () => zone.classList.remove('dropping'));
  document.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('dropping');
    const { dataTransfer: data } = event;
    if (data?.files[0]) takeFile(data.files[0], listener);
    else if (data) takePasted(data, event, listener);
  });
}

/**
 * @param {File} file
 * @param {Listener} listener
 */
async function takeFile(file, { onTake, onRefuse }) {
  const found = await articleOf(file);
  if (typeof found === 'string') onRefuse(found);
  else onTake(formsOf(found));
}
