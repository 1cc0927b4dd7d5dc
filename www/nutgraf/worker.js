/**
 * The worker: answers `{ id, method, args }` with `{ id, result }` or `{ id, error }`, tells meanwhile of the download
 * with `{ loaded, total }` and of an analysis with `{ id, stage, share }`, and says `{ ready: true }` once its script
 * has run.
 */

import {
  analyzeToJson,
  compareReportsToJson,
  compiledModule,
  entities,
  init,
  memoryBytes,
  quotes,
  summary,
} from './engine.js';
import { packError } from './errors.js';
import { answer } from './request.js';

/** What may be asked of the module. */
const functions = { analyzeToJson, compareReportsToJson, entities, quotes, summary };

/** What can be asked; each is told the number of the question, under which it reports. */
const methods = {
  /**
   * @param {number} _id
   * @param {import('./types.js').WasmSource} wasm
   */
  async init(_id, wasm) {
    await init({ wasm, onProgress: (loaded, total) => postMessage({ loaded, total }) });
    return compiledModule();
  },

  /**
   * @param {number} id
   * @param {import('./worker-messages.js').Question} question
   * @returns {import('./worker-messages.js').Found}
   */
  read(id, question) {
    /** @type {import('./request.js').OnProgress} */
    const tell = (stage, share) => postMessage({ id, stage, share });
    return { answer: answer(functions, question, question.isWatched ? tell : undefined), memory: memoryBytes() };
  },
};

addEventListener('message', async ({ data: { id, method, args } }) => {
  try {
    const call = methods[/** @type {keyof typeof methods} */ (method)];
    postMessage({ id, result: await call(id, /** @type {never} */ (args[0])) });
  } catch (error) {
    postMessage({ id, error: packError(error) });
  }
});

postMessage({ ready: true });
