/**
 * `<nutgraf-article>`: an article with its marks and findings, for any page. Importing this file defines nothing; see
 * define.js. It can be imported where there is no DOM.
 */
import { exportReport } from './export/index.js';
import { createAnalyzer } from './index.js';
import { renderArticle } from './render/article.js';
import { h } from './render/dom.js';
import { renderEntities } from './render/entities.js';
import { renderFacts, renderNotices } from './render/facts.js';
import { groupOfKind } from './render/kinds.js';
import { renderQuotes } from './render/quotes.js';
import { elementSheet, viewSheet } from './render/sheets.js';
import { STRINGS } from './render/strings.js';
import { renderSummary, resizeSummary } from './render/summary.js';
import { renderTimeline } from './render/timeline.js';
import { flash, piecesOf, walkable } from './render/walk.js';

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

/** One worker for all elements of a page. */
/** @type {ReturnType<typeof createAnalyzer> | undefined} */
let shared;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NutgrafArticle extends Base {
  static observedAttributes = ['text', 'lang', 'reference-date', 'kinds', 'summary-length', 'panels', 'theme'];

  /** Set to read with another analyzer, for example one with its own place for the module. */
  /** @type {import('./types.js').Analyzer | undefined} */
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
    const own = this.#asked += 1;
    const text = this.text;
    try {
      const report = await analyzer().analyze(text, { date: this.getAttribute('reference-date') });
      if (own !== this.#asked) return null;
      this.#text = text;
      this.#report = report;
      this.#length = Math.max(1, Number(this.getAttribute('summary-length')) || 3);
      this.#show();
      this.#tell('nutgraf-report', { report });
      return report;
    } catch (error) {
      const { code = 'input', message } = /** @type {any} */ (error);
      if (own === this.#asked && this.#tell('nutgraf-error', { code, message }, true)) console.error(error);
      return null;
    }
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
    const sides = shown.filter(name => Object.hasOwn(RENDER, name)).map(name => h('section', { part: `panel ${name}`, 'data-panel': name },
      h('h2', { class: 'ng-title', part: 'title' }, TITLES[name]), RENDER[name](text, report, this.#length)));
    const article = shown.includes('text') && renderArticle(text, report, { isShown });
    if (article) {
      article.setAttribute('part', 'text');
      article.setAttribute('lang', this.getAttribute('lang') ?? 'en');
      walkable(article);
    }
    root.replaceChildren(h('slot', { name: 'header' }), h('div', { class: 'ng-host', part: 'host' },
      article && h('div', null, report.notices.length > 0 && renderNotices(text, report), article),
      sides.length > 0 && h('div', { class: 'ng-side', part: 'side' }, sides)), h('slot', { name: 'footer' }));
  }

  /** @param {ShadowRoot} root */
  #listen(root) {
    root.addEventListener('click', event => {
      const target = /** @type {HTMLElement} */ (event.target);
      const link = /** @type {HTMLElement | null} */ (target.closest('a'));
      if (link?.getAttribute('href')?.startsWith('#')) {
        event.preventDefault();
        this.#follow(link);
      }
      const button = /** @type {HTMLElement | null} */ (target.closest('button'));
      const role = button?.dataset.role;
      if (role === 'shorter' || role === 'longer') this.#resize(this.#length + (role === 'longer' ? 1 : -1));
      if (button && (role === 'next' || role === 'previous')) this.#step(button, role === 'next' ? 1 : -1);
    });
    root.addEventListener('input', event => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      if (input.dataset.role === 'length') this.#resize(Number(input.value));
    });
  }

  /** @param {HTMLElement} link */
  #follow(link) {
    const root = /** @type {any} */ (this.shadowRoot);
    const { sentence, start } = link.dataset;
    const card = /** @type {HTMLElement | null} */ (link.closest('.ng-card'));
    const entity = link.dataset.entity ?? card?.dataset.entity;
    if (entity != null) {
      const mention = Number(link.dataset.mention ?? 0);
      if (card || !link.classList.contains('ng-mention')) flash(piecesOf(root, { entity: Number(entity), mention }));
      else this.#openCard(Number(entity));
      const found = this.#report?.entities[Number(entity)];
      if (found) this.#tell('nutgraf-select', { kind: 'entity', id: found.id, span: spanOf(found.mentions[mention]) });
    } else if (sentence != null) {
      const index = Number(sentence);
      flash(piecesOf(root, { sentence: index }));
      if (this.#report) this.#tell('nutgraf-select', { kind: 'sentence', id: index, span: spanOf(this.#report.sentences[index]) });
    } else if (start != null) {
      this.#tell('nutgraf-select', { kind: 'place', id: null, span: { start: Number(start), end: Number(start) } });
    }
  }

  /** @param {number} entity */
  #openCard(entity) {
    const card = /** @type {HTMLDetailsElement | null | undefined} */ (this.shadowRoot?.querySelector(`.ng-card[data-entity="${entity}"]`));
    if (!card) return;
    card.open = true;
    card.querySelector('summary')?.focus();
  }

  /**
   * @param {HTMLElement} button
   * @param {number} by
   */
  #step(button, by) {
    const card = /** @type {HTMLElement | null} */ (button.closest('.ng-card'));
    const entity = this.#report?.entities[Number(card?.dataset.entity)];
    if (!card || !entity) return;
    const count = entity.mentions.length;
    const mention = (Number(card.dataset.position ?? 0) + by + count) % count;
    card.dataset.position = String(mention);
    const position = card.querySelector('[data-role=position]');
    if (position) position.textContent = `${mention + 1} / ${count}`;
    flash(piecesOf(/** @type {any} */ (this.shadowRoot), { entity: entity.id, mention }));
  }

  /** @param {number} length */
  #resize(length) {
    const panel = /** @type {HTMLElement | null | undefined} */ (this.shadowRoot?.querySelector('[data-panel=summary]'));
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
const TITLES = { summary: STRINGS.summary, entities: STRINGS.names, quotes: STRINGS.groups.quotes, timeline: STRINGS.timeline, facts: STRINGS.aboutArticle };

function analyzer() {
  return NutgrafArticle.analyzer ?? (shared ??= createAnalyzer());
}

/** @param {string | null} list */
function words(list) {
  return list == null ? null : list.split(/[\s,]+/).filter(Boolean);
}

/** @param {{ start: number, end: number }} span */
function spanOf({ start, end }) {
  return { start, end };
}
