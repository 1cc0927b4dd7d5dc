/**
 * The tab that the page stands beside where it is the panel of the extension. On the web there is none; in the extension
 * extension/tab.js stands in for this.
 */

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Span} Span */

/**
 * @typedef {object} Listener
 * @property {(forms: import('./input.js').Form[]) => void} onTake an article that was read from the tab
 * @property {(place: Span) => void} onLost the tab no longer shows these words
 */

/**
 * @typedef {object} Tab
 * @property {(listener: Listener) => void} wire
 * @property {(text: string, report: Report, isShown: (kind: string) => boolean) => void} mark marks what was found in the tab
 * @property {(place: Span) => boolean} show brings words into sight; false if that is left to the page
 */

/** @type {Tab} */
export const tab = { wire() {}, mark() {}, show: () => false };
