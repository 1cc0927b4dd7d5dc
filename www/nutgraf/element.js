/**
 * `<nutgraf-article>`: an article with its marks and findings, for any page. Importing this file defines nothing; see
 * define.js. It can be imported where there is no DOM.
 */
import { today } from './days.js';
import { codeOf } from './errors.js';
import { exportReport } from './export/index.js';
import { createAnalyzer } from './index.js';
import { renderArticle } from './render/article.js';
import { followCard, openCard } from './render/card-position.js';
import { closest, find, h } from './render/dom.js';
import { renderEntities } from './render/entities.js';
import { renderFacts, renderNotices } from './render/facts.js';
import { navigable } from './render/keyboard-navigation.js';
import { flash, piecesOf, rowOf } from './render/places.js';
import { renderQuotes } from './render/quotes.js';
import { elementSheet, viewSheet } from './render/sheets.js';
import { renderSummary, resizeSummary } from './render/summary.js';
import { renderTimeline } from './render/timeline.js';
import { groupOfKind } from './report-view/kinds.js';
import { STRINGS } from './report-view/strings.js';

/** @typedef {import('./types.js').Report} Report */

const PANELS = /** @type {const} */ (['text', 'summary', 'entities', 'quotes', 'timeline', 'facts']);

/** @type {Record<string, (text: string, report: Report, length: number) => HTMLElement>} */
const RENDER = {
  summary: (text, report, length) => renderSummary(text, report, { length }),
  entities: (text, report) => renderEntities(text, report),
  quotes: (text, report) => renderQuotes(text, report),
  timeline: (text, report) => renderTimeline(text, report),
  facts: (text, report) => renderFacts(text, report),
};

/**
 * One worker for all elements of a page.
 *
 * @type {import('./types.js').Analyzer | undefined}
 */
