/**
 * Showing the state of the page.
 */
import { codeOf } from '../nutgraf/errors.js';
import { renderArticle } from '../nutgraf/render/article.js';
import { find, h } from '../nutgraf/render/dom.js';
import { renderFacts, renderNotices } from '../nutgraf/render/facts.js';
import { navigable } from '../nutgraf/render/keyboard-navigation.js';
import { flash, piecesOf, rowOf } from '../nutgraf/render/places.js';
import { renderQuotes } from '../nutgraf/render/quotes.js';
import { renderSummary, resizeSummary } from '../nutgraf/render/summary.js';
import { renderTimeline } from '../nutgraf/render/timeline.js';
import { counted, number } from '../nutgraf/report-view/format.js';
import { NAMED } from '../nutgraf/report-view/kinds.js';
import { isBeside } from '../nutgraf/report-view/names.js';
import { lengthOf, wordsOf } from '../nutgraf/report-view/publication.js';
import { say } from '../nutgraf/report-view/strings.js';
import { sentenceAt } from '../nutgraf/spans.js';
import { byId, inputById } from './elements.js';
import { Legend } from './legend.js';
import { NamesPanel } from './names-panel.js';
import { Side } from './side.js';
import { PAGE } from './strings.js';
import { tab } from './tab.js';

/** @typedef {import('./state.js').PageState} PageState */
/** @typedef {'read' | 'edit' | 'compare'} View */

/**
 * Each view, and the section that it is.
 *
 * @type {Record<View, string>}
 */
const VIEWS = { edit: 'compose', read: 'reading', compare: 'comparing' };

export class PageView {
  side = new Side(byId('side'));
  article = byId('text-view');
  names;
  #root = document.documentElement;
  #state;
  #legend;

  /** @param {PageState} state */
  constructor(state) {
    this.#state = state;
    this.names = new NamesPanel(this.side.panel('entities'), state);
    this.#legend = new Legend(byId('legend'), () => this.showText());
  }

  /** @param {View} which */
  showView(which) {
    this.#root.dataset.view = which;
    for (const [view, section] of Object.entries(VIEWS)) {
      byId(section).hidden = which !== view;
      byId(`view-${view}`).setAttribute('aria-pressed', String(which === view));
    }
  }

  /** @param {boolean} isThere whether there is a text in the box */
  showPresence(isThere) {
    this.#root.dataset.text = isThere ? 'yes' : 'no';
  }

  /** The forms of what came in, of which one is read. */
  showForms() {
    const { forms, source } = this.#state;
    byId('pasted').hidden = forms.length < 2;
    for (const choice of byId('pasted').querySelectorAll('input')) {
      const form = forms.find(({ name }) => name === choice.value);
      const label = /** @type {HTMLElement} */ (choice.parentElement);
      label.hidden = !form;
      choice.checked = form?.input.text === source;
    }
  }

  /** How much of the page is left out, with a way to see it. */
  showLeftOut() {
    const { leftOut, isWhole } = this.#state;
    const line = byId('left-out');
    line.hidden = leftOut === 0 && !isWhole;
    const words = isWhole ? PAGE.wholeShown : say(PAGE.leftOut, { words: counted('word', leftOut) });
    find(line, 'span')?.replaceChildren(words);
    find(line, 'button')?.replaceChildren(isWhole ? PAGE.showArticle : PAGE.showWhole);
  }

  showReport() {
    const { text, report, length } = this.#state;
    if (!report) return;
    byId('figures').replaceChildren(lengthOf(text, report));
    const date = inputById('date');
    if (document.activeElement !== date) date.value = report.article.published ?? '';
    byId('assumed').hidden = report.article.published_basis !== 'assumed';
    // A year that was assumed is told beside the date, with the buttons to put it right.
    const notices = report.notices.filter(({ code }) => code !== 'year_assumed');
    byId('notices').replaceChildren(...(notices.length ? [renderNotices(text, { notices })] : []));
    this.showUndo();
    this.showLeftOut();
    this.#legend.update(report);
    this.showText();
    this.side.fill('summary', renderSummary(text, report, { length, editable: true }));
    this.names.show();
    this.side.fill('quotes', renderQuotes(text, report, { editable: true }));
    this.side.fill('timeline', renderTimeline(text, report));
    this.side.fill('facts', renderFacts(text, report, { editable: true }));
  }

  showUndo() {
    byId('undo').hidden = !this.#state.canUndo;
  }

  showText() {
    const { text, report } = this.#state;
    if (!report) return;
    const legend = this.#legend;
    const article = renderArticle(text, report, { isShown: kind => legend.isShown(kind), hasKinds: legend.hasKinds });
    article.classList.toggle('ng-labels', legend.hasLabels);
    navigable(article);
    this.article.replaceChildren(article);
    tab.mark(text, report, kind => legend.isShown(kind));
  }

  /**
   * Opens the form for a missed name with words of the text.
   *
   * @param {{ start: number, words: string }} selected
   */
  showNameForm(selected) {
    this.side.cameFrom(this.article.querySelector('a') ?? this.article);
    this.side.show('entities');
    this.names.openForm(selected);
  }

  showLength() {
    const { text, report, length } = this.#state;
    if (report) resizeSummary(this.side.panel('summary'), text, report, { length, editable: true });
  }

