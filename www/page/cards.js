/**
 * What happens inside the cards: stepping through mentions and putting things right.
 */
import { nameEntity } from '../nutgraf/corrections.js';
import { followCard, positionOf } from '../nutgraf/render/card-position.js';
import { closest } from '../nutgraf/render/dom.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').EntityKind} EntityKind */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {() => { text: string, report: Report } | null} page.current
 * @param {(entity: number, mention: number) => void} page.goToMention
 * @param {(correction: Correction, position: number) => void} page.correct at which mention the card stood
 */
export function wireCards(panel, { current, goToMention, correct }) {
  panel.addEventListener('click', event => {
    const shown = current();
    const card = closest(event.target, '.ng-card');
    if (!shown || !card) return;
    const goal = followCard(event.target);
    if (goal) {
      event.preventDefault();
      goToMention(goal.entity, goal.mention);
    }
    const correction = correctionOf(closest(event.target, 'button')?.dataset.role, card, shown);
    if (correction) correct(correction, positionOf(card));
  });

  panel.addEventListener('change', event => {
    const { value, dataset } = /** @type {HTMLSelectElement} */ (event.target);
    const shown = current();
    const card = closest(event.target, '.ng-card');
    if (!shown || !card || !value) return;
    const { entities } = shown.report;
    const entity = nameEntity(entities[Number(card.dataset.entity)]);
    if (dataset.role === 'merge') correct({ op: 'merge', entity, into: nameEntity(entities[Number(value)]) }, 0);
    if (dataset.role === 'retype')
      correct({ op: 'retype', entity, kind: /** @type {EntityKind} */ (value) }, positionOf(card));
  });
}

/**
 * What a button of a card puts right.
 *
 * @param {string | undefined} role
 * @param {HTMLElement} card
 * @param {{ text: string, report: Report }} shown
 * @returns {Correction | null}
 */
function correctionOf(role, card, { text, report }) {
  const found = report.entities[Number(card.dataset.entity)];
  const entity = nameEntity(found);
  const { start, end } = found.mentions[positionOf(card)];
  const words = text.slice(start, end);
  if (role === 'remove') return { op: 'remove', entity };
  if (role === 'remove-mention') return { op: 'remove_mention', entity, start, words };
  return role === 'split' ? { op: 'split', entity, start, words, name: words } : null;
}
