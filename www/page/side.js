/**
 * The findings beside the text: tabs on a wide screen, a sheet over the text on a narrow one.
 */
import { closest, h } from '../nutgraf/render/dom.js';
import { byId } from './elements.js';
import { PAGE } from './strings.js';

/** @typedef {keyof typeof PAGE.tabs} Panel */

const PANELS = /** @type {Panel[]} */ (Object.keys(PAGE.tabs));
/** Matches the query of page.css. */
const narrow = matchMedia('(width < 60rem)');

/**
 * @param {HTMLElement} side
 */
export function makeSide(side) {
  const root = document.documentElement;
  const list = /** @type {HTMLElement} */ (side.querySelector('[role=tablist]'));
  const box = /** @type {HTMLElement} */ (side.querySelector('.panels'));
  const tabs = PANELS.map(panel =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${panel}`,
        'data-panel': panel,
        ...(panel !== 'text' && { 'aria-controls': `panel-${panel}` }),
      },
      PAGE.tabs[panel],
    ),
  );
  const close = h('button', { type: 'button', class: 'close' }, PAGE.close);
  const panels = PANELS.filter(panel => panel !== 'text').map(panel =>
    h('div', {
      role: 'tabpanel',
      id: `panel-${panel}`,
      'aria-labelledby': `tab-${panel}`,
      'data-title': PAGE.tabs[panel],
      tabindex: 0,
    }),
  );
  list.append(...tabs);
  box.append(close, ...panels);

  /** @type {Panel} */
  let current = 'summary';
  /** @type {HTMLElement | null} */
  let back = null;

  /** @param {Panel} panel */
  const show = panel => {
    current = panel;
    root.dataset.sheet = panel === 'text' ? 'closed' : 'open';
    for (const tab of tabs) {
      const chosen = tab.dataset.panel === panel;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    for (const element of panels) element.hidden = element.id !== `panel-${panel}`;
  };
  const fit = () => {
    if (narrow.matches) show('text');
    else if (current === 'text') show('summary');
  };
  /** Closes the sheet, if there is one, and goes back to where the reader came from. */
  const leave = () => {
    const goal = back?.isConnected ? back : narrow.matches ? tabs[0] : null;
    if (narrow.matches) show('text');
    back = null;
    goal?.focus();
    return goal !== null;
  };

  list.addEventListener('click', event => {
    const tab = closest(event.target, 'button');
    if (tab) {
      back = tab;
      show(/** @type {Panel} */ (tab.dataset.panel));
      box.scrollTop = 0;
    }
  });
  list.addEventListener('keydown', event => {
    const visible = tabs.filter(tab => tab.offsetParent || getComputedStyle(tab).display !== 'none');
    const at = visible.findIndex(tab => tab.dataset.panel === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = visible[(to + visible.length) % visible.length];
    show(/** @type {Panel} */ (next.dataset.panel));
    next.focus();
  });
  side.addEventListener('keydown', event => {
    if (event.key === 'Escape' && leave()) event.preventDefault();
  });
  close.addEventListener('click', leave);
  narrow.addEventListener('change', fit);
  show('summary');
  fit();

  return {
    show,
    isSheet: () => narrow.matches,

    /**
     * Where Esc goes back to.
     *
     * @param {HTMLElement} element
     */
    cameFrom(element) {
      back = element;
    },

    /**
     * @param {Exclude<Panel, 'text'>} panel
     * @param {...Node} content
     */
    fill(panel, ...content) {
      byId(`panel-${panel}`).replaceChildren(...content);
    },

    /** @param {Exclude<Panel, 'text'>} panel */
    panel: panel => byId(`panel-${panel}`),
  };
}
