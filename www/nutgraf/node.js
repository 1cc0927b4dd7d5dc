/**
 * Nutgraf for Node, Deno and Bun: the same interface; texts are read in the calling thread.
 */
import { readFile } from 'node:fs/promises';
import { makeAnalyzer } from './analyzer.js';

export { NutgrafError } from './errors.js';
export { selectSummary } from './select.js';

/** @param {import('./types.js').AnalyzerOptions} [options] */
export function createAnalyzer(options) {
  return makeAnalyzer({
    wasm: () => readFile(new URL('./pkg/nutgraf_bg.wasm', import.meta.url)),
    worker: null,
    local: () => import('./engine.js'),
  }, options);
}
