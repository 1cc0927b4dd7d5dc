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

/** Sentences in the summary, unless the attribute says otherwise. */
const LENGTH = 3;

/**
 * The findings that can stand beside the text.
 *
 * @type {Record<string, { title: string, render: (text: string, report: Report, length: number) => HTMLElement }>}
 */
const PANELS = {
  summary: { title: STRINGS.summary, render: (text, report, length) => renderSummary(text, report, { length }) },
  entities: { title: STRINGS.names, render: (text, report) => renderEntities(text, report) },
  quotes: { title: STRINGS.groups.quotes, render: (text, report) => renderQuotes(text, report) },
  timeline: { title: STRINGS.timeline, render: (text, report) => renderTimeline(text, report) },
  facts: { title: STRINGS.aboutArticle, render: (text, report) => renderFacts(text, report) },
};

/**
 * One worker for all elements of a page.
 *
 * @type {import('./types.js').Analyzer | undefined}
 */
let shared;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NutgrafArticle extends Base {
  static observedAttributes = ['text', 'lang', 'reference-date', 'kinds', 'summary-length', 'panels'];

  /**
   * Set to read with another analyzer, for example one with its own place for the module.
   *
   * @type {import('./types.js').Analyzer | undefined}
   */
  static analyzer;

  /** @type {Report | null} */
  #report = null;
  /** The text of the report, and the options with which it was read. */
  #text = '';
  /** @type {{ date?: string }} */
  #options = {};
  /** @type {string | null} what the property was set to; null where the attribute or the words inside count */
  #given = null;
  #length = LENGTH;
  /** @type {AbortController | null} of the text that is read; each new one stops the one before */
  #reading = null;
  #isWaiting = false;

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
    // A text that was set before the element was defined hides the property.
    if (Object.hasOwn(this, 'text')) {
      const { text } = this;
      Reflect.deleteProperty(this, 'text');
      this.text = text;
    }
    this.#later();
  }

  disconnectedCallback() {
    this.#stop();
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
    else if (name === 'summary-length') this.#resize(this.#wantedLength());
    else this.#show();
  }

  /**
   * Reads the text now. It is called of its own accord when the text or the date changes.
   *
   * @returns {Promise<Report | null>} null if a newer text came in between, or if reading failed
   */
  async analyze() {
    this.#stop();
    const own = new AbortController();
    this.#reading = own;
    const isNewest = () => own === this.#reading;
    const { text } = this;
    const date = this.getAttribute('reference-date');
    const options = { ...(date && { date }) };
    try {
      const report = await analyzer().analyze(text, {
        ...options,
        today: today(),
        signal: own.signal,
        onProgress: (stage, share) => isNewest() && this.#showProgress(stage, share),
      });
      if (!isNewest()) return null;
      this.#text = text;
      this.#options = options;
      this.#report = report;
      this.#length = this.#wantedLength();
      this.#show();
      this.#tell('nutgraf-report', { report });
      return report;
    } catch (error) {
      const code = codeOf(error) ?? 'input';
      const message = error instanceof Error ? error.message : String(error);
      if (isNewest() && this.#tell('nutgraf-error', { code, message }, true)) console.error(error);
      return null;
    } finally {
      if (isNewest()) this.#stop();
    }
  }

  /** Gives up what is being read; nothing is heard of it any more. */
  #stop() {
    this.#reading?.abort();
    this.#reading = null;
    this.shadowRoot?.querySelector('.ng-progress')?.remove();
  }

  /** Without a text, the element is as it was before its first one. */
  #clear() {
    this.#stop();
    if (!this.#report) return;
    this.#report = null;
    this.shadowRoot?.replaceChildren(h('slot'));
  }

  /** Sentences in the summary, as the attribute has it and the report has them. */
  #wantedLength() {
    const wanted = Math.floor(Number(this.getAttribute('summary-length'))) || LENGTH;
    return Math.max(1, Math.min(wanted, this.#report?.summary.length ?? wanted));
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
    return exportReport(kind, this.#text, this.#report, { sentences: this.#length, options: this.#options });
  }

  /** Once for all changes of the same moment. */
  #later() {
    if (!this.isConnected || this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (!this.isConnected) return;
      if (this.text.trim()) this.analyze();
      else this.#clear();
    });
  }

  #show() {
    const report = this.#report;
    if (!this.shadowRoot || !report) return;
    const shown = words(this.getAttribute('panels')) ?? ['text', ...Object.keys(PANELS)];
    const article = shown.includes('text') && this.#article(report);
    const notices = report.notices.length > 0 && renderNotices(this.#text, report);
    const findings = shown.filter(name => Object.hasOwn(PANELS, name)).map(name => this.#finding(name, report));
    this.shadowRoot.replaceChildren(
      h('slot', { name: 'header' }),
      h(
        'div',
        { class: 'ng-host', part: 'host' },
        article && h('div', null, notices, article),
        findings.length > 0 && h('div', { class: 'ng-side', part: 'side' }, findings),
      ),
      h('slot', { name: 'footer' }),
    );
  }

  /** @param {Report} report */
  #article(report) {
    const kinds = words(this.getAttribute('kinds'));
    const isShown = (/** @type {string} */ kind) => !kinds || kinds.includes(kind) || kinds.includes(groupOfKind(kind));
    const article = renderArticle(this.#text, report, { isShown });
    article.setAttribute('part', 'text');
    article.setAttribute('lang', this.getAttribute('lang') ?? 'en');
    navigable(article);
    return article;
  }

  /**
   * @param {string} name
   * @param {Report} report
   */
  #finding(name, report) {
    const { title, render } = PANELS[name];
    return h(
      'section',
      { part: `panel ${name}`, 'data-panel': name },
      h('h2', { class: 'ng-title', part: 'title' }, title),
      render(this.#text, report, this.#length),
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
    if (!this.#report) return;
    this.#length = Math.max(1, Math.min(length, this.#report.summary.length));
    const panel = this.shadowRoot && find(this.shadowRoot, '[data-panel=summary]');
    if (panel) resizeSummary(panel, this.#text, this.#report, { length: this.#length });
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

function analyzer() {
  if (NutgrafArticle.analyzer) return NutgrafArticle.analyzer;
  shared ??= createAnalyzer();
  return shared;
}

/** @param {string | null} list */
function words(list) {
  return list == null ? null : list.split(/[\s,]+/).filter(Boolean);
}
