/**
 * The names that were found: a box to filter them, their cards, and the form for one that was missed.
 */
import { openCard } from '../nutgraf/render/card-position.js';
import { find, h } from '../nutgraf/render/dom.js';
import { renderEntities } from '../nutgraf/render/entities.js';
import { nameForm } from '../nutgraf/render/name-form.js';
import { STRINGS } from '../nutgraf/report-view/strings.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */

export class NamesPanel {
  #panel;
  #state;
  /** @type {Report | null} the report that the form for a missed name was made for */
  #formOf = null;

  /**
   * @param {HTMLElement} panel
   * @param {import('./state.js').PageState} state
   */
  constructor(panel, state) {
    this.#panel = panel;
    this.#state = state;
  }

  /** Shows what was found, as filtered; cards that are open stay open. */
  show() {
    const { text, report, filter } = this.#state;
    if (!report) return;
    const open = new Set([...this.#panel.querySelectorAll('.ng-card[open]')].map(nameOf));
    const cards = renderEntities(text, report, { editable: true, filter });
    // The box stays, for the reader may be typing in it.
    if (this.#filterBox()) find(this.#panel, '.ng-cards')?.replaceWith(cards);
    else this.#panel.replaceChildren(filterBox(), cards);
    this.#showForm(report);
    for (const card of /** @type {NodeListOf<HTMLDetailsElement>} */ (cards.querySelectorAll('details.ng-card'))) {
      if (open.has(nameOf(card))) card.open = true;
    }
  }

  /** Shows what the names are filtered by. */
  showFilter() {
    const box = this.#filterBox();
    if (box) box.value = this.#state.filter;
  }

  /**
   * Opens the card of a name at one of its mentions, if need be by listing every name again.
   *
   * @param {number} entity
   * @param {number} mention
   * @returns {boolean} whether there is such a card
   */
  openCard(entity, mention) {
    if (openCard(this.#panel, entity, mention)) return true;
    if (!this.#state.filter) return false;
    this.#state.filter = '';
    this.showFilter();
    this.show();
    return openCard(this.#panel, entity, mention);
  }

  /**
   * Opens the form for a missed name with words of the text.
   *
   * @param {{ start: number, words: string }} selected
   */
  openForm({ start, words }) {
    const form = /** @type {HTMLDetailsElement | null} */ (find(this.#panel, '.ng-add-name'));
    const box = form && /** @type {HTMLInputElement | null} */ (find(form, '[data-role=name-words]'));
    if (!form || !box) return;
    form.open = true;
    form.dataset.start = String(start);
    box.value = words;
    find(form, '[data-role=name-is]')?.focus();
    form.scrollIntoView({ block: 'nearest' });
  }

  /**
   * The form stands below the cards; one that is open stays as it is until the report is another.
   *
   * @param {Report} report
   */
  #showForm(report) {
    if (this.#formOf === report) return;
    this.#formOf = report;
    find(this.#panel, '.ng-add-name')?.remove();
    this.#panel.append(nameForm(report));
  }

  #filterBox() {
    return /** @type {HTMLInputElement | null} */ (find(this.#panel, '.names-filter'));
  }
}

function filterBox() {
  const label = STRINGS.filter;
  return h('input', { class: 'names-filter', type: 'search', 'aria-label': label, placeholder: label });
}

/** @param {Element} card */
function nameOf(card) {
  return card.querySelector('.ng-card-name')?.textContent ?? '';
}
