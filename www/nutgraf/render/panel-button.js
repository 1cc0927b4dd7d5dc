/**
 * Buttons of a whole panel: to copy what stands in it, or to put it right. Who shows the panel does the work.
 */
import { h } from './dom.js';

/**
 * @param {string} role
 * @param {string} label
 */
export function panelButton(role, label) {
  return h('button', { type: 'button', class: 'ng-panel-button', 'data-role': role }, label);
}
