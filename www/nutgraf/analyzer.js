/**
 * The analyzer: one worker that is started when needed, asked one thing at a time, and replaced when it hangs, traps or
 * has grown too large. Where there is no worker, the same questions are answered in this thread.
 */
import { NutgrafError } from './errors.js';
import { COUNT, checked, FUNCTION, SIGNAL } from './options.js';
import { answer, splitRequest, withLimit } from './request.js';
import { trustedScript } from './trusted-types.js';
import { sourceOf, WASM } from './wasm-source.js';
import { WorkerClient } from './worker-client.js';

/** A worker whose module holds more than this is replaced before the next text; memory of a module never shrinks. */
const MOST_MEMORY = 64 << 20;
const TIMEOUT_MS = 30_000;
/** A timer cannot wait longer, and goes off at once if it is asked to. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** @type {Record<keyof AnalyzerOptions, import('./options.js').Rule>} */
const OPTIONS = {
  wasm: { mustBe: `${WASM.mustBe}, or a promise of one`, isType: wasm => isPromise(wasm) || WASM.isType(wasm) },
  worker: {
    mustBe: 'the URL of worker.js, a function that makes the worker, or false',
    isType: worker =>
      worker === false || typeof worker === 'string' || worker instanceof URL || FUNCTION.isType(worker),
  },
  signal: SIGNAL,
  timeoutMs: {
    mustBe: 'a number of milliseconds above zero',
    isType: timeout => typeof timeout === 'number',
    isPossible: timeout => timeout > 0,
  },
  maxChars: COUNT,
  onProgress: FUNCTION,
};

/** @typedef {import('./types.js').AnalyzerOptions} AnalyzerOptions */
/** @typedef {import('./types.js').Analyzer} AnalyzerInterface */
/** @typedef {import('./types.js').WasmSource} WasmSource */
/** @typedef {import('./worker-messages.js').Question} Question */
/** @typedef {import('./worker-messages.js').Found} Found */
/** @typedef {import('./request.js').OnProgress} OnProgress */
/** @typedef {import('./worker-messages.js').Engine} Engine */

/**
 * Where things are, which differs between browsers, Node and others.
 *
 * @typedef {object} Platform
 * @property {() => WasmSource | Promise<WasmSource>} wasm the default place of the module
 * @property {(() => URL) | null} worker the default place of the worker, or null where there are none
 * @property {() => Promise<Engine>} local loads the functions for this thread
 */

/**
 * What answers questions: a worker, or this thread.
 *
 * @typedef {object} Backend
 * @property {'worker' | 'main'} thread
 * @property {(reason: Error) => void} close
 * @property {(question: Question, onProgress?: OnProgress | null) => Promise<Found>} read
 */

/** @implements {AnalyzerInterface} */
export class Analyzer {
  #platform;
  #opener;
  #wasm;
  #onDownload;
  #timeoutMs;
  #maxChars;
  /** @type {WasmSource | undefined} what to start a worker from; a compiled module after the first start */
  #source;
  /** @type {Promise<Backend> | undefined} */
  #backend;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #disposed = false;
  /** @type {'worker' | 'main' | null} */
  #thread = null;

  /**
   * @param {Platform} platform
   * @param {AnalyzerOptions} [options]
   */
  constructor(platform, options) {
    /** @type {AnalyzerOptions} */
    const given = checked(options, OPTIONS, '{ timeoutMs: 10_000 }');
    const { wasm, worker, signal, onProgress, timeoutMs = TIMEOUT_MS, maxChars } = given;
    this.#platform = platform;
    this.#opener = openerOf(platform, worker);
    this.#wasm = wasm;
    this.#onDownload = onProgress;
    this.#timeoutMs = Math.min(timeoutMs, LONGEST_TIMEOUT_MS);
    this.#maxChars = maxChars;
    signal?.addEventListener('abort', () => this.dispose(), { once: true });
    if (signal?.aborted) this.dispose();
  }

  get thread() {
    return this.#thread;
  }

  async ready() {
    this.#refuseIfDisposed();
    await this.#start();
  }

