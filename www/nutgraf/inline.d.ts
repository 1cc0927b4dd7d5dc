export * from './types.js';
export { NutgrafError, analyze, entities, quotes, selectSummary, summary, version } from './core.js';

/** Loads the module that stands inside this file. */
export declare function init(): Promise<void>;
/** The same at once. */
export declare function initSync(): void;
