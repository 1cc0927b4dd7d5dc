/**
 * Spans of a text: their words, and what they lie in.
 */

/** @typedef {import('./types.js').Span} Span */

/**
 * The words of a span, as they stand there.
 *
 * @param {string} text
 * @param {Span} span
 */
export function wordsAt(text, { start, end }) {
  return text.slice(start, end);
}

/**
 * The sentence that a place lies in, or the next one where it lies between two, by its index; -1 behind the last.
 *
 * @param {Pick<import('./types.js').Report, 'sentences'>} report
 * @param {number} place
 */
export function sentenceAt({ sentences }, place) {
  const found = firstOf(sentences.length, index => sentences[index].end > place);
  return found < sentences.length ? found : -1;
}

/**
 * The first of the numbers below `count` that a condition holds for, which holds for all after it, too; `count` if it holds
 * for none.
 *
 * @param {number} count
 * @param {(index: number) => boolean} holds
 */
export function firstOf(count, holds) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Spans in the order of the text.
 *
 * @template {Span} S
 * @param {Iterable<S>} spans
 */
export function inTextOrder(spans) {
  return [...spans].sort((a, b) => a.start - b.start);
}

/**
 * @param {Span} a
 * @param {Span} b
 */
export function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}
