/**
 * Where the page finds its worker and module: beside the package. In the single file, assets-inlined.js stands in for this.
 *
 * @returns {import('../nutgraf/types.js').AnalyzerOptions}
 */
export function assets() {
  return {};
}
