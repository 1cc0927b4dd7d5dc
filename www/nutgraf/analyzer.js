/**
 * The analyzer: one worker that is started when needed, asked one thing at a time, and replaced when it hangs, traps or
 * has grown too large. Where there is no worker, the same questions are answered in this thread.
 */
import { checkCount, checkOptions, checkText } from './check.js';
import { NutgrafError } from './errors.js';
import { connect } from './link.js';
import { selectSummary } from './select.js';
import { trustedScript } from './trusted.js';

/** A worker whose module holds more than this is replaced before the next text; memory of a module never shrinks. */
const MOST_MEMORY = 64 << 20;
const TIMEOUT_MS = 30_000;

/**
 * Where things are, which differs between browsers, Node and others.
 *
 * @typedef {object} Home
 * @property {() => any} wasm the default place of the module
 * @property {(() => URL) | null} worker the default place of the worker, or null where there are none
 * @property {() => Promise<any>} local loads the functions for this thread
 */

/**
 * @param {Home} home
 * @param {import('./types.js').AnalyzerOptions} [options]
 * @returns {import('./types.js').Analyzer}
 */
export function makeAnalyzer(home, options = {}) {
  const { wasm, worker, signal, onProgress, timeoutMs = TIMEOUT_MS, maxChars } = options;
  checkCount('timeoutMs', timeoutMs);
  const open = opener(home, worker);
  /** @type {any} what to start a worker from; a compiled module after the first start */
  let source;
  /** @type {Promise<Backend> | undefined} */
  let backend;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  let disposed = false;
  /** @type {'worker' | 'main' | null} */
  let thread = null;

  const analyzer = {
    /** Where texts are read, once that is known. */
    get thread() {
      return thread;
    },

    /** Loads everything now instead of with the first text. */
    async ready() {
      refuseIfDisposed();
      await start();
    },

    /**
     * @param {string} text
     * @param {import('./types.js').RequestOptions} [given]
     * @returns {Promise<import('./types.js').Report>}
     */
    async analyze(text, given = {}) {
      checkText(text);
      checkOptions(given);
      const { signal: own, ...rest } = given;
      const options = { maxChars, ...rest };
      refuseIfDisposed();
      const turn = queue.then(() => {
        refuseIfAborted(own);
        refuseIfDisposed();
        return read(text, options);
      });
      queue = turn.catch(() => {});
      return JSON.parse(await abortable(turn, own));
    },

    /** @type {import('./types.js').Analyzer['entities']} */
    async entities(text, options) {
      return (await analyzer.analyze(text, options)).entities;
    },

    /** @type {import('./types.js').Analyzer['quotes']} */
    async quotes(text, options) {
      return (await analyzer.analyze(text, options)).quotes;
    },

    /** @type {import('./types.js').Analyzer['summary']} */
    async summary(text, { sentences, words, share, ...rest } = {}) {
      const report = await analyzer.analyze(text, rest);
      return selectSummary(report, { sentences, words, share }, text).map(s => text.slice(s.start, s.end));
    },

    /** Ends the worker and everything under way. */
    dispose() {
      if (disposed) return;
      disposed = true;
      stop(new NutgrafError('disposed', 'nutgraf: the analyzer was disposed of. Make a new one with createAnalyzer().'));
    },
  };

  signal?.addEventListener('abort', () => analyzer.dispose(), { once: true });
  if (signal?.aborted) analyzer.dispose();
  return analyzer;

  function refuseIfDisposed() {
    if (disposed) throw new NutgrafError('disposed', 'nutgraf: the analyzer was disposed of. Make a new one with createAnalyzer().');
  }

  /** @returns {Promise<Backend>} */
  function start() {
    backend ??= connectAny().catch(error => {
      backend = undefined;
      throw error;
    });
    return backend;
  }

  /** @returns {Promise<Backend>} */
  async function connectAny() {
    source ??= await transferable(wasm ?? home.wasm());
    const made = await inWorker().catch(error => {
      if (!open || open.chosen || error.code !== 'load' || error.reached) throw error;
      return null;
    }) ?? await inThisThread();
    if (disposed) made.close(new NutgrafError('disposed', 'nutgraf: the analyzer was disposed of while it was loading.'));
    thread = made.thread;
    return made;
  }

  /** @returns {Promise<Backend | null>} */
  async function inWorker() {
    if (!open) return null;
    const link = await connect(open.open, open.place, (loaded, total) => onProgress?.(loaded, total));
    try {
      source = await link.ask('init', source) ?? source;
    } catch (error) {
      link.close(/** @type {Error} */ (error));
      // The worker runs, the module does not load: this thread would fare no better.
      throw Object.assign(/** @type {Error} */ (error), { reached: true });
    }
    return {
      thread: 'worker',
      close: link.close,
      async read(text, options) {
        const { json, memory } = await link.ask('analyze', text, options);
        return { json, spent: memory > MOST_MEMORY };
      },
    };
  }

  /** @returns {Promise<Backend>} */
  async function inThisThread() {
    const core = await home.local();
    await core.init({ wasm: source, onProgress });
    return {
      thread: 'main',
      close() {},
      async read(text, options) {
        return { json: core.analyzeToJson(text, options), spent: false };
      },
    };
  }

  /**
   * @param {string} text
   * @param {object} options
   * @returns {Promise<string>}
   */
  async function read(text, options) {
    const { read } = await start();
    const timer = setTimeout(() => stop(new NutgrafError('timeout',
      `nutgraf: reading took longer than ${timeoutMs} ms and was stopped. Raise timeoutMs or lower maxChars.`)), timeoutMs);
    try {
      const { json, spent } = await read(text, options);
      if (spent) stop(new NutgrafError('internal', 'nutgraf: the worker was replaced.'));
      return json;
    } catch (error) {
      if (/** @type {any} */ (error).code === 'internal') stop(/** @type {Error} */ (error));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Ends the backend; the next text starts another.
   *
   * @param {Error} reason
   */
  function stop(reason) {
    backend?.then(({ close }) => close(reason), () => {});
    backend = undefined;
  }
}

/**
 * @typedef {object} Backend
 * @property {'worker' | 'main'} thread
 * @property {(reason: Error) => void} close
 * @property {(text: string, options: object) => Promise<{ json: string, spent: boolean }>} read
 */

/**
 * How to make the worker, or null where texts are to be read in this thread.
 *
 * @param {Home} home
 * @param {import('./types.js').AnalyzerOptions['worker']} choice
 * @returns {{ open: () => Worker, place: string, chosen: boolean } | null}
 */
function opener(home, choice) {
  if (choice === false) return null;
  if (typeof choice === 'function') return { open: choice, place: 'of the option `worker`', chosen: true };
  if (typeof Worker === 'undefined' || (choice == null && !home.worker)) return null;
  const url = choice ?? /** @type {() => URL} */ (home.worker)();
  return { open: () => new Worker(trustedScript(url), { type: 'module', name: 'nutgraf' }), place: String(url), chosen: choice != null };
}

/**
 * What can be posted to a worker: addresses become absolute, a response becomes its bytes.
 *
 * @param {any} wasm
 */
async function transferable(wasm) {
  const source = await wasm;
  if (source instanceof URL) return source.href;
  if (typeof source === 'string') return new URL(source, globalThis.location?.href).href;
  return typeof Response !== 'undefined' && source instanceof Response ? source.arrayBuffer() : source;
}

/** @param {AbortSignal} [signal] */
function refuseIfAborted(signal) {
  if (signal?.aborted) throw abortError(signal);
}

/** @param {AbortSignal} signal */
function abortError(signal) {
  return new NutgrafError('aborted', 'nutgraf: the caller stopped the analysis.', { cause: signal.reason });
}

/**
 * The promise, or its end as soon as the signal says so.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
function abortable(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortError(signal));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
