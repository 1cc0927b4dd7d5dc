import type {
  AnalyzeOptions,
  Comparison,
  Entity,
  InitOptions,
  Quote,
  ReadArticle,
  Report,
  SummaryLength,
  SummaryOptions,
  SummaryPart,
  SummarySentence,
} from './types.js';

export * from './types.js';

/** What can go wrong; the message says what to do about it. */
export declare class NutgrafError extends Error {
  constructor(code: NutgrafError['code'], message: string, options?: ErrorOptions);
  readonly code: 'load' | 'aborted' | 'timeout' | 'disposed' | 'input' | 'internal';
}

/** Loads the module once; later calls wait for the same load, and after a failure the next call tries again. */
export declare function init(options?: InitOptions): Promise<void>;
/** Loads the module at once. */
export declare function initSync(wasm: BufferSource | WebAssembly.Module): void;
/** Everything there is to know about a text. */
export declare function analyze(text: string, options?: AnalyzeOptions | null): Report;
/** The real-world things that a text mentions, in order of their first mention. */
export declare function entities(text: string, options?: AnalyzeOptions | null): Entity[];
/** What is reported to have been said, in text order. */
export declare function quotes(text: string, options?: AnalyzeOptions | null): Quote[];
/** The sentences that say best what the text comes down to, in text order. */
export declare function summary(text: string, options?: SummaryOptions | null): SummaryPart[];
/** What two to five articles have in common, and in what they differ. */
export declare function compareReports(articles: ReadArticle[]): Comparison;
/** The version of Nutgraf. */
export declare function version(): string;
/** A summary of any length from a report, in text order. Counting words needs the text. */
export declare function selectSummary(report: Report, length?: SummaryLength, text?: string): SummarySentence[];
