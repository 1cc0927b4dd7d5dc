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
 * @param {object} callbacks
 * @param {(text: string, report: import('../nutgraf/types.js').Report, ms: number) => void} callbacks.onReport
 * @param {(error: unknown) => void} callbacks.onError
 * @param {(loaded: number, total: number) => void} callbacks.onDownload
 * @param {(share: number) => void} callbacks.onProgress told of a text that takes a while
 * @param {() => void} callbacks.onEnd nothing is read any more
 */
export function makeReader({ onReport, onError, onDownload, onProgress, onEnd }) {
  const analyzer = createAnalyzer({ timeoutMs: TIMEOUT_MS, onProgress: onDownload, ...assets() });
  /** @type {AbortController | undefined} */
  let current;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /**
   * @param {string} text
   * @param {Options} options
   */
  const now = async (text, options) => {
    clearTimeout(waiting);
    current?.abort();
    const own = new AbortController();
    current = own;
    const started = performance.now();
    try {
      const report = await analyzer.analyze(text, {
        ...options,
        signal: own.signal,
        onProgress: (_stage, share) => own === current && share > 0 && onProgress(share),
      });
      if (own === current) onReport(text, report, performance.now() - started);
    } catch (error) {
      if (own === current) onError(error);
    } finally {
      if (own === current) onEnd();
    }
  };

  return {
    now,

    /**
     * @param {string} text
     * @param {Options} options
     */
    soon(text, options) {
      clearTimeout(waiting);
      waiting = setTimeout(now, WAIT_MS, text, options);
    },

    /** Forgets what is under way. */
    stop() {
      clearTimeout(waiting);
      current?.abort();
      current = undefined;
      onEnd();
    },

    /** Loads the module ahead of the first text. */
    warm() {
      return analyzer.ready();
    },
  };
}
