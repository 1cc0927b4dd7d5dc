/**
 * Comparing from end to end: an article is put aside, and the next one is compared with it. What the reader puts right in
 * either counts.
 */
import { COMPARISON_EXPORT_KINDS, exportComparison } from '../../nutgraf/export/comparison.js';
import { find } from '../../nutgraf/render/dom.js';
import { titleOf } from '../../nutgraf/report-view/articles.js';
import { number } from '../../nutgraf/report-view/format.js';
import { say } from '../../nutgraf/report-view/strings.js';
import { byId } from '../elements.js';
import { save, wireChoices } from '../file-choices.js';
import { PAGE } from '../strings.js';
import { ComparingView } from './view.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {import('../../nutgraf/types.js').ComparisonExportKind} Kind */
/** @typedef {import('./places.js').Item} Item */

/**
 * @typedef {object} Page
 * @property {import('../state.js').PageState} state
 * @property {import('../view.js').PageView} view
 * @property {(items: Item[]) => Promise<Comparison>} compare
 * @property {() => void} read reads the article of the state, which is another
 * @property {() => void} clear asks for another article
 * @property {(error: unknown) => void} onProblem
 */

export class Comparing {
  #page;
  #shown;
  /** @type {{ items: Item[], comparison: Comparison } | null} what is shown */
  #current = null;
  /** Whether the comparison is to be shown when the article is read. */
  #isAwaited = false;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#shown = new ComparingView(byId('comparing'), {
      onRead: text => this.#readOne(text),
      onSwap: () => this.#swap(),
      onExport: () => exportDialog().showModal(),
      onStop: () => this.stop(),
    });
    this.#wireExport();
    byId('compare').addEventListener('click', () => this.#keep());
    byId('view-compare').addEventListener('click', () => this.show());
    byId('kept').addEventListener('click', ({ target }) => target instanceof HTMLButtonElement && this.stop());
  }

  /** Another article has come. */
  expect() {
    this.#isAwaited = this.#page.state.kept !== null;
  }

  /** The article is read. */
  settle() {
    if (!this.#isAwaited) return;
    this.#isAwaited = false;
    this.show();
  }

  /** Compares the two as they are now. */
  async show() {
    const { state, view, compare, onProblem } = this.#page;
    const { kept, shown } = state;
    if (!kept || !shown) return;
    const items = [kept, shown].map(({ text, report }) => ({ text, report }));
    try {
      const comparison = await compare(items);
      // Meanwhile the reader may have gone on to something else.
      if (state.kept !== kept || state.report !== shown.report) return;
      this.#current = { items, comparison };
      this.#shown.show(items, comparison);
      view.showView('compare');
      view.showStatus(inShort(comparison));
    } catch (error) {
      onProblem(error);
    }
  }

  /** Forgets the article that was put aside. */
  stop() {
    const { state, view } = this.#page;
    state.kept = null;
    this.#isAwaited = false;
    this.#current = null;
    this.#shown.clear();
    this.#showKept();
    view.showView(state.report ? 'read' : 'edit');
    view.showStatus(PAGE.comparing.stopped);
    byId('main').focus();
  }

  #wireExport() {
    const box = /** @type {HTMLElement} */ (find(exportDialog(), '.choices'));
    /** @type {[kind: Kind, words: string[]][]} */
    const choices = COMPARISON_EXPORT_KINDS.map(kind => [kind, PAGE.comparing.exports[kind]]);
    wireChoices(box, choices, kind => {
      if (this.#current) save(exportComparison(kind, this.#current.items, this.#current.comparison));
    });
  }

  #keep() {
    const { state, clear } = this.#page;
    state.keep();
    clear();
    this.#showKept();
    byId('text').focus({ preventScroll: true });
    byId('kept').scrollIntoView({ block: 'nearest' });
  }

  #swap() {
    const { state, read } = this.#page;
    state.swap();
    this.#showKept();
    this.#isAwaited = true;
    read();
  }

  /** @param {number} text */
  #readOne(text) {
    const { state, view, read } = this.#page;
    if (text === 0) {
      state.swap();
      this.#showKept();
      read();
    }
    view.showView('read');
    byId('main').focus();
  }

  #showKept() {
    const { kept } = this.#page.state;
    byId('compare').hidden = kept !== null;
    byId('view-compare').hidden = kept === null;
    byId('kept').hidden = kept === null;
    if (kept) find(byId('kept'), 'span')?.replaceChildren(say(PAGE.comparing.kept, { title: titleOf(kept) }));
  }
}

function exportDialog() {
  return /** @type {HTMLDialogElement} */ (byId('comparison-dialog'));
}

/** @param {Comparison} comparison */
function inShort({ entities, quotations, statements }) {
  return say(PAGE.comparing.settled, {
    names: number(entities.filter(({ in: places }) => places.length > 1).length),
    quotations: number(quotations.length),
    conflicts: number(statements.filter(({ relation }) => relation === 'conflict').length),
  });
}
