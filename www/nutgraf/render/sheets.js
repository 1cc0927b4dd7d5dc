/**
 * Styles as sheets to adopt, which a policy that forbids inline styles allows. Their text comes from style.css and
 * element.css through `cargo xtask build`, so that a bundler finds them without being told how.
 */
import { ELEMENT, VIEWS } from '../pkg/styles.js';

/** @type {CSSStyleSheet | undefined} */
let views;
/** @type {CSSStyleSheet | undefined} */
let element;

/** The look of the views, one sheet for all. */
export function viewSheet() {
  views ??= sheet(VIEWS);
  return views;
}

/** The layout of the element, one sheet for all elements. */
export function elementSheet() {
  element ??= sheet(ELEMENT);
  return element;
}

/** @param {string} text */
function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
