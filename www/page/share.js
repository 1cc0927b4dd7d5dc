/**
 * An article inside a link: packed after the `#`, which browsers never send.
 */

/** The longest text that goes into a link, in UTF-16 code units. */
export const MOST_SHARED = 8000;
/** What a link may unpack to, in bytes: a small link must not fill the memory. */
const MOST_UNPACKED = 1 << 20;
const MARK = '#v1=';

/**
 * @param {string} text
 * @returns {Promise<string>} the part of an address from `#` on
 */
export async function pack(text) {
  const packed = await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  const letters = btoa(Array.from(new Uint8Array(packed), byte => String.fromCharCode(byte)).join(''));
  return MARK + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The text of a link; null if the link holds none.
 *
 * @param {string} hash
 * @returns {Promise<string | null>}
 */
export async function unpack(hash) {
  if (!hash.startsWith(MARK)) return null;
  const letters = hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_UNPACKED) throw new RangeError('the link unpacks to more than 1 MiB');
    text += decoder.decode(value, { stream: true });
  }
}
