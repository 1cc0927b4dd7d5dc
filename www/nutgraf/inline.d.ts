export { analyze, compareReports, entities, NutgrafError, quotes, selectSummary, summary, version } from './core.js';
export * from './types.js';

/** Loads the module that stands inside this file. */
export declare function init(): Promise<void>;
/** The same at once. */
export declare function initSync(): void;
