/**
 * Where the page finds its worker and module: beside the package. In the single file, setup-file.js stands in for this.
 *
 * @returns {import('../nutgraf/types.js').AnalyzerOptions}
 */
export function setup() {
  return {};
}
