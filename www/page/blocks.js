/**
 * Blocks of words, put together into one text with a hint for each block whose purpose is known.
 */

/** @typedef {import('../nutgraf/types.js').Hint} Hint */
/** @typedef {{ words: string, kind: Hint['kind'] | null }} Words */

const BETWEEN = '\n\n';

/**
 * @param {Words[]} blocks
 * @returns {{ text: string, hints: Hint[] }}
 */
export function join(blocks) {
  const parts = placed(blocks);
  const hints = parts.flatMap(({ kind, start, end }) => (kind ? [{ kind, start, end }] : []));
  return { text: parts.map(({ words }) => words).join(BETWEEN), hints };
}

/**
 * The blocks that have words, each with its place in the text.
 *
 * @template {Words} B
 * @param {B[]} blocks
 * @returns {(B & import('../nutgraf/types.js').Span)[]}
 */
export function placed(blocks) {
  let next = 0;
  return blocks
    .filter(({ words }) => words)
    .map(block => {
      const start = next;
      const end = start + block.words.length;
      next = end + BETWEEN.length;
      return { ...block, start, end };
    });
}
