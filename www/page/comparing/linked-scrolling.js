/**
 * Two columns that scroll together: where sentences of both tell the same, they stand side by side.
 */

import { firstOf } from '../../nutgraf/spans.js';

/** @typedef {[first: number, second: number]} Pair */

export class LinkedScrolling {
  isOn = true;
  #columns;
  #anchors;
  /** The column that the reader moves. */
  #leading = 0;
  /** @type {number[][] | null} where the anchors of each column are, between its ends; null while that is not known */
  #tops = null;

  /**
   * @param {HTMLElement[]} columns
   * @param {Pair[]} pairs of sentences
   * @param {(column: HTMLElement, sentence: number) => HTMLElement | undefined} pieceOf where a sentence begins
   */
  constructor(columns, pairs, pieceOf) {
    this.#columns = columns;
    this.#anchors = inBothOrders(pairs).flatMap(pair => {
      const pieces = columns.map((column, index) => pieceOf(column, pair[index]));
      return pieces.every(piece => piece !== undefined) ? [/** @type {HTMLElement[]} */ (pieces)] : [];
    });
    const sizes = new ResizeObserver(() => {
      this.#tops = null;
    });
    for (const [index, column] of columns.entries()) {
      for (const element of [column, ...column.children]) sizes.observe(element);
      for (const kind of ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'])
        column.addEventListener(kind, () => this.lead(index), { passive: true });
      column.addEventListener('scroll', () => this.#follow(index), { passive: true });
    }
  }

  /**
   * From now on the other column follows this one.
   *
   * @param {number} index
   */
  lead(index) {
    this.#leading = index;
  }

  /** @param {number} index the column that has moved */
  #follow(index) {
    if (!this.isOn || index !== this.#leading) return;
    this.#columns[1 - index].scrollTop = this.#goal(index, this.#columns[index].scrollTop);
  }

  /**
   * Where the other column belongs: between the sentences that are nearest above and below.
   *
   * @param {number} index
   * @param {number} top
   */
  #goal(index, top) {
    this.#tops ??= this.#columns.map((column, i) => [
      0,
      ...this.#anchors.map(pair => topIn(column, pair[i])),
      end(column),
    ]);
    const [own, others] = [this.#tops[index], this.#tops[1 - index]];
    const after = own.findIndex((anchor, i) => i > 0 && anchor > top);
    const next = after < 0 ? own.length - 1 : after;
    const share = (top - own[next - 1]) / Math.max(1, own[next] - own[next - 1]);
    return others[next - 1] + Math.min(1, share) * (others[next] - others[next - 1]);
  }
}

/**
 * The longest run of pairs that come in the same order in both texts. The others would make a column jump back.
 *
 * @param {Pair[]} pairs
 * @returns {Pair[]}
 */
export function inBothOrders(pairs) {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {number[]} for each length the pair that ends such a run the earliest */
  const ends = [];
  /** @type {number[]} the pair before each in its run; -1 for the first */
  const before = [];
  for (const [index, [, second]] of sorted.entries()) {
    const length = firstOf(ends.length, shorter => sorted[ends[shorter]][1] >= second);
    before[index] = length ? ends[length - 1] : -1;
    ends[length] = index;
  }
  const run = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]) run.push(sorted[index]);
  return run.reverse();
}

/**
 * @param {HTMLElement} column
 * @param {HTMLElement} piece
 */
function topIn(column, piece) {
  return piece.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
}

/** @param {HTMLElement} column */
function end({ scrollHeight, clientHeight }) {
  return Math.max(0, scrollHeight - clientHeight);
}
