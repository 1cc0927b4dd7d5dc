/**
 * The worker: answers `{ id, method, args }` with `{ id, result }` or `{ id, error }`, and says `{ ready: true }` once
 * its script has run.
 */
import { analyzeToJson, compiledModule, init, memoryBytes } from './engine.js';
import { packError } from './errors.js';

const methods = {
  /** @param {any} wasm */
  async init(wasm) {
    await init({ wasm, onProgress: (loaded, total) => postMessage({ loaded, total }) });
    return compiledModule();
  },

  /**
   * @param {string} text
   * @param {object} options
   */
  analyze(text, options) {
    return { json: analyzeToJson(text, options), memory: memoryBytes() };
  },
};

addEventListener('message', async ({ data: { id, method, args } }) => {
  try {
    const call = /** @type {(...args: any[]) => unknown} */ (methods[/** @type {keyof typeof methods} */ (method)]);
    postMessage({ id, result: await call(...args) });
  } catch (error) {
    postMessage({ id, error: packError(error) });
  }
});

postMessage({ ready: true });
