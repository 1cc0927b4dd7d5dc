/**
 * How the elements of a page look: what is not to be seen, and what stands on lines of its own.
 */
import { QUIET } from '../inert.js';

/** @typedef {{ isHidden: (element: Element) => boolean, isBlock: (element: Element) => boolean }} Look */

/** The display of what stands on lines of its own. */
const BLOCK = ['block', 'flex', 'grid', 'list-item', 'table'];

/**
 * Of parsed markup, which is never shown: as far as the style tells that a browser copies along.
 *
 * @type {Look}
 */
export const COPIED = {
  isHidden: element => /display\s*:\s*none|visibility\s*:\s*hidden/i.test(copiedStyle(element)),
  isBlock: element => {
    const [, display] = /(?:^|;)\s*display\s*:\s*([\w-]+)\s*(?:;|$)/i.exec(copiedStyle(element)) ?? [];
    return BLOCK.includes(display?.toLowerCase());
  },
};

/** @param {Element} element */
function copiedStyle(element) {
  return element.getAttribute(`${QUIET}style`) ?? '';
}

/**
 * Of a page on the screen: as its reader sees it.
 *
 * @type {Look}
 */
export const SHOWN = {
  isHidden: element => {
    const style = getComputedStyle(element);
    return style.display === 'none' || style.visibility !== 'visible' || isForEars(element, style);
  },
  isBlock: element => {
    const { display, float, position } = getComputedStyle(element);
    // A large first letter floats, and is a part of its word nevertheless.
    return BLOCK.includes(display) && float === 'none' && (position === 'static' || position === 'relative');
  },
};

/**
 * Whether words are there for screen readers alone: they fill no more than a dot.
 *
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
function isForEars(element, { position }) {
  return position === 'absolute' && element instanceof HTMLElement && element.offsetWidth * element.offsetHeight <= 1;
}
