import type { Analyzer, ExportKind, Report, Span, Stage } from './types.js';

export * from './types.js';

/** An article with its marks and findings. */
export declare class NutgrafArticle extends HTMLElement {
  /** Set to read with another analyzer. */
  static analyzer: Analyzer | undefined;
  /** What was found, or null while nothing was read. */
  readonly report: Report | null;
  /** The text to read. */
  text: string;
  /** Reads the text now; null if a newer text came in between, or if reading failed. */
  analyze(): Promise<Report | null>;
  /** A file made from the report. */
  export(kind: ExportKind): { name: string; type: string; content: string };
}

/** `nutgraf-select`: what was chosen and where it stands. */
export interface SelectDetail {
  kind: 'entity' | 'sentence' | 'place';
  id: number | null;
  span: Span;
}

declare global {
  interface HTMLElementTagNameMap {
    'nutgraf-article': NutgrafArticle;
  }
  interface HTMLElementEventMap {
    'nutgraf-report': CustomEvent<{ report: Report }>;
    'nutgraf-select': CustomEvent<SelectDetail>;
    'nutgraf-progress': CustomEvent<{ stage: Stage; share: number }>;
    'nutgraf-error': CustomEvent<{ code: string; message: string }>;
  }
}