let shared;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NutgrafArticle extends Base {
  static observedAttributes = ['text', 'lang', 'reference-date', 'kinds', 'summary-length', 'panels', 'theme'];

  /**
   * Set to read with another analyzer, for example one with its own place for the module.
   *
   * @type {import('./types.js').Analyzer | undefined}
   */
  static analyzer;

  /** @type {Report | null} */
  #report = null;
  #text = '';
  /** @type {string | null} */
  #given = null;
  #length = 3;
  #asked = 0;
  #waiting = false;

  /** What was found, or null while nothing was read. */
  get report() {
    return this.#report;
  }

  /** The text to read: set here or by the attribute, else the words inside the element. */
  get text() {
    return this.#given ?? this.getAttribute('text') ?? this.textContent ?? '';
  }

  set text(text) {
    this.#given = text;
    this.#later();
  }

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [viewSheet(), elementSheet()];
    if (!root.childElementCount) {
      root.append(h('slot'));
      this.#listen(root);
    }
    this.#later();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'text') this.#given = null;
    if (name === 'text' || name === 'reference-date') this.#later();
    else this.#show();
  }

  /**
   * Reads the text now. It is called of its own accord when the text or the date changes.
   *
   * @returns {Promise<Report | null>} null if a newer text came in between, or if reading failed
   */
  async analyze() {
    this.#asked += 1;
    const own = this.#asked;
    const text = this.text;
    try {
      const report = await analyzer().analyze(text, {
        date: this.getAttribute('reference-date'),
        today: today(),
        onProgress: (stage, share) => own === this.#asked && this.#showProgress(stage, share),
      });
      if (own !== this.#asked) return null;
      this.#text = text;
      this.#report = report;
      this.#length = Math.max(1, Number(this.getAttribute('summary-length')) || 3);
      this.#show();
      this.#tell('nutgraf-report', { report });
      return report;
    } catch (error) {
      const code = codeOf(error) ?? 'input';
      const message = error instanceof Error ? error.message : String(error);
      if (own === this.#asked && this.#tell('nutgraf-error', { code, message }, true)) console.error(error);
      return null;
    } finally {
      if (own === this.#asked) this.shadowRoot?.querySelector('.ng-progress')?.remove();
    }
  }

  /**
   * A bar for a text that takes a while: a short one is read before it would be seen.
   *
   * @param {import('./types.js').Stage} stage
   * @param {number} share
   */
  #showProgress(stage, share) {
    this.#tell('nutgraf-progress', { stage, share });
    if (share === 0) return;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const bar =
      root.querySelector('.ng-progress') ?? h('progress', { class: 'ng-progress', part: 'progress', max: '1' });
    bar.setAttribute('value', String(share));
    bar.setAttribute('aria-label', STRINGS.reading);
    if (!bar.isConnected) root.prepend(bar);
  }

  /**
   * A file made from the report.
   *
   * @param {import('./types.js').ExportKind} kind
   */
  export(kind) {
    if (!this.#report) throw new RangeError('nutgraf: there is no report yet. Wait for the event nutgraf-report.');
    return exportReport(kind, this.#text, this.#report, { sentences: this.#length });
  }

  /** Once for all changes of the same moment. */
  #later() {
    if (!this.isConnected || this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.isConnected && this.text.trim()) this.analyze();
    });
  }

  #show() {
    const [root, report, text] = [this.shadowRoot, this.#report, this.#text];
    if (!root || !report) return;
    const shown = words(this.getAttribute('panels')) ?? [...PANELS];
    const kinds = words(this.getAttribute('kinds'));
    const isShown = (/** @type {string} */ kind) => !kinds || kinds.includes(kind) || kinds.includes(groupOfKind(kind));
    const sides = shown
      .filter(name => Object.hasOwn(RENDER, name))
      .map(name =>
        h(
          'section',
          { part: `panel ${name}`, 'data-panel': name },
          h('h2', { class: 'ng-title', part: 'title' }, TITLES[name]),
          RENDER[name](text, report, this.#length),
        ),
      );
    const article = shown.includes('text') && renderArticle(text, report, { isShown });
    if (article) {
      article.setAttribute('part', 'text');
      article.setAttribute('lang', this.getAttribute('lang') ?? 'en');
      navigable(article);
    }
    root.replaceChildren(
      h('slot', { name: 'header' }),
      h(
        'div',
        { class: 'ng-host', part: 'host' },
        article && h('div', null, report.notices.length > 0 && renderNotices(text, report), article),
        sides.length > 0 && h('div', { class: 'ng-side', part: 'side' }, sides),
      ),
      h('slot', { name: 'footer' }),
    );
  }

  /** @param {ShadowRoot} root */
  #listen(root) {
    root.addEventListener('click', event => {
      const inCard = followCard(event.target);
      if (inCard) flash(piecesOf(root, inCard));
      const link = closest(event.target, 'a[href^="#"]');
      if (link) {
        event.preventDefault();
        this.#follow(root, link, inCard);
      }
      const role = closest(event.target, 'button')?.dataset.role;
      if (role === 'shorter' || role === 'longer') this.#resize(this.#length + (role === 'longer' ? 1 : -1));
    });
    root.addEventListener('input', event => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      if (input.dataset.role === 'length') this.#resize(Number(input.value));
    });
  }

  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement} link
   * @param {{ entity: number, mention: number } | null} inCard the mention that the link leads to from inside a card
   */
  #follow(root, link, inCard) {
    const { entity, mention, sentence, start } = link.dataset;
    if (inCard) {
      this.#tellMention(inCard);
    } else if (entity != null) {
      const place = { entity: Number(entity), mention: Number(mention ?? 0) };
      if (link.classList.contains('ng-mention')) this.#openFinding(root, place);
      else flash(piecesOf(root, place));
      this.#tellMention(place);
    } else if (sentence != null) {
      const id = Number(sentence);
      flash(piecesOf(root, { sentence: id }));
      this.#tellSelected({ kind: 'sentence', id, span: this.#report?.sentences[id] });
    } else if (start != null) {
      this.#tellSelected({ kind: 'place', id: null, span: { start: Number(start), end: Number(start) } });
    }
  }

  /**
   * The card of a name, or the row of a date or an amount.
   *
   * @param {ShadowRoot} root
   * @param {{ entity: number, mention: number }} place
   */
  #openFinding(root, { entity, mention }) {
    const found = this.#report?.entities[entity];
    if (!found || openCard(root, entity, mention)) return;
    const row = rowOf(root, found, mention);
    if (row) flash([row]);
  }

  /** @param {{ entity: number, mention: number }} place */
  #tellMention({ entity, mention }) {
    this.#tellSelected({ kind: 'entity', id: entity, span: this.#report?.entities[entity]?.mentions[mention] });
  }

  /** @param {{ kind: string, id: number | null, span: { start: number, end: number } | undefined }} selected */
  #tellSelected({ kind, id, span }) {
    if (span) this.#tell('nutgraf-select', { kind, id, span: { start: span.start, end: span.end } });
  }

  /** @param {number} length */
  #resize(length) {
    const panel = this.shadowRoot && find(this.shadowRoot, '[data-panel=summary]');
    if (!panel || !this.#report) return;
    this.#length = Math.max(1, Math.min(length, this.#report.summary.length));
    resizeSummary(panel, this.#text, this.#report, { length: this.#length });
  }

  /**
   * @param {string} name
   * @param {object} detail plain data
   * @param {boolean} [cancelable]
   * @returns {boolean} whether no listener called `preventDefault()`
   */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }
}

/** @type {Record<string, string>} */
const TITLES = {
  summary: STRINGS.summary,
  entities: STRINGS.names,
  quotes: STRINGS.groups.quotes,
  timeline: STRINGS.timeline,
  facts: STRINGS.aboutArticle,
};

function analyzer() {
  if (NutgrafArticle.analyzer) return NutgrafArticle.analyzer;
  shared ??= createAnalyzer();
  return shared;
}

/** @param {string | null} list */
function words(list) {
  return list == null ? null : list.split(/[\s,]+/).filter(Boolean);
}
