/**
 * One worker and the questions put to it.
 */
import { NutgrafError, unpackError } from './errors.js';

/** How long a worker's script may take to say that it runs. */
const READY_MS = 10_000;

/**
 * @typedef {object} Link
 * @property {(method: string, ...args: any[]) => Promise<any>} ask
 * @property {(reason: Error) => void} close ends the worker; what it still owed fails with the reason
 */

/**
 * Starts a worker and waits until its script runs. `Worker.onerror` says nothing when a file is missing, hence the
 * handshake with a time limit.
 *
 * @param {() => Worker} open
 * @param {string} place the address, for messages
 * @param {(loaded: number, total: number) => void} onProgress
 * @returns {Promise<Link>}
 */
export function connect(open, place, onProgress) {
  return new Promise((resolve, reject) => {
    const worker = open();
    /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
    const owed = new Map();
    let last = 0;
    /** @type {Error | undefined} why it ended; a worker that has ended answers nothing */
    let ended;

    /** @param {Error} reason */
    const close = reason => {
      ended ??= reason;
      clearTimeout(timer);
      worker.terminate();
      for (const { reject } of owed.values()) reject(reason);
      owed.clear();
      reject(reason);
    };
    /** @param {string} what */
    const fail = what => close(new NutgrafError('load', `nutgraf: the worker ${place} ${what}. ` +
      'Serve worker.js at that address and let the Content-Security-Policy allow it, or pass { worker: false }.'));
    const timer = setTimeout(fail, READY_MS, `did not start within ${READY_MS / 1000} s`);
    worker.onerror = event => fail(`failed${event.message ? `: ${event.message}` : ' to load'}`);
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        clearTimeout(timer);
        resolve({ ask, close });
      } else if (data.total !== undefined) {
        onProgress(data.loaded, data.total);
      } else {
        const asked = owed.get(data.id);
        owed.delete(data.id);
        if (data.error) asked?.reject(unpackError(data.error));
        else asked?.resolve(data.result);
      }
    };

    /**
     * @param {string} method
     * @param {any[]} args
     */
    const ask = (method, ...args) => new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      owed.set(++last, { resolve, reject });
      worker.postMessage({ id: last, method, args });
    });
  });
}
