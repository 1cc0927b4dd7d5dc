/**
 * What the extension uses of the browser, under the one name that both kinds of browser have for it.
 */

/** @type {import('./api.d.ts').Browser} */
export const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
