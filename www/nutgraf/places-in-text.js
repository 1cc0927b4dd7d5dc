/**
 * Places of a text that outlive an edit: each is known by the words that stand there.
 */

/** @typedef {import('./types.js').Span} Span */

/**
 * Where the words of a place stand now: there, or else at the nearest place with the same words; null if there is none.
 *
 * @param {string} text
 * @param {import('./types.js').Words} place
 * @returns {number | null}
 */
export function placeOf(text, { start, words }) {
  if (!words) return null;
  if (text.startsWith(words, start)) return start;
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  if (before < 0 || after < 0) return Math.max(before, after) < 0 ? null : Math.max(before, after);
  return start - before <= after - start ? before : after;
}

/**
 * Where the spans of a text are after an edit: those before the change stay, those behind it move, one around or beside
 * it grows or shrinks with it. Null for a span that the change cuts, or in which a line now ends.
 *
 * @param {string} before
 * @param {string} after
 * @returns {(span: Span) => Span | null}
 */
export function movedBy(before, after) {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [changed, shift] = [before.length - tail, after.length - before.length];
  const breaksLine = after.slice(head, after.length - tail).includes('\n');
  return ({ start, end }) => {
    if (start <= head && changed <= end && !breaksLine && end + shift > start) return { start, end: end + shift };
    if (end <= head) return { start, end };
    return start >= changed ? { start: start + shift, end: end + shift } : null;
  };
}
