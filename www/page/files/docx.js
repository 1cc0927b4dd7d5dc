/**
 * Word documents: the paragraphs of the one file in the archive that holds the text.
 */

import { join } from '../blocks.js';
import { parseMarkup } from '../inert.js';
import { inflate } from '../inflate.js';

/** @typedef {import('../blocks.js').Words} Words */

const DOCUMENT = 'word/document.xml';
/** What the text may unpack to, in bytes. */
const MOST_UNPACKED = 32 << 20;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Whether bytes are an archive, as Word documents are.
 *
 * @param {Uint8Array} bytes
 */
export function isArchive([a, b, c, d]) {
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

/**
 * The text of a document; null if the archive holds none.
 *
 * @param {Uint8Array} bytes
 */
export async function fromDocx(bytes) {
  const packed = fileIn(bytes, DOCUMENT);
  if (!packed) return null;
  const xml = new TextDecoder().decode(await unpack(packed));
  const page = parseMarkup(xml, 'application/xml');
  return join([...page.getElementsByTagName('w:p')].map(paragraph));
}

/**
 * A file of an archive as it lies there.
 *
 * @param {Uint8Array} bytes
 * @param {string} wanted
 * @returns {{ method: number, data: Uint8Array<ArrayBuffer> } | null}
 */
function fileIn(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name === wanted) return contentOf(view, bytes, at);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return null;
}

/**
 * @param {DataView} view
 * @param {Uint8Array} bytes
 * @param {number} entry
 */
function contentOf(view, bytes, entry) {
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (local + 30 > bytes.length) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return { method: view.getUint16(entry + 10, true), data: bytes.slice(start, start + size) };
}

/**
 * Where the directory of an archive ends: at the last place that looks like it, for a comment may follow.
 *
 * @param {DataView} view
 */
function endOfDirectory(view) {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

/** @param {{ method: number, data: Uint8Array<ArrayBuffer> }} file */
function unpack({ method, data }) {
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new RangeError('the document is packed in an unknown way');
  return inflate(data, MOST_UNPACKED);
}

/**
 * @param {Element} paragraph
 * @returns {Words}
 */
function paragraph(paragraph) {
  const style = paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '';
  const isListed = paragraph.getElementsByTagName('w:numPr').length > 0;
  return { words: wordsOf(paragraph), kind: kindOf(style) ?? (isListed ? 'list' : null) };
}

/** @param {Element} paragraph */
function wordsOf(paragraph) {
  const pieces = [...paragraph.getElementsByTagName('*')].map(({ tagName, textContent }) => {
    if (tagName === 'w:t') return textContent ?? '';
    if (tagName === 'w:tab') return ' ';
    return tagName === 'w:br' || tagName === 'w:cr' ? '\n' : '';
  });
  return pieces.join('').trim();
}

/** @param {string} style @returns {Words['kind']} */
function kindOf(style) {
  if (/^title$/i.test(style)) return 'headline';
  if (/^subtitle$/i.test(style)) return 'deck';
  if (/^heading\d?$/i.test(style)) return 'heading';
  if (/^caption$/i.test(style)) return 'caption';
  return /quote/i.test(style) ? 'quote' : null;
}
