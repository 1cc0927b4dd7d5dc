/**
 * The functions with the module inside: nothing to serve beside the script. The bytes come from a file that
 * `cargo xtask pack` writes.
 */
import { init as start, initSync as startSync } from './engine.js';
import { bytes } from './pkg/inline-bytes.js';

export { analyze, compareReports, entities, quotes, summary, version } from './engine.js';
export { NutgrafError } from './errors.js';
export { selectSummary } from './summarize.js';

/** Loads the module; there is nothing to wait for but the compiler. */
export function init() {
  return start({ wasm: bytes() });
}

/** Loads the module at once. */
export function initSync() {
  startSync(bytes());
}
