/**
 * An article inside a link: packed after the `#`, which browsers never send. A text alone is packed as it is; one with a
 * date, hints or corrections as JSON.
 */
import { inflate } from './inflate.js';
import { ofText } from './plain-text.js';
import { reopen } from './reopen.js';

/** The longest text that goes into a link, in UTF-16 code units. */
export const MOST_SHARED = 8000;
/** What a link may unpack to, in bytes: a small link must not fill the memory. */
const MOST_UNPACKED = 1 << 20;
const TEXT = '#v1=';
const ARTICLE = '#v2=';
/** The version of the form of exports, which the JSON of a link is checked as. */
const SCHEMA = 1;

/**
 * Whether the part of an address from `#` on may hold an article.
 *
 * @param {string} hash
 */
export function isLink(hash) {
  return hash.startsWith(TEXT) || hash.startsWith(ARTICLE);
}

/**
 * @param {Pick<import('./dialogs.js').Shown, 'text' | 'options' | 'corrections' | 'url'>} article
 * @returns {Promise<string>} the part of an address from `#` on
 */
export function pack({ text, options, corrections, url }) {
  const isTextAlone = !corrections.length && !Object.keys(options).length && !url;
  if (isTextAlone) return packed(TEXT, text);
  return packed(ARTICLE, JSON.stringify({ schema: SCHEMA, text, options, corrections, url }));
}

/**
 * The article of a link; null if the link holds none.
 *
 * @param {string} hash
 * @returns {Promise<import('./input.js').Input | null>}
 */
export async function unpack(hash) {
  if (!isLink(hash)) return null;
  const content = await unpacked(hash.slice(TEXT.length));
  if (hash.startsWith(TEXT)) return content ? ofText(content) : null;
  return reopen(content);
}

/**
 * @param {string} mark
 * @param {string} content
 */
async function packed(mark, content) {
  const bytes = await new Response(
    new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  const letters = btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''));
  return mark + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} packed */
async function unpacked(packed) {
  const letters = packed.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(await inflate(bytes, MOST_UNPACKED));
}
