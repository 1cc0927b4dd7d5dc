/**
 * The functions in this thread: wait for `init()`, then call. For long texts on a page take the worker of `index.js`.
 */
import { init as start } from './engine.js';

export { analyze, compareReports, entities, initSync, quotes, summary, version } from './engine.js';
export { NutgrafError } from './errors.js';
export { selectSummary } from './summarize.js';

/**
 * Loads the module from beside this file, or from where `wasm` says.
 *
 * @param {import('./types.js').InitOptions} [options]
 */
export function init({ wasm, onProgress } = {}) {
  return start({ wasm: wasm ?? new URL('./pkg/nutgraf_bg.wasm', import.meta.url), onProgress });
}
