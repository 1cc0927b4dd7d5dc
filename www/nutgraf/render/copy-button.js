/**
 * Buttons that copy what stands in a panel; who shows them does the copying.
 */
import { h } from './dom.js';

/**
 * @param {string} role
 * @param {string} label
 */
export function copyButton(role, label) {
  return h('button', { type: 'button', class: 'ng-copy', 'data-role': role }, label);
}
