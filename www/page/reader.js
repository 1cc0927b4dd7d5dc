/**
 * Reading while the reader types: a short wait after the last key, and only the newest text counts.
 */
import { createAnalyzer } from '../nutgraf/index.js';
import { setup } from './setup.js';

const WAIT_MS = 150;
/** Reading that takes longer is stopped. */
const TIMEOUT_MS = 20_000;

/** @typedef {{ text: string, date: string | null, hints: import('../nutgraf/types.js').Hint[] }} Request */

/**
 * The options that the reader has chosen.
 *
 * @param {Pick<Request, 'date' | 'hints'>} request
 */
export function optionsOf({ date, hints }) {
  return { ...(date && { date }), ...(hints.length && { hints }) };
}

/**
 * @param {object} callbacks
 * @param {(request: Request, report: import('../nutgraf/types.js').Report, ms: number) => void} callbacks.onReport
 * @param {(error: any) => void} callbacks.onError
 * @param {(loaded: number, total: number) => void} callbacks.onProgress
 */
export function makeReader({ onReport, onError, onProgress }) {
  const analyzer = createAnalyzer({ timeoutMs: TIMEOUT_MS, onProgress, ...setup() });
  /** @type {AbortController | undefined} */
  let current;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {Request} request */
  const now = async request => {
    clearTimeout(waiting);
    current?.abort();
    const own = current = new AbortController();
    const started = performance.now();
    try {
      const report = await analyzer.analyze(request.text, { ...optionsOf(request), signal: own.signal });
      if (own === current) onReport(request, report, performance.now() - started);
    } catch (error) {
      if (own === current) onError(error);
    }
  };

  return {
    now,

    /** @param {Request} request */
    soon(request) {
      clearTimeout(waiting);
      waiting = setTimeout(now, WAIT_MS, request);
    },

    /** Forgets what is under way. */
    stop() {
      clearTimeout(waiting);
      current?.abort();
      current = undefined;
    },

    /** Loads the module ahead of the first text. */
    warm() {
      return analyzer.ready();
    },
  };
}
