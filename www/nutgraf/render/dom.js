/**
 * Building DOM from data. Text only ever becomes text nodes; there is no way from here to markup or code.
 */

/** @typedef {Node | string | number | null | undefined | false} Child */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes that are null or false are left out; `true` stands without a value.
 *
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined> | null} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * The same in SVG.
 *
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined> | null} [attributes]
 * @param {...(Child | Child[])} children
 */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, string | number | boolean | null | undefined> | null | undefined} attributes
 * @param {(Child | Child[])[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (/^on/i.test(name)) throw new TypeError(`listeners are not attributes: ${name}`);
    if (value != null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children
      .flat()
      .filter(isShown)
      .map(child => (child instanceof Node ? child : String(child))),
  );
  return element;
}

/**
 * @param {Child} child
 * @returns {child is Node | string | number}
 */
function isShown(child) {
  return child != null && child !== false;
}

/**
 * The element that fits a selector, at or around the goal of an event.
 *
 * @param {EventTarget | null} target
 * @param {string} selector
 */
export function closest(target, selector) {
  return /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest(selector) : null);
}

/**
 * The first element in a tree that fits a selector.
 *
 * @param {ParentNode} root
 * @param {string} selector
 */
export function find(root, selector) {
  return /** @type {HTMLElement | null} */ (root.querySelector(selector));
}
