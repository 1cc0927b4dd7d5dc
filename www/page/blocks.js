/**
 * Blocks of words, put together into one text with a hint for each block whose purpose is known.
 */

/** @typedef {import('../nutgraf/types.js').Hint} Hint */
/** @typedef {{ words: string, kind: Hint['kind'] | null }} Words */

/**
 * @param {Words[]} blocks
 * @returns {{ text: string, hints: Hint[] }}
 */
export function join(blocks) {
  const parts = [];
  /** @type {Hint[]} */
  const hints = [];
  let length = 0;
  for (const { words, kind } of blocks) {
    if (!words) continue;
    const start = length ? length + 2 : 0;
    length = start + words.length;
    if (kind) hints.push({ kind, start, end: length });
    parts.push(words);
  }
  return { text: parts.join('\n\n'), hints };
}
