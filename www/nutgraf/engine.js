/**
 * The analysis in this thread, with no idea where the WebAssembly file lies: `core.js`, `inline.js` and `worker.js`
 * each say where.
 */
import instantiate, { analyze as readText, initSync as instantiateSync } from './pkg/nutgraf.js';
import { checkCount, checkOptions, checkText } from './check.js';
import { NutgrafError } from './errors.js';
import { selectSummary } from './select.js';

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
 * @param {{ wasm: any, onProgress?: (loaded: number, total: number) => void }} options
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
  if (wasm == null) throw new TypeError('nutgraf: initSync needs the bytes of nutgraf_bg.wasm or a WebAssembly.Module.');
  compiled = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm);
  memory = instantiateSync({ module: compiled }).memory;
  loading = Promise.resolve();
}

/**
 * @param {any} wasm
 * @param {((loaded: number, total: number) => void) | undefined} onProgress
 */
async function load(wasm, onProgress) {
  if (memory) return;
  let source;
  try {
    source = await wasm;
    compiled = await compile(source, onProgress);
    memory = (await instantiate({ module_or_path: compiled })).memory;
  } catch (error) {
    if (error instanceof NutgrafError) throw error;
    if (source === undefined) throw new NutgrafError('load', `nutgraf: the promise given as \`wasm\` failed (${error}).`, { cause: error });
    throw new NutgrafError('load', `nutgraf: the module ${placeOf(source)} could not be started (${error}). ` +
      'Check that the file is complete and that the Content-Security-Policy allows \'wasm-unsafe-eval\'.', { cause: error });
  }
}

/**
 * @param {any} source
 * @param {((loaded: number, total: number) => void) | undefined} onProgress
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source, onProgress) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(/** @type {any} */ (source));
  const response = source instanceof Response ? source : await download(source);
  if (!response.ok) throw notFound(source, `answered ${response.status}`);
  if (onProgress) count(response.clone(), onProgress);
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {any} source */
async function download(source) {
  if (typeof source !== 'string' && !(source instanceof URL)) {
    throw new TypeError('nutgraf: wasm must be a URL, a Response, bytes or a WebAssembly.Module.');
  }
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
 * @param {any} source
 * @param {string} what
 */
function notFound(source, what) {
  return new NutgrafError('load', `nutgraf: ${placeOf(source)} ${what}. ` +
    'Serve nutgraf_bg.wasm at that address, or pass its place as the option `wasm`.');
}

/** @param {any} source */
function placeOf(source) {
  if (source instanceof Response) return source.url || 'the response';
  return typeof source === 'string' || source instanceof URL ? String(source) : '(given as bytes)';
}

/**
 * Reads a text: everything there is to know, as a report whose offsets count UTF-16 code units, so that
 * `text.slice(span.start, span.end)` is what was found.
 *
 * @param {string} text
 * @param {import('./types.js').AnalyzeOptions} [options]
 * @returns {import('./types.js').Report}
 */
export function analyze(text, options) {
  return JSON.parse(analyzeToJson(text, options));
}

/**
 * The report as JSON text: the quickest form to hand from thread to thread.
 *
 * @param {string} text
 * @param {import('./types.js').AnalyzeOptions} [options]
 * @returns {string}
 */
export function analyzeToJson(text, options) {
  const checked = checkOptions(options);
  checkText(text);
  if (!memory) throw new NutgrafError('load', 'nutgraf: the module is not loaded. Wait for init() first.');
  if (broken) throw new NutgrafError('internal', 'nutgraf: an earlier fault stopped the module. Reload the page or restart the worker.');
  try {
    return readText(text, JSON.stringify(checked));
  } catch (error) {
    throw explain(error);
  }
}

/**
 * @param {unknown} error
 */
function explain(error) {
  if (error instanceof WebAssembly.RuntimeError) {
    broken = true;
    return new NutgrafError('internal', `nutgraf: the module stopped (${error.message}). ` +
      'Please report the text that caused it; reload the page or restart the worker to go on.', { cause: error });
  }
  return new NutgrafError('input', `nutgraf: ${error instanceof Error ? error.message : error}`, { cause: error });
}

/**
 * The real-world things that a text mentions.
 *
 * @param {string} text
 * @param {import('./types.js').AnalyzeOptions} [options]
 */
export function entities(text, options) {
  return analyze(text, options).entities;
}

/**
 * What is reported to have been said, in text order.
 *
 * @param {string} text
 * @param {import('./types.js').AnalyzeOptions} [options]
 */
export function quotes(text, options) {
  return analyze(text, options).quotes;
}

/**
 * The sentences that say best what the text comes down to, in text order, as strings.
 *
 * @param {string} text
 * @param {import('./types.js').AnalyzeOptions & import('./types.js').SummaryLength} [options] three sentences unless it says otherwise
 * @returns {string[]}
 */
export function summary(text, options = {}) {
  const { sentences, words, share, ...rest } = options;
  if (sentences != null) checkCount('sentences', sentences);
  return selectSummary(analyze(text, rest), { sentences, words, share }, text).map(s => text.slice(s.start, s.end));
}

/** Bytes of memory that the module holds. */
export function memoryBytes() {
  return memory?.buffer.byteLength ?? 0;
}

/** The compiled module, to start others from without another download. */
export function compiledModule() {
  return compiled;
}
