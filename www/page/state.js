/**
 * What the reader has chosen and what was found; everything on the page follows from it. Nothing is shown from here.
 */
import { correctOptions } from '../nutgraf/correct-options.js';
import { applyCorrections } from '../nutgraf/corrections.js';
import { today } from '../nutgraf/days.js';
import { movedBy } from '../nutgraf/places-in-text.js';
import { wordsAt } from '../nutgraf/spans.js';
import { countWords } from '../nutgraf/summarize.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').Hint} Hint */
/** @typedef {import('./input.js').Input} Input */
/** @typedef {import('./input.js').Form} Form */

/**
 * An article that was put aside, with what was found, as corrected.
 *
 * @typedef {{ text: string, report: Report, input: Input }} Kept
 */

/** Sentences in the summary of a new article. */
const LENGTH = 3;

export class PageState {
  /** The text in the box. */
  source = '';
  /** @type {Hint[]} what the source says about its blocks */
  hints = [];
  /** @type {string | null} the day that the source gives, beside its text */
  date = null;
  /** Where the article is published. */
  url = '';
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
  /** @type {Input | null} the article before this one */
  last = null;
  /** @type {Kept | null} the article that this one is compared with */
  kept = null;
  /** @type {Report | null} as it was found */
  #found = null;
  /** @type {Form[]} the forms of what came in */
  forms = [];

  /** The options with which the text is read. */
  get options() {
    const { date, undated, hints } = correctOptions(this, this.corrections, this.source);
    return { today: today(), ...(date && { date }), ...(undated && { undated }), ...(hints.length && { hints }) };
  }

  /** What is on the page, for whoever makes files and links of it; null while there is no report. */
  get shown() {
    const { text, report, corrections, date, hints, url, length } = this;
    const options = { ...(date && { date }), ...(hints.length && { hints }) };
    return report && { text, report, corrections, options, url, length };
  }

  /** Whether there is something to take back. */
  get canUndo() {
    return this.corrections.length > 0 || this.last !== null;
  }

  /**
   * Another article. The one before it is kept, so that the reader can go back.
   *
   * @param {Form[]} forms of which the first is read
   */
  take(forms) {
    const last = this.#input();
    this.#set(forms[0].input);
    this.forms = forms;
    this.filter = '';
    this.length = LENGTH;
    this.last = last ?? this.last;
  }

  /** The article before this one, which is forgotten. */
  takeBack() {
    const { last } = this;
    this.clear();
    this.last = null;
    return last;
  }

  /**
   * Another form of what came in; what the reader put right stays.
   *
   * @param {Form['name']} name
   */
  takeForm(name) {
    const form = this.forms.find(form => form.name === name);
    if (form) this.#set({ ...form.input, corrections: this.corrections, url: this.url });
  }

  /** Whether the whole page is read, though its article could be read alone. */
  get isWhole() {
    const isRead = (/** @type {Form['name']} */ name) =>
      this.forms.some(form => form.name === name && form.input.text === this.source);
    return isRead('whole') && !isRead('article') && this.forms.some(({ name }) => name === 'article');
  }

  /** How many words of the page are left out in the form that is read. */
  get leftOut() {
    const whole = this.forms.find(({ name }) => name === 'whole');
    return whole ? Math.max(0, countWords(whole.input.text) - countWords(this.source)) : 0;
  }

  /**
   * The reader has typed. What the source and the reader said about paragraphs holds where they were not cut.
   *
   * @param {string} text
   */
  type(text) {
    const moved = movedBy(this.source, text);
    this.hints = this.hints.flatMap(hint => {
      const place = moved(hint);
      return place ? [{ ...hint, ...place }] : [];
    });
    this.corrections = this.corrections.map(correction => movedCorrection(correction, moved, text));
    this.source = text;
    this.forms = [];
    this.last = null;
  }

  /** Forgets the article. */
  clear() {
    this.#set({ text: '', hints: [], date: null });
    this.forms = [];
    this.filter = '';
    this.text = '';
    this.#found = null;
    this.report = null;
  }

  /** Puts the article aside, to be compared with the next one. */
  keep() {
    this.kept = this.#kept();
    this.clear();
    this.last = null;
  }

  /** The article that was put aside comes back, and this one is put aside for it. */
  swap() {
    const { kept } = this;
    if (!kept) return;
    this.kept = this.#kept() ?? kept;
    this.#set(kept.input);
    this.forms = [];
    this.last = null;
  }

  /** Forgets the article, but not for good. */
  putAway() {
    const last = this.#input();
    this.clear();
    this.last = last;
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

  /**
   * @param {Correction} correction
   * @param {Correction | null} [instead] one that was only on the way to this one
   */
  correct(correction, instead = null) {
    this.corrections = [...this.corrections.filter(given => given !== instead), correction];
    this.#apply();
  }

  /** Takes the last correction back, and returns it. */
  undo() {
    const last = this.corrections.at(-1);
    this.corrections = this.corrections.slice(0, -1);
    this.#apply();
    return last;
  }

  /** @param {number} length sentences in the summary */
  resize(length) {
    this.length = Math.max(1, Math.min(length, this.report?.summary.length ?? length));
  }

  /** @param {Input} input */
  #set({ text, hints, date, corrections = [], url = '' }) {
    this.source = text;
    this.hints = hints;
    this.date = date;
    this.corrections = corrections;
    this.url = url;
  }

  /**
   * The article as it can be taken again; null if there is none.
   *
   * @returns {Input | null}
   */
  #input() {
    const { source: text, hints, date, corrections, url } = this;
    return text.trim() ? { text, hints, date, corrections, url } : null;
  }

  #kept() {
    const { text, report } = this;
    const input = this.#input();
    return report && input && { text, report, input };
  }

  #apply() {
    this.report = this.#found && applyCorrections(this.#found, this.corrections, this.text);
    this.resize(this.length);
  }
}

/**
 * A correction where its words are after an edit. One of a whole paragraph follows the paragraph through small changes.
 *
 * @param {Correction} correction
 * @param {ReturnType<typeof movedBy>} moved
 * @param {string} text
 * @returns {Correction}
 */
function movedCorrection(correction, moved, text) {
  if (!('start' in correction)) return correction;
  const { start, words = '' } = correction;
  const place = moved({ start, end: start + Math.max(1, words.length) });
  if (!place) return correction;
  if (correction.op !== 'block') return { ...correction, start: place.start };
  return { ...correction, start: place.start, words: wordsAt(text, place) };
}
