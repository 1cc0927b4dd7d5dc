/**
 * The place of a card among the mentions of its entity: shown, moved, and put where the reader comes from.
 */
import { closest, find } from './dom.js';

/**
 * The index of the mention that a card stands at.
 *
 * @param {HTMLElement} card
 */
export function positionOf(card) {
  return Number(card.dataset.position ?? 0);
}

/**
 * Says where the card stands, once it has been opened.
 *
 * @param {HTMLElement} card
 */
export function showPosition(card) {
  const shown = find(card, '[data-role=position]');
  if (shown) shown.textContent = `${positionOf(card) + 1} / ${card.dataset.count}`;
}

/**
 * What a click on a mention, or on one of the buttons beside them, leads to; null if it was neither.
 *
 * @param {EventTarget | null} target
 * @returns {{ entity: number, mention: number } | null}
 */
export function followCard(target) {
  const card = closest(target, '.ng-card');
  const mention = card && mentionAfter(target, card);
  if (!card || mention == null) return null;
  const count = Number(card.dataset.count);
  moveTo(card, (mention + count) % count);
  return { entity: Number(card.dataset.entity), mention: positionOf(card) };
}

/**
 * @param {EventTarget | null} target
 * @param {HTMLElement} card
 */
function mentionAfter(target, card) {
  const link = closest(target, 'a[data-mention]');
  if (link) return Number(link.dataset.mention);
  const role = closest(target, 'button')?.dataset.role;
  if (role === 'next') return positionOf(card) + 1;
  return role === 'previous' ? positionOf(card) - 1 : null;
}

/**
 * @param {HTMLElement} card
 * @param {number} mention
 */
function moveTo(card, mention) {
  card.dataset.position = String(mention);
  showPosition(card);
}

/**
 * Opens the card of an entity at one of its mentions and puts the reader there.
 *
 * @param {ParentNode} root
 * @param {number} entity
 * @param {number} mention
 * @returns {boolean} whether there is such a card
 */
export function openCard(root, entity, mention) {
  const card = /** @type {HTMLDetailsElement | null} */ (find(root, `.ng-card[data-entity="${entity}"]`));
  if (!card) return false;
  card.open = true;
  moveTo(card, mention);
  find(card, 'summary')?.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
  return true;
}
