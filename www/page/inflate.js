/**
 * What was deflated, unpacked, up to a limit: a small file must not fill the memory.
 */

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {number} most bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function inflate(packed, most) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > most) throw new RangeError(`this unpacks to more than ${most} bytes`);
    parts.push(value);
  }
}
