/**
 * Nutgraf for Node, Deno and Bun: the same interface; texts are read in the calling thread.
 */
import { readFile } from 'node:fs/promises';
import { Analyzer } from './analyzer.js';
import { NutgrafError } from './errors.js';

export { NutgrafError } from './errors.js';
export { selectSummary } from './summarize.js';

/** @param {import('./types.js').AnalyzerOptions} [options] */
export function createAnalyzer(options) {
  return new Analyzer(
    {
      wasm: readModule,
      worker: null,
      local: () => import('./engine.js'),
    },
    options,
  );
}

function readModule() {
  const place = new URL('./pkg/nutgraf_bg.wasm', import.meta.url);
  return readFile(place).catch(cause => {
    throw new NutgrafError(
      'load',
      `nutgraf: ${place} could not be read (${cause}). Allow the program to read it (in Deno: --allow-read), ` +
        'or pass the module as the option `wasm`.',
      { cause },
    );
  });
}
