/**
 * From a place in the text of an article to the place on the page that its words came from.
 */
import { firstOf } from '../../nutgraf/spans.js';
import { placed } from '../../page/blocks.js';

/** @typedef {import('../../nutgraf/types.js').Span} Span */
/** @typedef {import('../../page/html/parts.js').Part} Part */
/** @typedef {{ node: Text, offset: number, letter: string }} Spot a character of the page, as it was read */

export class Places {
  #blocks;
  /** @type {Map<Part, Spot[]>} the visible characters of blocks that were asked for */
  #spots = new Map();

  /** @param {Part[]} parts of which the text was made */
  constructor(parts) {
    this.#blocks = placed(parts);
  }

  /**
   * The words on the page; null if they are gone or are others by now.
   *
   * @param {Span} place
   * @returns {Range | null}
   */
  rangeOf({ start, end }) {
    const first = this.#spotAt(start, 0);
    const last = this.#spotAt(end, -1);
    if (!first || !last || !isThere(first) || !isThere(last)) return null;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    return range.collapsed ? null : range;
  }

  /**
   * The visible character at a place of the text, or the one before it.
   *
   * @param {number} place
   * @param {0 | -1} step
   */
  #spotAt(place, step) {
    const block = this.#blockOf(place + step);
    if (!block) return null;
    const before = squeeze(block.words.slice(0, place - block.start)).length;
    return this.#spotsOf(block)[before + step] ?? null;
  }

  /** @param {number} place */
  #blockOf(place) {
    const blocks = this.#blocks;
    const block = blocks[firstOf(blocks.length, index => blocks[index].end > place)];
    return block?.start <= place ? block : null;
  }

  /**
   * Where the visible characters of a block stand on the page. White space was changed when the words were read, nothing
   * else; so they are a run of the visible characters of the nodes.
   *
   * @param {Part} block
   */
  #spotsOf(block) {
    const known = this.#spots.get(block);
    if (known) return known;
    const spots = block.texts.flatMap(spotsIn);
    const all = spots.map(({ letter }) => letter).join('');
    const words = squeeze(block.words);
    const from = all.indexOf(words);
    const found = from < 0 ? [] : spots.slice(from, from + words.length);
    this.#spots.set(block, found);
    return found;
  }
}

/** @param {string} words */
function squeeze(words) {
  return words.replace(/\s+/g, '');
}

/**
 * @param {Text} node
 * @returns {Spot[]}
 */
function spotsIn(node) {
  return Array.from(node.data.matchAll(/\S/g), ({ 0: letter, index }) => ({ node, offset: index, letter }));
}

/**
 * Whether the page still shows a character where it was read.
 *
 * @param {Spot} spot
 */
function isThere({ node, offset, letter }) {
  return node.isConnected && node.data[offset] === letter;
}
