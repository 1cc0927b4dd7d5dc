/**
 * Reading while the reader types: a short wait after the last key, and only the newest text counts.
 */
import { createAnalyzer } from '../nutgraf/index.js';
import { assets } from './assets.js';

const WAIT_MS = 150;
/** Reading that takes longer is stopped. */
const TIMEOUT_MS = 20_000;

/** @typedef {import('../nutgraf/types.js').AnalyzeOptions} Options */

/**
 * @typedef {object} Listener
 * @property {(text: string, report: import('../nutgraf/types.js').Report, ms: number) => void} onReport
 * @property {(error: unknown) => void} onError
 * @property {(loaded: number, total: number) => void} onDownload
 * @property {(share: number) => void} onProgress told of a text that takes a while
 * @property {() => void} onEnd nothing is read any more
 */

export class Reader {
  #listener;
  #analyzer;
  /** @type {AbortController | undefined} */
  #current;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#analyzer = createAnalyzer({ timeoutMs: TIMEOUT_MS, onProgress: listener.onDownload, ...assets() });
  }

  /** Loads the module ahead of the first text. */
  warm() {
    return this.#analyzer.ready();
  }

  /**
   * @param {string} text
   * @param {Options} options
   */
  soon(text, options) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.now(text, options), WAIT_MS);
  }

  /**
   * @param {string} text
   * @param {Options} options
   */
  async now(text, options) {
    const own = this.#begin();
    const isNewest = () => own === this.#current;
    const { onReport, onError, onProgress, onEnd } = this.#listener;
    const started = performance.now();
    try {
      const report = await this.#analyzer.analyze(text, {
        ...options,
        signal: own.signal,
        onProgress: (_stage, share) => isNewest() && share > 0 && onProgress(share),
      });
      if (isNewest()) onReport(text, report, performance.now() - started);
    } catch (error) {
      if (isNewest()) onError(error);
    } finally {
      if (isNewest()) onEnd();
    }
  }

  /**
   * What articles have in common, and in what they differ.
   *
   * @param {{ text: string, report: import('../nutgraf/types.js').Report }[]} items
   */
  compare(items) {
    return this.#analyzer.compareReports(items);
  }

  /** Forgets what is under way. */
  stop() {
    this.#giveUp();
    this.#current = undefined;
    this.#listener.onEnd();
  }

  #begin() {
    this.#giveUp();
    this.#current = new AbortController();
    return this.#current;
  }

  #giveUp() {
    clearTimeout(this.#waiting);
    this.#current?.abort();
  }
}
