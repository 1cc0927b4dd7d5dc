/**
 * The analysis in this thread, with no idea where the WebAssembly file lies: `core.js`, `inline.js` and `worker.js`
 * each say where.
 */

import { NutgrafError } from './errors.js';
import instantiate, * as module from './pkg/nutgraf.js';
import { sourceOf } from './wasm-source.js';

/** @typedef {import('./types.js').InitOptions} InitOptions */
/** @typedef {import('./types.js').WasmSource} WasmSource */

/** @type {Promise<void> | undefined} */
let loading;
/** @type {WebAssembly.Memory | undefined} */
let memory;
/** @type {WebAssembly.Module | undefined} */
let compiled;
let broken = false;

/**
 * Loads the module once; later calls, also while the first is under way, wait for the same load. After a failure the
 * next call tries again.
 *
 * @param {InitOptions} options
 * @returns {Promise<void>}
 */
export function init({ wasm, onProgress }) {
  loading ??= load(wasm, onProgress).catch(error => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Loads the module at once from bytes or a compiled module.
 *
 * @param {BufferSource | WebAssembly.Module} wasm
 */
export function initSync(wasm) {
  if (memory) return;
  if (wasm == null)
    throw new TypeError('nutgraf: initSync needs the bytes of nutgraf_bg.wasm or a WebAssembly.Module.');
  compiled = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm);
  memory = module.initSync({ module: compiled }).memory;
  loading = Promise.resolve();
}

/**
 * @param {InitOptions['wasm']} wasm
 * @param {InitOptions['onProgress']} onProgress
 */
async function load(wasm, onProgress) {
  if (memory) return;
  const source = await sourceOf(wasm);
  try {
    compiled = await compile(source, onProgress);
    memory = (await instantiate({ module_or_path: compiled })).memory;
  } catch (error) {
    if (error instanceof NutgrafError) throw error;
    throw new NutgrafError(
      'load',
      `nutgraf: the module ${placeOf(source)} could not be started (${error}). ` +
        "Check that the file is complete and that the Content-Security-Policy allows 'wasm-unsafe-eval'.",
      { cause: error },
    );
  }
}

/**
 * @param {WasmSource} source
 * @param {InitOptions['onProgress']} onProgress
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source, onProgress) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source))
    return WebAssembly.compile(/** @type {any} */ (source));
  const response = source instanceof Response ? source : await download(source);
  if (!response.ok) throw notFound(source, `answered ${response.status}`);
  if (onProgress) count(response.clone(), onProgress);
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {string | URL} source */
async function download(source) {
  return fetch(source, { credentials: 'same-origin' }).catch(error => {
    throw notFound(source, `could not be fetched (${error.message})`);
  });
}

/**
 * Counts on a copy, so that the browser's cache of compiled code still sees the response itself.
 *
 * @param {Response} response
 * @param {(loaded: number, total: number) => void} onProgress
 */
async function count(response, onProgress) {
  const total = Number(response.headers.get('content-length')) || 0;
  const reader = response.body?.getReader();
  let loaded = 0;
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    loaded += chunk.value.length;
    onProgress(loaded, total);
  }
}

/**
 * @param {WasmSource} source
 * @param {string} what
 */
function notFound(source, what) {
  return new NutgrafError(
    'load',
    `nutgraf: ${placeOf(source)} ${what}. ` +
      'Serve nutgraf_bg.wasm at that address, or pass its place as the option `wasm`.',
  );
}

/** @param {WasmSource} source */
function placeOf(source) {
  if (source instanceof Response) return source.url || 'the response';
  return typeof source === 'string' || source instanceof URL ? String(source) : '(given as bytes)';
}

/**
 * The function of the module, for as long as the module is loaded and sound.
 *
 * @template {unknown[]} A
 * @template R
 * @param {(...args: A) => R} call
 * @returns {(...args: A) => R}
 */
function guarded(call) {
  return (...args) => {
    if (!memory) throw new NutgrafError('load', 'nutgraf: the module is not loaded. Wait for init() first.');
    if (broken)
      throw new NutgrafError(
        'internal',
        'nutgraf: an earlier fault stopped the module. Reload the page or restart the worker.',
      );
    try {
      return call(...args);
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError ? fault(error) : error;
    }
  };
}

/**
 * After a trap the memory of the module cannot be trusted any more.
 *
 * @param {WebAssembly.RuntimeError} error
 */
function fault(error) {
  broken = true;
  return new NutgrafError(
    'internal',
    `nutgraf: the module stopped (${error.message}); the console says where. ` +
      'Please report the text that caused it; reload the page or restart the worker to go on.',
    { cause: error },
  );
}

/** Everything there is to know about a text: see the types of the module. */
export const analyze = guarded(module.analyze);
/** The report as JSON text: the quickest form to hand from thread to thread. */
export const analyzeToJson = guarded(module.analyzeToJson);
/** The real-world things that a text mentions, in order of their first mention. */
export const entities = guarded(module.entities);
/** What is reported to have been said, in text order. */
export const quotes = guarded(module.quotes);
/** The sentences that say best what the text comes down to, in text order. */
export const summary = guarded(module.summary);
/** What articles have in common, and in what they differ. */
export const compareReports = guarded(module.compareReports);
/** The comparison as JSON text. */
export const compareReportsToJson = guarded(module.compareReportsToJson);
/** The version of Nutgraf. */
export const version = guarded(module.version);

/** Bytes of memory that the module holds. */
export function memoryBytes() {
  return memory?.buffer.byteLength ?? 0;
}

/** The compiled module, to start others from without another download. */
export function compiledModule() {
  return compiled;
}
