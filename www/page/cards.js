/**
 * What happens inside the cards: stepping through mentions and putting things right.
 */
import { nameEntity } from '../nutgraf/corrections.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Correction} Correction */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {() => { text: string, report: Report } | null} page.current
 * @param {(entity: number, mention: number) => void} page.goToMention
 * @param {(correction: Correction) => void} page.correct
 */
export function wireCards(panel, { current, goToMention, correct }) {
  panel.addEventListener('click', event => {
    const target = /** @type {HTMLElement} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest('.ng-card'));
    const report = current()?.report;
    if (!card || !report) return;
    const entity = report.entities[Number(card.dataset.entity)];
    const link = /** @type {HTMLElement | null} */ (target.closest('a[data-mention]'));
    if (link) {
      event.preventDefault();
      step(card, entity, Number(link.dataset.mention));
    }
    const role = target.closest('button')?.dataset.role;
    if (role === 'next' || role === 'previous') step(card, entity, position(card) + (role === 'next' ? 1 : -1));
    const mention = entity.mentions[position(card)];
    if (role === 'remove') correct({ op: 'remove', entity: nameEntity(entity) });
    if (role === 'remove-mention') correct({ op: 'remove_mention', entity: nameEntity(entity), start: mention.start });
    if (role === 'split') {
      const name = current()?.text.slice(mention.start, mention.end) ?? '';
      correct({ op: 'split', entity: nameEntity(entity), start: mention.start, name });
    }
  });

  panel.addEventListener('change', event => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (select.closest('.ng-card'));
    const report = current()?.report;
    if (!card || !report || !select.value) return;
    const entity = nameEntity(report.entities[Number(card.dataset.entity)]);
    if (select.dataset.role === 'merge') correct({ op: 'merge', entity, into: nameEntity(report.entities[Number(select.value)]) });
    if (select.dataset.role === 'retype') correct({ op: 'retype', entity, kind: /** @type {any} */ (select.value) });
  });

  /**
   * @param {HTMLElement} card
   * @param {import('../nutgraf/types.js').Entity} entity
   * @param {number} to
   */
  function step(card, entity, to) {
    const count = entity.mentions.length;
    const mention = (to + count) % count;
    card.dataset.position = String(mention);
    const shown = card.querySelector('[data-role=position]');
    if (shown) shown.textContent = `${mention + 1} / ${count}`;
    goToMention(entity.id, mention);
  }
}

/** @param {HTMLElement} card */
function position(card) {
  return Number(card.dataset.position ?? 0);
}

/**
 * Opens the card of an entity and puts the reader there.
 *
 * @param {HTMLElement} panel
 * @param {number} entity
 * @param {number} mention
 */
export function openCard(panel, entity, mention) {
  const card = /** @type {HTMLDetailsElement | null} */ (panel.querySelector(`.ng-card[data-entity="${entity}"]`));
  if (!card) return false;
  card.dataset.position = String(mention);
  card.open = true;
  const count = card.querySelector('[data-role=position]');
  if (count) count.textContent = `${mention + 1} / ${count.textContent?.split(' / ')[1]}`;
  card.querySelector('summary')?.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
  return true;
}
