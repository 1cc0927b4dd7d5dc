/**
 * Nutgraf for pages: texts are read in a worker, so that typing and scrolling stay smooth.
 */
import { Analyzer } from './analyzer.js';

export { NutgrafError } from './errors.js';
export { selectSummary } from './summarize.js';

/**
 * An analyzer. It costs nothing until its first text.
 *
 * @param {import('./types.js').AnalyzerOptions} [options]
 */
export function createAnalyzer(options) {
  return new Analyzer(
    {
      wasm: () => new URL('./pkg/nutgraf_bg.wasm', import.meta.url),
      worker: () => new URL('./worker.js', import.meta.url),
      local: () => import('./engine.js'),
    },
    options,
  );
}
