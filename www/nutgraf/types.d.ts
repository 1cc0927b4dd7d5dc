/**
 * What goes in, and what the functions are. What comes out is in report.d.ts.
 */
import type {
  AnalyzeOptions,
  BlockKind,
  Comparison,
  Entity,
  EntityKind,
  Quote,
  Reason,
  Report,
  Span,
  SummaryLength,
  SummaryPart,
} from './report.js';

export * from './report.js';

/** Where the WebAssembly file is, or what it holds. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/** How the module is loaded. */
export interface InitOptions {
  /** The WebAssembly file, if it does not lie beside the package. */
  wasm?: WasmSource | Promise<WasmSource>;
  /** Told of the download, in bytes; `total` is 0 where the server does not say. */
  onProgress?: (loaded: number, total: number) => void;
}

/** A sentence that `selectSummary` chose; its words are `text.slice(start, end)`. */
export interface SummarySentence extends Span {
  /** The index into `Report.sentences`. */
  sentence: number;
  /** How much it carries, 0 to 1. */
  score: number;
  /** Why it was chosen, strongest first. */
  reasons: Reason[];
}

/** How an analyzer works. */
export interface AnalyzerOptions extends InitOptions {
  /** The worker script or a function that makes the worker; `false` reads in this thread. */
  worker?: URL | string | (() => Worker) | false;
  /** Disposes of the analyzer when it is aborted. */
  signal?: AbortSignal;
  /**
   * Reading that takes longer is stopped and the worker replaced; 30,000 unless set, `Infinity` for no limit. Without a worker
   * nothing stops it.
   */
  timeoutMs?: number;
  /** The default of `AnalyzeOptions.maxChars`. */
  maxChars?: number;
}

/** How one text is read. */
export interface RequestOptions extends AnalyzeOptions {
  /** Gives up this one text. */
  signal?: AbortSignal;
}

/** An article with its report, as `analyze` gave it or with what a reader put right in it. */
export interface ReadArticle {
  text: string;
  report: Report;
}

/** How articles are compared. */
export interface CompareOptions {
  /** Gives up this one comparison. */
  signal?: AbortSignal;
}

/** Reads texts one after the other, in a worker where there is one. */
export interface Analyzer {
  /** Where texts are read, once that is known. */
  readonly thread: 'worker' | 'main' | null;
  /** Loads everything now instead of with the first text. */
  ready(): Promise<void>;
  /** Everything there is to know about a text. */
  analyze(text: string, options?: RequestOptions): Promise<Report>;
  /** The real-world things that a text mentions, in order of their first mention. */
  entities(text: string, options?: RequestOptions): Promise<Entity[]>;
  /** What is reported to have been said, in text order. */
  quotes(text: string, options?: RequestOptions): Promise<Quote[]>;
  /** The sentences that say best what the text comes down to, in text order. */
  summary(text: string, options?: RequestOptions & SummaryLength): Promise<SummaryPart[]>;
  /** What two to five articles have in common, and in what they differ. */
  compareReports(articles: ReadArticle[], options?: CompareOptions): Promise<Comparison>;
  /** Ends the worker and everything under way. */
  dispose(): void;
}

/** An entity in a correction: found again by name and kind after the text was edited. */
export interface EntityRef {
  name: string;
  kind: EntityKind;
}

/**
 * What a reader put right; offsets in UTF-16 code units. The speaker of a quote becomes an entity, a name that was typed, or
 * null: somebody unnamed.
 */
export type Correction =
  | { op: 'merge'; entity: EntityRef; into: EntityRef }
  | { op: 'split'; entity: EntityRef; start: number; words?: string; name: string }
  | { op: 'retype'; entity: EntityRef; kind: EntityKind }
  | { op: 'remove'; entity: EntityRef }
  | { op: 'remove_mention'; entity: EntityRef; start: number; words?: string }
  | ({ op: 'speaker'; to: EntityRef | string | null } & Words)
  | ({ op: 'add_mention'; entity: EntityRef } & Words)
  | ({ op: 'drop_sentence' } & Words)
  | ({ op: 'block'; kind: BlockKind } & Words)
  | { op: 'date'; date: string | null };

/** A place of the text with the words that stand there, by which it is found again after the text was edited. */
export interface Words {
  start: number;
  words: string;
}

/** A quote whose speaker a reader may have changed. */
export interface CorrectedQuote extends Quote {
  /** Whether a reader changed the speaker. */
  corrected?: boolean;
  /** The name that a reader typed, if it is no entity of the report. */
  speaker_name?: string;
}

/** The files that can be made from a report. */
export type ExportKind =
  | 'json'
  | 'markdown'
  | 'csv-entities'
  | 'csv-quotes'
  | 'csv-timeline'
  | 'jsonld'
  | 'annotations';

/** The files that can be made from a comparison. */
export type ComparisonExportKind = 'json' | 'markdown' | 'csv';
