/**
 * What the module can be loaded from.
 */

import { NutgrafError } from './errors.js';
import { check } from './options.js';

/** @type {import('./options.js').Rule} */
export const WASM = {
  mustBe: 'a URL, a Response, bytes or a WebAssembly.Module',
  isType: value => typeof value === 'string' || isWasm(value),
};

/**
 * What was given, or what it promised.
 *
 * @param {any} wasm
 * @returns {Promise<import('./types.js').WasmSource>}
 */
export async function sourceOf(wasm) {
  const source = await Promise.resolve(wasm).catch(cause => {
    if (cause instanceof NutgrafError) throw cause;
    const what = `the promise given as \`wasm\` failed (${cause})`;
    throw new NutgrafError('load', `nutgraf: ${what}. Look into why, or give a URL to fetch the module from.`, {
      cause,
    });
  });
  check('wasm', source, WASM);
  return source;
}

/** @param {unknown} value */
function isWasm(value) {
  return (
    value instanceof URL ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof WebAssembly.Module ||
    (typeof Response !== 'undefined' && value instanceof Response)
  );
}