  /**
   * One sentence for the settled analysis, as corrected.
   *
   * @param {number} ms
   */
  showSettled(ms) {
    const { text, report } = this.#state;
    if (!report) return;
    const told = report.entities.filter(entity => !isBeside(entity));
    const count = (/** @type {string} */ kind) => told.filter(entity => entity.kind === kind).length;
    /** @type {[Parameters<typeof counted>[0], number][]} */
    const counts = [
      ['person', count('person')],
      ['organisation', count('organisation')],
      ['quote', report.quotes.length],
    ];
    const found = counts.filter(([, n]) => n > 0).map(([what, n]) => counted(what, n));
    this.showStatus(
      say(found.length ? PAGE.settled : PAGE.settledBare, {
        words: counted('word', wordsOf(text, report)),
        ms: number(Math.max(1, Math.round(ms))),
        found: found.join(', '),
      }),
    );
  }

  /** @param {string} words */
  showStatus(words) {
    byId('status').textContent = words;
  }

  /**
   * Says how far the reading of a long text is.
   *
   * @param {number} share 0 to 1
   */
  showReading(share) {
    const bar = /** @type {HTMLProgressElement} */ (byId('reading-progress'));
    bar.value = share;
    bar.hidden = false;
  }

  /** The text is read, or will not be. */
  hideReading() {
    byId('reading-progress').hidden = true;
  }

  /**
   * Says how far loading is, unless the reader has been told something else meanwhile.
   *
   * @param {string} words
   */
  showLoading(words) {
    const status = byId('status');
    if (status.textContent !== (status.dataset.loading ?? '')) return;
    status.dataset.loading = words;
    this.showStatus(words);
  }

  /**
   * @param {unknown} error
   * @param {() => void} again what the reader may try
   */
  showProblem(error, again) {
    const code = codeOf(error);
    if (code === 'aborted') return;
    const retry = h('button', { type: 'button' }, PAGE.retry);
    retry.addEventListener('click', () => {
      this.hideProblem();
      again();
    });
    const { problems } = PAGE;
    const [what, remedy] = problems[/** @type {keyof typeof problems} */ (code)] ?? problems.other;
    const why = (error instanceof Error ? error.message : String(error)).replace(/^nutgraf: /, '');
    byId('problem').replaceChildren(h('span', null, h('strong', null, what), ' ', say(remedy, { why })), retry);
  }

  hideProblem() {
    byId('problem').replaceChildren();
  }

  /**
   * @param {number} entity
   * @param {number} mention
   */
  showMention(entity, mention) {
    this.showView('read');
    this.showSelected(entity);
    const place = this.#state.report?.entities[entity].mentions[mention];
    if (place && tab.show(place)) return;
    const pieces = piecesOf(this.article, { entity, mention });
    if (pieces.length || !place) flash(pieces);
    else this.showPlace(place.start);
  }

  /** @param {number} sentence */
  showSentence(sentence) {
    const place = this.#state.report?.sentences[sentence];
    if (place && tab.show(place)) return;
    flash(piecesOf(this.article, { sentence }));
  }

  /**
   * The sentence around a place: for words that are not marked.
   *
   * @param {number} start
   */
  showPlace(start) {
    const sentence = this.#sentenceAt(start);
    if (sentence >= 0) this.showSentence(sentence);
  }

  /**
   * The same in the text of the page itself, which the tab beside it no longer shows.
   *
   * @param {import('../nutgraf/types.js').Span} place
   */
  showHere({ start }) {
    this.side.show('text');
    flash(piecesOf(this.article, { sentence: this.#sentenceAt(start) }));
  }

  /** @param {number} start */
  #sentenceAt(start) {
    const { report } = this.#state;
    return report ? sentenceAt(report, start) : -1;
  }

  /** @param {number} entity */
  showSelected(entity) {
    this.hideSelected();
    for (const link of this.article.querySelectorAll(`[data-entity="${entity}"]`)) link.classList.add('ng-selected');
  }

  hideSelected() {
    for (const link of this.article.querySelectorAll('.ng-selected')) link.classList.remove('ng-selected');
  }

  /**
   * What was found about an entity, beside the text.
   *
   * @param {number} entity
   * @param {number} mention
   * @param {HTMLElement} from where Esc goes back to
   */
  showEntity(entity, mention, from) {
    const found = this.#state.report?.entities[entity];
    if (!found) return;
    this.side.cameFrom(from);
    this.showSelected(entity);
    if (!NAMED.has(found.kind)) {
      const panel = found.kind === 'date' || found.kind === 'time' ? 'timeline' : 'facts';
      this.side.show(panel);
      const row = rowOf(this.side.panel(panel), found, mention);
      (row ?? this.side.panel(panel)).focus({ preventScroll: true });
      if (row) flash([row]);
      return;
    }
    this.side.show('entities');
    this.names.openCard(entity, mention);
  }

  /** Lets the reader say what each paragraph is, from the first on. */
  showParagraphs() {
    this.showView('read');
    if (this.side.isSheet()) this.side.show('text');
    this.#legend.showKinds();
    this.showText();
    find(this.article, '[data-role=block-kind]')?.focus();
  }

  /**
   * Puts the reader back at the choice of a paragraph, which may be built anew.
   *
   * @param {number} start
   */
  focusParagraph(start) {
    const choice = find(this.article, `[data-role=block-kind][data-start="${start}"]`);
    const fold = /** @type {HTMLDetailsElement | null} */ (choice?.closest('details') ?? null);
    if (fold) fold.open = true;
    choice?.focus({ preventScroll: true });
  }

  /**
   * Puts the reader where the speaker of a quote is changed.
   *
   * @param {number} quote
   */
  focusQuote(quote) {
    const form = find(this.side.panel('quotes'), `[data-quote-card="${quote}"] .ng-change-speaker > summary`);
    form?.focus({ preventScroll: true });
    form?.scrollIntoView({ block: 'nearest' });
  }
}
