/**
 * Nutgraf for edge workers, where a module is imported and never fetched.
 */

import { Analyzer } from './analyzer.js';
import * as engine from './engine.js';
import wasm from './pkg/nutgraf_bg.wasm';

export { NutgrafError } from './errors.js';
export { selectSummary } from './summarize.js';

/** @param {import('./types.js').AnalyzerOptions} [options] */
export function createAnalyzer(options) {
  return new Analyzer({ wasm: () => wasm, worker: null, local: async () => engine }, options);
}
