import type { Analyzer, AnalyzerOptions } from './types.js';

export { NutgrafError, selectSummary } from './core.js';
export * from './types.js';

/** An analyzer. It costs nothing until its first text. */
export declare function createAnalyzer(options?: AnalyzerOptions): Analyzer;
