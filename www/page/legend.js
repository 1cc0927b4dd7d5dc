/**
 * Which marks are shown: one box for each group that the article has, each label drawn as its marks are.
 */
import { find, h } from '../nutgraf/render/dom.js';
import { number } from '../nutgraf/report-view/format.js';
import { GROUPS, groupOfKind } from '../nutgraf/report-view/kinds.js';
import { isBeside } from '../nutgraf/report-view/names.js';
import { STRINGS } from '../nutgraf/report-view/strings.js';
import { PAGE } from './strings.js';

/** Hidden until asked for: they would crowd the text. */
const QUIET = ['amounts', 'links'];

export class Legend {
  /** Whether each mark bears the word for its kind. */
  hasLabels = false;
  /** Whether each paragraph bears a choice of what it is. */
  hasKinds = false;
  #fieldset;
  #hidden = new Set(QUIET);

  /**
   * @param {HTMLElement} fieldset
   * @param {() => void} onChange
   */
  constructor(fieldset, onChange) {
    this.#fieldset = fieldset;
    fieldset.addEventListener('change', event => {
      this.#choose(/** @type {HTMLInputElement} */ (event.target));
      onChange();
    });
  }

  /** @param {string} kind */
  isShown(kind) {
    return !this.#hidden.has(kind === 'quotes' ? kind : groupOfKind(kind));
  }

  /** Gives each paragraph a choice of what it is. */
  showKinds() {
    const box = /** @type {HTMLInputElement | null} */ (find(this.#fieldset, '[name=paragraphs]'));
    this.hasKinds = true;
    if (box) box.checked = true;
  }

  /** @param {import('../nutgraf/types.js').Report} report */
  update(report) {
    const fieldset = this.#fieldset;
    const focused = fieldset.contains(document.activeElement)
      ? /** @type {HTMLInputElement} */ (document.activeElement).name
      : null;
    const boxes = groupsOf(report).map(({ group, count }) => this.#groupBox(group, count));
    fieldset.replaceChildren(
      /** @type {Node} */ (fieldset.querySelector('legend')),
      ...boxes,
      box('labels', this.hasLabels, PAGE.labels),
      box('paragraphs', this.hasKinds, PAGE.paragraphs),
    );
    if (focused) find(fieldset, `[name="${focused}"]`)?.focus();
  }

  /** @param {HTMLInputElement} box */
  #choose({ name, checked }) {
    if (name === 'labels') this.hasLabels = checked;
    else if (name === 'paragraphs') this.hasKinds = checked;
    else if (checked) this.#hidden.delete(name);
    else this.#hidden.add(name);
  }

  /**
   * @param {keyof typeof STRINGS.groups} group
   * @param {number} count
   */
  #groupBox(group, count) {
    const sample = h('span', { class: `sample ng-k-${group}` }, STRINGS.groups[group]);
    return box(group, !this.#hidden.has(group), sample, h('span', { class: 'ng-count' }, number(count)));
  }
}

/**
 * The groups that an article has, with the number of their members in the story.
 *
 * @param {import('../nutgraf/types.js').Report} report
 */
function groupsOf({ entities, quotes }) {
  /** @type {{ group: keyof typeof STRINGS.groups, count: number }[]} */
  const groups = [];
  for (const { group, kinds } of GROUPS) {
    const members = entities.filter(({ kind }) => kinds.includes(kind));
    // Marks beside the story can be hidden, too, but the number is that of the story's names.
    if (members.length > 0) groups.push({ group, count: members.filter(name => !isBeside(name)).length });
  }
  if (quotes.length > 0) groups.push({ group: /** @type {const} */ ('quotes'), count: quotes.length });
  return groups;
}

/**
 * @param {string} name
 * @param {boolean} checked
 * @param {...(Node | string)} label
 */
function box(name, checked, ...label) {
  return h('label', null, h('input', { type: 'checkbox', name, checked }), label);
}
