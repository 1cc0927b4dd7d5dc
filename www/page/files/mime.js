/**
 * Saved messages (.eml) and pages saved as one file (.mhtml): the part that holds the words.
 */
import { decode } from './decode.js';

/**
 * @typedef {object} Part
 * @property {string} type
 * @property {string | undefined} charset
 * @property {Uint8Array} bytes
 */

/** Parts inside parts: deeper ones are not looked at. */
const DEEPEST = 8;
const ENCODED = /=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi;

/**
 * What a message holds: the page in it, or else its plain words; null if it holds neither.
 *
 * @param {Uint8Array} bytes
 * @returns {{ html: string | null, text: string | null, subject: string | null } | null}
 */
export function fromMessage(bytes) {
  // Latin-1 in the first 256 code points is the bytes themselves.
  const message = binary(bytes);
  const { headers } = split(message);
  const parts = partsOf(message, 0);
  const words = (/** @type {string} */ type) => {
    const part = parts.find(part => part.type === type);
    return part ? decode(part.bytes, part.charset) : null;
  };
  const [html, text] = [words('text/html'), words('text/plain')];
  if (html === null && text === null) return null;
  return { html, text, subject: headers.get('subject')?.replace(ENCODED, encodedWord).trim() || null };
}

/**
 * @param {string} message
 * @param {number} depth
 * @returns {Part[]}
 */
function partsOf(message, depth) {
  const { headers, body } = split(message);
  const about = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(about, 'boundary');
  if (/^multipart\//i.test(about) && boundary && depth < DEEPEST) {
    const inner = body.split(`--${boundary}`).slice(1);
    return inner.filter(part => !part.startsWith('--')).flatMap(part => partsOf(part.replace(/^\r?\n/, ''), depth + 1));
  }
  const type = about.split(';')[0].trim().toLowerCase();
  const bytes = unpacked(body, (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase());
  return [{ type, charset: parameter(about, 'charset'), bytes }];
}

/**
 * The header fields and the body of a message or a part.
 *
 * @param {string} message
 */
function split(message) {
  const gap = /\r?\n\r?\n/.exec(message);
  const head = gap ? message.slice(0, gap.index) : message;
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? message.slice(gap.index + gap[0].length) : '' };
}

/**
 * @param {string} field
 * @param {string} name
 */
function parameter(field, name) {
  return new RegExp(`;\\s*${name}\\s*=\\s*("?)([^";]+)\\1`, 'i').exec(field)?.[2].trim();
}

/**
 * @param {string} body
 * @param {string} encoding
 */
function unpacked(body, encoding) {
  if (encoding === 'base64') return bytesOf(atob(body.replace(/[^\w+/]/g, '')));
  if (encoding === 'quoted-printable') return bytesOf(unquoted(body.replace(/=[ \t]*\r?\n/g, '')));
  return bytesOf(body);
}

/** @param {string} words */
function unquoted(words) {
  return words.replace(/=([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * A word of a header field that is not ASCII.
 *
 * @param {string} _
 * @param {string} charset
 * @param {string} way
 * @param {string} words
 */
function encodedWord(_, charset, way, words) {
  const plain = way.toLowerCase() === 'b' ? atob(words.replace(/[^\w+/]/g, '')) : unquoted(words.replaceAll('_', ' '));
  return decode(bytesOf(plain), charset) ?? words;
}

/** @param {Uint8Array} bytes */
function binary(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}

/** @param {string} text */
function bytesOf(text) {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}
