/**
 * What happens inside the cards: stepping through mentions and putting things right.
 */
import { nameEntity } from '../nutgraf/corrections.js';
import { followCard, positionOf } from '../nutgraf/render/card-position.js';
import { closest, find } from '../nutgraf/render/dom.js';
import { wordsAt } from '../nutgraf/spans.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').ReadArticle} ReadArticle */
/** @typedef {import('../nutgraf/types.js').EntityKind} EntityKind */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {() => ReadArticle | null} page.current
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
    if (correction) correct(correction, correction.op === 'merge' ? 0 : positionOf(card));
  });
}

/**
 * What a button of a card puts right.
 *
 * @param {string | undefined} role
 * @param {HTMLElement} card
 * @param {ReadArticle} shown
 * @returns {Correction | null}
 */
function correctionOf(role, card, { text, report }) {
  const found = report.entities[Number(card.dataset.entity)];
  const entity = nameEntity(found);
  const mention = found.mentions[positionOf(card)];
  const { start } = mention;
  const words = wordsAt(text, mention);
  if (role === 'remove') return { op: 'remove', entity };
  if (role === 'merge' || role === 'retype') return chosenOf(role, card, found, report);
  if (role === 'remove-mention') return { op: 'remove_mention', entity, start, words };
  return role === 'split' ? { op: 'split', entity, start, words, name: words } : null;
}

/**
 * What the choices of a card put right; null if nothing was chosen.
 *
 * @param {'merge' | 'retype'} role
 * @param {HTMLElement} card
 * @param {import('../nutgraf/types.js').Entity} found
 * @param {Report} report
 * @returns {Correction | null}
 */
function chosenOf(role, card, found, { entities }) {
  const value = /** @type {HTMLSelectElement | null} */ (find(card, `[data-choice=${role}]`))?.value;
  const entity = nameEntity(found);
  if (!value || value === found.kind) return null;
  if (role === 'merge') return { op: 'merge', entity, into: nameEntity(entities[Number(value)]) };
  return { op: 'retype', entity, kind: /** @type {EntityKind} */ (value) };
}