  /** @type {import('./types.js').Analyzer['analyze']} */
  async analyze(text, options) {
    return JSON.parse(/** @type {string} */ (await this.#ask('analyzeToJson', text, options)));
  }

  /** @type {import('./types.js').Analyzer['entities']} */
  async entities(text, options) {
    return /** @type {import('./types.js').Entity[]} */ (await this.#ask('entities', text, options));
  }

  /** @type {import('./types.js').Analyzer['quotes']} */
  async quotes(text, options) {
    return /** @type {import('./types.js').Quote[]} */ (await this.#ask('quotes', text, options));
  }

  /** @type {import('./types.js').Analyzer['summary']} */
  async summary(text, options) {
    return /** @type {import('./types.js').SummaryPart[]} */ (await this.#ask('summary', text, options));
  }

  /** @type {import('./types.js').Analyzer['compareReports']} */
  async compareReports(articles, options) {
    const { signal } = checked(options, { signal: SIGNAL }, '{ signal }');
    return JSON.parse(/** @type {string} */ (await this.#take({ ask: 'compareReportsToJson', articles }, { signal })));
  }

  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#stop(disposedError());
  }

  /**
   * Asks for what is in a text.
   *
   * @param {import('./worker-messages.js').TextQuestion['ask']} ask
   * @param {string} text
   * @param {import('./request.js').Request | null} [given]
   * @returns {Promise<unknown>}
   */
  async #ask(ask, text, given) {
    const { signal, onProgress, options } = splitRequest(given);
    const question = { ask, text, options: withLimit(options, this.#maxChars), isWatched: onProgress != null };
    return this.#take(question, { signal, onProgress });
  }

  /**
   * Asks when everything asked before is answered.
   *
   * @param {Question} question
   * @param {{ signal?: AbortSignal, onProgress?: OnProgress | null }} request
   * @returns {Promise<unknown>}
   */
  async #take(question, { signal, onProgress }) {
    this.#refuseIfDisposed();
    const turn = this.#queue.then(() => {
      refuseIfAborted(signal);
      this.#refuseIfDisposed();
      return this.#read(question, onProgress);
    });
    this.#queue = turn.catch(() => {});
    return abortable(turn, signal);
  }

  /**
   * @param {Question} question
   * @param {OnProgress | null} [onProgress]
   */
  async #read(question, onProgress) {
    const backend = await this.#start();
    const timer = setTimeout(() => this.#stop(timeoutError(this.#timeoutMs)), this.#timeoutMs);
    try {
      const { answer, memory } = await backend.read(question, onProgress);
      if (backend.thread === 'worker' && memory > MOST_MEMORY) {
        this.#stop(new NutgrafError('internal', 'nutgraf: the worker was replaced.'));
      }
      return answer;
    } catch (error) {
      if (error instanceof NutgrafError && error.code === 'internal') this.#stop(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @returns {Promise<Backend>} */
  #start() {
    this.#backend ??= this.#connect().catch(error => {
      this.#backend = undefined;
      throw error;
    });
    return this.#backend;
  }

  /** @returns {Promise<Backend>} */
  async #connect() {
    this.#source ??= await transferable(this.#wasm ?? this.#platform.wasm());
    const backend = (await this.#inWorker()) ?? (await this.#inThisThread());
    if (this.#disposed) backend.close(disposedError());
    this.#thread = backend.thread;
    return backend;
  }

  /**
   * A worker with the module; null where there are no workers or where the default one does not start.
   *
   * @returns {Promise<Backend | null>}
   */
  async #inWorker() {
    if (!this.#opener) return null;
    const client = await this.#openWorker(this.#opener);
    if (!client) return null;
    try {
      const compiled = await client.ask('init', this.#source);
      this.#source = /** @type {WasmSource | undefined} */ (compiled) ?? this.#source;
    } catch (error) {
      // The worker runs, the module does not load: this thread would fare no better.
      client.close(/** @type {Error} */ (error));
      throw error;
    }
    return {
      thread: 'worker',
      close: reason => client.close(reason),
      read: (question, onProgress) => /** @type {Promise<Found>} */ (client.ask('read', question, onProgress)),
    };
  }

  /**
   * @param {Opener} opener
   * @returns {Promise<WorkerClient | null>}
   */
  async #openWorker({ open, place, isChosen }) {
    try {
      const client = new WorkerClient(open(), place, this.#onDownload);
      await client.ready();
      return client;
    } catch (error) {
      if (isChosen || !(error instanceof NutgrafError)) throw error;
      return null;
    }
  }

  /** @returns {Promise<Backend>} */
  async #inThisThread() {
    const engine = await this.#platform.local();
    await engine.init({ wasm: /** @type {WasmSource} */ (this.#source), onProgress: this.#onDownload });
    return {
      thread: 'main',
      close() {},
      async read(question, onProgress) {
        return { answer: answer(engine, question, onProgress), memory: engine.memoryBytes() };
      },
    };
  }

  /**
   * Ends the backend; the next text starts another.
   *
   * @param {Error} reason
   */
  #stop(reason) {
    this.#backend?.then(
      ({ close }) => close(reason),
      () => {},
    );
    this.#backend = undefined;
  }

  #refuseIfDisposed() {
    if (this.#disposed) throw disposedError();
  }
}

/**
 * How to make the worker.
 *
 * @typedef {object} Opener
 * @property {() => Worker} open
 * @property {string} place the address, for messages
 * @property {boolean} isChosen whether the caller named it: then there is no falling back to this thread
 */

/**
 * @param {Platform} platform
 * @param {AnalyzerOptions['worker']} choice
 * @returns {Opener | null} null where texts are to be read in this thread
 */
function openerOf(platform, choice) {
  if (choice === false) return null;
  if (typeof choice === 'function') return { open: choice, place: 'of the option `worker`', isChosen: true };
  if (typeof Worker === 'undefined' || (choice == null && !platform.worker)) return null;
  const url = choice ?? /** @type {() => URL} */ (platform.worker)();
  const open = () => new Worker(trustedScript(url), { type: 'module', name: 'nutgraf' });
  return { open, place: String(url), isChosen: choice != null };
}

/**
 * What can be posted to a worker: addresses become absolute, a response becomes its bytes.
 *
 * @param {WasmSource | Promise<WasmSource>} wasm
 * @returns {Promise<WasmSource>}
 */
async function transferable(wasm) {
  const source = await sourceOf(wasm);
  if (source instanceof URL) return source.href;
  if (typeof source === 'string') return new URL(source, globalThis.location?.href).href;
  return typeof Response !== 'undefined' && source instanceof Response ? source.arrayBuffer() : source;
}

/** @param {any} value */
function isPromise(value) {
  return typeof value?.then === 'function';
}

function disposedError() {
  return new NutgrafError('disposed', 'nutgraf: the analyzer was disposed of. Make a new one with createAnalyzer().');
}

/** @param {number} timeoutMs */
function timeoutError(timeoutMs) {
  return new NutgrafError(
    'timeout',
    `nutgraf: reading took longer than ${timeoutMs} ms and was stopped. Raise timeoutMs or lower maxChars.`,
  );
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
