/**
 * What the worker and its client say to each other.
 */

import type { ErrorCode } from './errors.js';
import type { ReadArticle, Stage } from './types.js';

/** The functions of the module in one thread. */
export type Engine = typeof import('./engine.js');

/** What the module is asked; `ask` is the function of the module. */
export type Question = TextQuestion | Comparing;

/** A text to be read. */
export interface TextQuestion {
  ask: 'analyzeToJson' | 'entities' | 'quotes' | 'summary';
  text: string;
  options: object | null | undefined;
  /** Whether the client wants to be told of progress. */
  isWatched: boolean;
}

/** Articles to be compared. */
export interface Comparing {
  ask: 'compareReportsToJson';
  articles: ReadArticle[];
  isWatched?: false;
}

/** What the module found, and how much memory it holds since. */
export interface Found {
  answer: unknown;
  memory: number;
}

/** An error as plain data. */
export interface PackedError {
  name: string;
  message: string;
  code: ErrorCode;
}

export type Answer = { id: number; result: unknown } | { id: number; error: PackedError };

export type FromWorker =
  | { ready: true }
  | { loaded: number; total: number }
  | { id: number; stage: Stage; share: number }
  | Answer;
