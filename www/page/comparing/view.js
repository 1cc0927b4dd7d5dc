/**
 * Showing a comparison: the two texts beside each other, and what was found of both. On a narrow screen one of these has the
 * room, and a switch goes from one to the other.
 */
import { closest, find, h } from '../../nutgraf/render/dom.js';
import { flash, piecesOf as mentionPieces } from '../../nutgraf/render/places.js';
import { sentenceAt } from '../../nutgraf/spans.js';
import { PAGE } from '../strings.js';
import { renderFindings } from './findings.js';
import { LinkedScrolling } from './linked-scrolling.js';
import { piecesOf, renderColumn } from './texts.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {import('../../nutgraf/types.js').Span} Span */
/** @typedef {import('./places.js').Item} Item */
/** @typedef {'0' | '1' | 'found'} Pane */

/**
 * @typedef {object} Listener
 * @property {(text: number) => void} onRead the reader wants to read one of the texts and put it right
 * @property {() => void} onSwap
 * @property {() => void} onExport
 * @property {() => void} onStop
 */

export class ComparingView {
  #root;
  /** @type {Item[]} */
  #items = [];
  /** @type {Comparison | null} */
  #comparison = null;
  /** @type {HTMLElement[]} */
  #columns = [];
  /** @type {LinkedScrolling | null} */
  #scrolling = null;
  #isLinked = true;

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#root.dataset.pane = 'found';
    root.addEventListener('click', event => this.#click(event, listener));
    root.addEventListener('change', event => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      if (box.name !== 'linked') return;
      this.#isLinked = box.checked;
      if (this.#scrolling) this.#scrolling.isOn = box.checked;
    });
  }

  /**
   * @param {Item[]} items
   * @param {Comparison} comparison
   */
  show(items, comparison) {
    this.#items = items;
    this.#comparison = comparison;
    this.#columns = items.map((item, index) => renderColumn(item, index, comparison));
    const found = h(
      'section',
      { class: 'found', 'aria-label': PAGE.comparing.found, tabindex: 0 },
      h('h2', { class: 'hidden' }, PAGE.comparing.found),
      renderFindings(items, comparison),
    );
    this.#root.replaceChildren(this.#bar(), h('div', { class: 'compare-grid' }, this.#columns, found));
    this.#showPane(/** @type {Pane} */ (this.#root.dataset.pane));
    /** @type {[number, number][]} */
    const pairs = comparison.pairs.map(({ sentences: [first, second] }) => [first, second]);
    this.#scrolling = new LinkedScrolling(this.#columns, pairs, (column, sentence) => piecesOf(column, sentence)[0]);
    this.#scrolling.isOn = this.#isLinked;
  }

  /** Forgets what is shown. */
  clear() {
    this.#comparison = null;
    this.#items = [];
    this.#root.replaceChildren();
  }

  #bar() {
    const button = (/** @type {string} */ role, /** @type {string} */ label) =>
      h('button', { type: 'button', 'data-role': role }, label);
    const pane = (/** @type {Pane} */ name) =>
      h('button', { type: 'button', 'data-pane': name }, PAGE.comparing.panes[name]);
    return h(
      'div',
      { class: 'compare-bar' },
      h(
        'div',
        { class: 'switch panes', role: 'group', 'aria-label': PAGE.comparing.show },
        pane('found'),
        pane('0'),
        pane('1'),
      ),
      h(
        'label',
        { class: 'linked' },
        h('input', { type: 'checkbox', name: 'linked', checked: this.#isLinked }),
        PAGE.comparing.linked,
      ),
      h('span', { class: 'key' }, h('span', { class: 'alone' }, PAGE.comparing.aloneKey)),
      h(
        'div',
        { class: 'tools' },
        button('swap', PAGE.comparing.swap),
        button('export', PAGE.comparing.exportIt),
        button('stop', PAGE.comparing.stop),
      ),
    );
  }

  /**
   * @param {MouseEvent} event
   * @param {Listener} listener
   */
  #click(event, { onRead, onSwap, onExport, onStop }) {
    const button = closest(event.target, 'button');
    if (button?.dataset.pane) this.#showPane(/** @type {Pane} */ (button.dataset.pane));
    if (button?.dataset.role === 'swap') onSwap();
    if (button?.dataset.role === 'export') onExport();
    if (button?.dataset.role === 'stop') onStop();
    if (button?.dataset.role === 'read') onRead(Number(button.dataset.text));
    const place = closest(event.target, 'a');
    if (place) event.preventDefault();
    if (place?.dataset.text) {
      const { text, start, end } = place.dataset;
      this.#showWords(Number(text), { start: Number(start), end: Number(end) });
    } else if (place?.dataset.entity) {
      this.#showEntity(this.#textOf(place), Number(place.dataset.entity));
    } else if (closest(event.target, '.column .ng-sentence') && !getSelection()?.toString()) {
      this.#showCounterpart(/** @type {HTMLElement} */ (closest(event.target, '.ng-sentence')));
    }
  }

  /** @param {Pane} name */
  #showPane(name) {
    this.#root.dataset.pane = name;
    for (const button of this.#root.querySelectorAll('.panes button')) {
      button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.pane === name));
    }
  }

  /** @param {Element} element in one of the columns */
  #textOf(element) {
    return this.#columns.findIndex(column => column.contains(element));
  }

  /**
   * Words in their text, lit up: the name that stands there, else the sentence.
   *
   * @param {number} text
   * @param {Span} place
   */
  #showWords(text, place) {
    const { report } = this.#items[text];
    const entity = report.entities.findIndex(({ mentions }) => mentions.some(mention => isSame(mention, place)));
    const mention = report.entities[entity]?.mentions.findIndex(mention => isSame(mention, place));
    const pieces = entity < 0 ? [] : mentionPieces(this.#columns[text], { entity, mention });
    const found = pieces.length ? pieces : piecesOf(this.#columns[text], sentenceAt(report, place.start));
    this.#light(text, found);
  }

  /**
   * What both texts have of a name.
   *
   * @param {number} text
   * @param {number} entity
   */
  #showEntity(text, entity) {
    const index =
      this.#comparison?.entities.findIndex(({ in: places }) =>
        places.some(place => place.text === text && place.entity === entity),
      ) ?? -1;
    const row = find(this.#root, `[data-entity-row="${index}"]`);
    if (!row) return;
    this.#showPane('found');
    flash([row]);
    row.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} piece of a sentence in a column */
  #showCounterpart(piece) {
    const text = this.#textOf(piece);
    const pair = this.#comparison?.pairs.find(({ sentences }) => sentences[text] === Number(piece.dataset.sentence));
    if (pair) this.#light(1 - text, piecesOf(this.#columns[1 - text], pair.sentences[1 - text]));
  }

  /**
   * @param {number} text
   * @param {HTMLElement[]} pieces
   */
  #light(text, pieces) {
    this.#showPane(text === 0 ? '0' : '1');
    this.#scrolling?.lead(text);
    flash(pieces);
    this.#columns[text].focus({ preventScroll: true });
  }
}

/**
 * @param {Span} a
 * @param {Span} b
 */
function isSame(a, b) {
  return a.start === b.start && a.end === b.end;
}
