/**
 * Which marks are shown: one box for each group that the article has, each label drawn as its marks are.
 */
import { find, h } from '../nutgraf/render/dom.js';
import { number } from '../nutgraf/report-view/format.js';
import { GROUPS, groupOfKind } from '../nutgraf/report-view/kinds.js';
import { STRINGS } from '../nutgraf/report-view/strings.js';
import { PAGE } from './strings.js';

/** Hidden until asked for: they would crowd the text. */
const QUIET = new Set(['amounts', 'links']);

/**
 * @param {HTMLElement} fieldset
 * @param {() => void} onChange
 */
export function makeLegend(fieldset, onChange) {
  const hidden = new Set(QUIET);
  let labels = false;

  fieldset.addEventListener('change', event => {
    const { name, checked } = /** @type {HTMLInputElement} */ (event.target);
    if (name === 'labels') labels = checked;
    else if (checked) hidden.delete(name);
    else hidden.add(name);
    onChange();
  });

  return {
    /** @param {string} kind */
    isShown: kind => !hidden.has(kind === 'quotes' ? kind : groupOfKind(kind)),
    hasLabels: () => labels,

    /** @param {import('../nutgraf/types.js').Report} report */
    update({ entities, quotes }) {
      const counts = GROUPS.map(({ group, kinds }) => ({
        group,
        count: entities.filter(({ kind }) => kinds.includes(kind)).length,
      }));
      const boxes = [...counts, { group: 'quotes', count: quotes.length }].filter(({ count }) => count > 0);
      const focused = fieldset.contains(document.activeElement)
        ? /** @type {HTMLInputElement} */ (document.activeElement).name
        : null;
      fieldset.replaceChildren(
        /** @type {Node} */ (fieldset.querySelector('legend')),
        ...boxes.map(({ group, count }) =>
          h(
            'label',
            null,
            h('input', { type: 'checkbox', name: group, checked: !hidden.has(group) }),
            h(
              'span',
              { class: `sample ng-k-${group}` },
              STRINGS.groups[/** @type {keyof typeof STRINGS.groups} */ (group)],
            ),
            h('span', { class: 'ng-count' }, number(count)),
          ),
        ),
        h('label', null, h('input', { type: 'checkbox', name: 'labels', checked: labels }), PAGE.labels),
      );
      if (focused) find(fieldset, `[name="${focused}"]`)?.focus();
    },
  };
}
