/**
 * What is said between the parts of the extension. Everything is plain data.
 */
import type { Span } from '../nutgraf/types.js';
import type { Form } from '../page/input.js';

/** From the button to the panel of the window: the tab in which it was pressed. The answer is true. */
export interface Pressed {
  tab: number;
  window: number;
}

/** From a panel that has just opened, in this window; the answer is the tab to read, or null. */
export interface Opened {
  opened: number;
}

/** From the tab to the panel. */
export type FromTab =
  | { forms: Form[]; hasStory: boolean; title: string; url: string }
  /** How many places are marked; null if the browser cannot mark any. */
  | { marked: number | null }
  /** A place whose words are gone. */
  | { lost: Span };

/** From the panel to the tab. Places are those of a text of the forms. */
export type ToTab = { mark: Mark[]; of: number } | { show: Span; of: number };

/** A place with the name of its look. */
export interface Mark extends Span {
  name: string;
}
