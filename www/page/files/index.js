/**
 * Files: what each kind holds, as an article.
 */
import { fromHtml } from '../paste.js';
import { isAddress, isPage, ofText } from '../plain-text.js';
import { reopen } from '../reopen.js';
import { decode } from './decode.js';
import { fromDocx, isArchive } from './docx.js';
import { fromMarkdown } from './markdown.js';
import { fromMessage } from './mime.js';

/** @typedef {import('../input.js').Input} Input */
/** @typedef {'fileTooLarge' | 'fileUnreadable' | 'fileEmpty' | 'onlyAddress'} Reason */

const MOST_BYTES = 8 << 20;
/** Files that only lead to a page. */
const SHORTCUT = /\.(url|webloc|desktop)$/i;
/** How a text begins that is full of the signs of a word processor. */
const RICH = /^\s*\{\\rtf/;

/**
 * The article of a file, with the whole page if it is a part of one, or why there is none.
 *
 * @param {File} file
 * @returns {Promise<(Input & { whole?: Input | null }) | Reason>}
 */
export async function articleOf(file) {
  if (file.size > MOST_BYTES) return 'fileTooLarge';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const input = bytes.length ? await read(bytes, file) : ofText('');
    if (!input) return 'fileUnreadable';
    if (isAddress(input.text) || SHORTCUT.test(file.name)) return 'onlyAddress';
    return input.text.trim() ? input : 'fileEmpty';
  } catch {
    return 'fileUnreadable';
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {File} file
 * @returns {Promise<(Input & { whole?: Input | null }) | null>}
 */
async function read(bytes, { name, type }) {
  const is = (/** @type {RegExp} */ ending, /** @type {string[]} */ ...types) =>
    ending.test(name) || types.includes(type);
  if (isArchive(bytes)) return withoutDate(await fromDocx(bytes));
  if (is(/\.(eml|mhtml?)$/i, 'message/rfc822', 'multipart/related')) return ofMessage(bytes);
  const text = decode(bytes);
  if (text === null || RICH.test(text)) return null;
  if (isPage(text) || is(/\.x?html?$/i, 'text/html', 'application/xhtml+xml')) return fromHtml(text);
  if (is(/\.(md|markdown)$/i, 'text/markdown')) return fromMarkdown(text);
  const again = is(/\.json$/i, 'application/json') ? reopen(text) : null;
  return again ?? ofText(text);
}

/** @param {Uint8Array} bytes */
function ofMessage(bytes) {
  const message = fromMessage(bytes);
  if (!message) return null;
  const { html, text, subject } = message;
  const page = html === null ? null : fromHtml(html);
  const input = page?.text.trim() ? page : ofText(text ?? '');
  return subject && !input.hints.some(({ kind }) => kind === 'headline') ? withHeadline(input, subject) : input;
}

/**
 * @param {Input} input
 * @param {string} headline
 * @returns {Input}
 */
function withHeadline(input, headline) {
  if (input.text.includes(headline)) return input;
  const shift = headline.length + 2;
  const hints = input.hints.map(({ kind, start, end }) => ({ kind, start: start + shift, end: end + shift }));
  return {
    ...input,
    text: `${headline}\n\n${input.text}`,
    hints: [{ kind: 'headline', start: 0, end: headline.length }, ...hints],
  };
}

/**
 * @param {ReturnType<typeof import('../blocks.js').join> | null} found
 * @returns {Input | null}
 */
function withoutDate(found) {
  return found && { ...found, date: null };
}
