/**
 * From bytes to text: by the mark at the start, by what the file says of itself, and by what the bytes can be.
 */

/** Bytes that are looked at to tell 16-bit text from 8-bit text. */
const SAMPLE = 4096;
/** Where pages and messages name their characters, within their first bytes. */
const NAMED = /charset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * The text of a file; null if it is none.
 *
 * @param {Uint8Array} bytes
 * @param {string} [charset] what is said from outside
 * @returns {string | null}
 */
export function decode(bytes, charset) {
  const text = read(bytes, markOf(bytes) ?? wideOf(bytes)) ?? read(bytes, 'utf-8') ?? readNamed(bytes, charset);
  return isText(text) ? text : null;
}

/**
 * @param {Uint8Array} bytes
 * @param {string | null} charset
 */
function read(bytes, charset) {
  if (!charset) return null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text that is no UTF-8: as it says itself, else as Windows writes western languages, which covers Latin-1.
 *
 * @param {Uint8Array} bytes
 * @param {string | undefined} charset
 */
function readNamed(bytes, charset) {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE));
  const named = charset ?? NAMED.exec(head)?.[1] ?? null;
  return read(bytes, named) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** @param {Uint8Array} bytes */
function markOf([a, b, c]) {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null;
}

/**
 * UTF-16 without a mark: every other byte of western text is zero.
 *
 * @param {Uint8Array} bytes
 */
function wideOf(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] += 1;
  const most = sample.length * 0.3;
  if (zeros[1] > most && zeros[0] < most / 10) return 'utf-16le';
  return zeros[0] > most && zeros[1] < most / 10 ? 'utf-16be' : null;
}

/**
 * Whether characters make a text: pictures and programs hold control characters all over.
 *
 * @param {string | null} text
 * @returns {text is string}
 */
function isText(text) {
  if (text === null || text.includes('\0')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = text.slice(0, SAMPLE).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls <= Math.min(text.length, SAMPLE) / 100;
}
