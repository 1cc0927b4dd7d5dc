/**
 * Where the page finds its worker and module: beside the package. The single file brings both inside itself.
 *
 * @returns {import('../nutgraf/types.js').AnalyzerOptions}
 */
export function setup() {
  return /** @type {any} */ (globalThis).nutgrafSetup ?? {};
}
