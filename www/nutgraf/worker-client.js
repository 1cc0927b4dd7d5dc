/**
 * One worker and the questions put to it.
 */
import { NutgrafError, unpackError } from './errors.js';

/** How long a worker's script may take to say that it runs. */
const READY_MS = 10_000;

/**
 * A question that waits for its answer.
 *
 * @typedef {object} Pending
 * @property {(result: unknown) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {import('./request.js').OnProgress | null} [onProgress]
 */

export class WorkerClient {
  #worker;
  #place;
  #onDownload;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #last = 0;
  #isReady = false;
  /** @type {Error | undefined} why it ended; a worker that has ended answers nothing */
  #ended;
  /** @type {(error?: Error) => void} */
  #settle = () => {};

  /**
   * @param {Worker} worker
   * @param {string} place the address, for messages
   * @param {(loaded: number, total: number) => void} [onDownload]
   */
  constructor(worker, place, onDownload) {
    this.#worker = worker;
    this.#place = place;
    this.#onDownload = onDownload;
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = ({ message }) => this.#fail(message ? `failed: ${message}` : 'failed to load');
    worker.onmessageerror = () => this.#fail('said what cannot be read here');
  }

  /**
   * Waits until the script of the worker runs. `Worker.onerror` says nothing when a file is missing, hence a time limit.
   *
   * @returns {Promise<void>}
   */
  ready() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(`did not start within ${READY_MS / 1000} s`), READY_MS);
      this.#settle = error => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
    });
  }

  /**
   * @param {string} method
   * @param {unknown} argument
   * @param {import('./request.js').OnProgress | null} [onProgress]
   * @returns {Promise<unknown>}
   */
  ask(method, argument, onProgress) {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#last += 1;
      const id = this.#last;
      this.#pending.set(id, { resolve, reject, onProgress });
      try {
        this.#worker.postMessage({ id, method, args: [argument] });
      } catch (error) {
        this.#pending.delete(id);
        reject(notPlain(error));
      }
    });
  }

  /**
   * Ends the worker; what it still owed fails with the reason.
   *
   * @param {Error} reason
   */
  close(reason) {
    this.#ended ??= reason;
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
    this.#settle(reason);
  }

  /**
   * A worker that has run is there and allowed: what goes wrong in it later is a fault.
   *
   * @param {string} what
   */
  #fail(what) {
    const [code, remedy] = this.#isReady
      ? /** @type {const} */ ([
          'internal',
          'Please report the text that caused it; the next one is read by another worker.',
        ])
      : /** @type {const} */ ([
          'load',
          'Serve worker.js at that address and let the Content-Security-Policy allow it, or pass { worker: false }.',
        ]);
    this.close(new NutgrafError(code, `nutgraf: the worker ${this.#place} ${what}. ${remedy}`));
  }

  /** @param {import('./worker-messages.js').FromWorker} message */
  #hear(message) {
    if ('ready' in message) this.#start();
    else if ('loaded' in message) this.#onDownload?.(message.loaded, message.total);
    else if ('stage' in message) this.#pending.get(message.id)?.onProgress?.(message.stage, message.share);
    else this.#answer(message);
  }

  #start() {
    this.#isReady = true;
    this.#settle();
  }

  /** @param {import('./worker-messages.js').Answer} answer */
  #answer(answer) {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('error' in answer) pending?.reject(unpackError(answer.error));
    else pending?.resolve(answer.result);
  }
}

/**
 * @param {unknown} cause
 */
function notPlain(cause) {
  return new TypeError(`nutgraf: the text and the options must be plain data that a worker can be handed (${cause}).`, {
    cause,
  });
}
