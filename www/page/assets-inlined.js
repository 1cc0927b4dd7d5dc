/**
 * The worker and the module of the single file: both stand in the page itself.
 */
import { trustedScript } from '../nutgraf/trusted-types.js';

/** @returns {import('../nutgraf/types.js').AnalyzerOptions} */
export function assets() {
  const code = new Blob([data('worker-data')], { type: 'text/javascript' });
  return {
    worker: () => new Worker(trustedScript(URL.createObjectURL(code)), { name: 'nutgraf' }),
    wasm: unpacked(data('wasm-data')),
  };
}

/** @param {string} id */
function data(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

/** @param {string} packed deflated, in base64 */
function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}
