/**
 * What the reader has chosen and what was found; everything on the page follows from it. Nothing is shown from here.
 */
import { applyCorrections } from '../nutgraf/corrections.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').Hint} Hint */
/** @typedef {import('./input.js').Input} Input */

/** Sentences in the summary of a new article. */
const LENGTH = 3;

export class PageState {
  /** @type {Hint[]} */
  hints = [];
  /** @type {string | null} the day the reader gave */
  date = null;
  /** @type {Correction[]} */
  corrections = [];
  /** The text of the report. */
  text = '';
  /** @type {Report | null} with the corrections */
  report = null;
  /** Sentences in the summary. */
  length = LENGTH;
  /** What the names must hold to be listed. */
  filter = '';
  /** @type {Input | null} what "New" has put away */
  cleared = null;
  /** @type {Report | null} as it was found */
  #found = null;
  /** @type {Input[]} the page and the plain form of what was pasted */
  #forms = [];

  /** The options with which the text is read. */
  get options() {
    const { date, hints } = this;
    return { ...(date && { date }), ...(hints.length && { hints }) };
  }

  /** What is on the page, for whoever makes files and links of it; null while there is no report. */
  get shown() {
    const { text, report, corrections, options, length } = this;
    return report && { text, report, corrections, options, length };
  }

  /**
   * Another article.
   *
   * @param {Input} input
   * @param {Input | null} other the plain form, if there are two
   */
  take(input, other) {
    this.#set(input);
    this.corrections = input.corrections ?? [];
    this.#forms = other ? [input, other] : [];
    this.filter = '';
    this.length = LENGTH;
    this.cleared = null;
  }

  /**
   * Another form of what was pasted.
   *
   * @param {'page' | 'plain'} which
   */
  takeForm(which) {
    const form = this.#forms[which === 'page' ? 0 : 1] ?? null;
    if (form) this.#set(form);
    return form;
  }

  /** The reader has typed: what the source said about its blocks no longer holds. */
  type() {
    this.hints = [];
    this.#forms = [];
    this.cleared = null;
  }

  /** Forgets the article. */
  clear() {
    this.#set({ text: '', hints: [], date: null });
    this.corrections = [];
    this.#forms = [];
    this.filter = '';
    this.text = '';
    this.#found = null;
    this.report = null;
  }

  /** Forgets the article, but not for good. */
  putAway() {
    const { text, hints, date, corrections } = this;
    this.clear();
    this.cleared = text ? { text, hints, date, corrections } : null;
  }

  /**
   * @param {string} text
   * @param {Report} found
   */
  find(text, found) {
    this.text = text;
    this.#found = found;
    this.#apply();
  }

  /** @param {Correction} correction */
  correct(correction) {
    this.corrections = [...this.corrections, correction];
    this.#apply();
  }

  /** Takes the last correction back. */
  undo() {
    this.corrections = this.corrections.slice(0, -1);
    this.#apply();
  }

  /** @param {number} length sentences in the summary */
  resize(length) {
    this.length = Math.max(1, Math.min(length, this.report?.summary.length ?? length));
  }

  /** @param {Input} input */
  #set({ hints, date }) {
    this.hints = hints;
    this.date = date;
  }

  #apply() {
    this.report = this.#found && applyCorrections(this.#found, this.corrections);
    this.resize(this.length);
  }
}
