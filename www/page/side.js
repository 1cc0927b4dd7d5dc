/**
 * The findings beside the text: tabs on a wide screen, a sheet over the text on a narrow one.
 */
import { closest, h } from '../nutgraf/render/dom.js';
import { PAGE } from './strings.js';

/** @typedef {keyof typeof PAGE.tabs} Tab */
/** @typedef {Exclude<Tab, 'text'>} Panel */

const TABS = /** @type {Tab[]} */ (Object.keys(PAGE.tabs));
/** Matches the query of page.css. */
const narrow = matchMedia('(width < 60rem)');

export class Side {
  #root = document.documentElement;
  #side;
  #box;
  #tabs = TABS.map(tabButton);
  /** @type {Map<Panel, HTMLElement>} */
  #panels = new Map();
  /** @type {Tab} */
  #current = 'summary';
  /** @type {HTMLElement | null} where Esc goes back to */
  #back = null;

  /** @param {HTMLElement} side */
  constructor(side) {
    this.#side = side;
    this.#box = /** @type {HTMLElement} */ (side.querySelector('.panels'));
    const list = /** @type {HTMLElement} */ (side.querySelector('[role=tablist]'));
    const close = h('button', { type: 'button', class: 'close' }, PAGE.close);
    for (const tab of TABS) if (tab !== 'text') this.#panels.set(tab, tabPanel(tab));
    list.append(...this.#tabs);
    this.#box.append(close, ...this.#panels.values());
    this.#listen(list, close);
    this.show('summary');
    this.#fit();
  }

  /** @param {Tab} shown */
  show(shown) {
    this.#current = shown;
    this.#root.dataset.sheet = shown === 'text' ? 'closed' : 'open';
    for (const tab of this.#tabs) {
      const isChosen = tab.dataset.panel === shown;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    for (const [name, panel] of this.#panels) panel.hidden = name !== shown;
  }

  /** Whether the findings cover the text; beside the tab of a browser, which shows the text, they never do. */
  isSheet() {
    return narrow.matches && this.#root.dataset.beside === undefined;
  }

  /**
   * Where Esc goes back to.
   *
   * @param {HTMLElement} element
   */
  cameFrom(element) {
    this.#back = element;
  }

  /** @param {Panel} name */
  panel(name) {
    return /** @type {HTMLElement} */ (this.#panels.get(name));
  }

  /**
   * @param {Panel} name
   * @param {...Node} content
   */
  fill(name, ...content) {
    this.panel(name).replaceChildren(...content);
  }

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} close
   */
  #listen(list, close) {
    list.addEventListener('click', event => {
      const tab = closest(event.target, 'button');
      if (tab) this.#choose(tab);
    });
    list.addEventListener('keydown', event => this.#step(event));
    this.#side.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.#leave()) event.preventDefault();
    });
    close.addEventListener('click', () => this.#leave());
    narrow.addEventListener('change', () => this.#fit());
  }

  /** @param {HTMLElement} tab */
  #choose(tab) {
    this.#back = tab;
    this.show(/** @type {Tab} */ (tab.dataset.panel));
    this.#box.scrollTop = 0;
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const visible = this.#tabs.filter(tab => tab.offsetParent || getComputedStyle(tab).display !== 'none');
    const at = visible.findIndex(tab => tab.dataset.panel === this.#current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = visible[(to + visible.length) % visible.length];
    this.show(/** @type {Tab} */ (next.dataset.panel));
    next.focus();
  }

  #fit() {
    if (this.isSheet()) this.show('text');
    else if (this.#current === 'text') this.show('summary');
  }

  /** Closes the sheet, if there is one, and goes back to where the reader came from. */
  #leave() {
    const goal = this.#back?.isConnected ? this.#back : this.isSheet() ? this.#tabs[0] : null;
    if (this.isSheet()) this.show('text');
    this.#back = null;
    goal?.focus();
    return goal !== null;
  }
}

/** @param {Tab} tab */
function tabButton(tab) {
  const panel = tab === 'text' ? {} : { 'aria-controls': `panel-${tab}` };
  return h('button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'data-panel': tab, ...panel }, PAGE.tabs[tab]);
}

/** @param {Panel} panel */
function tabPanel(panel) {
  return h('div', {
    role: 'tabpanel',
    id: `panel-${panel}`,
    'aria-labelledby': `tab-${panel}`,
    'data-title': PAGE.tabs[panel],
    tabindex: 0,
  });
}
