/**
 * What can go wrong, as one class. Every message says what to do about it.
 *
 * - `load`: the worker or the WebAssembly file could not be loaded
 * - `aborted`: the caller's signal said stop
 * - `timeout`: reading took longer than `timeoutMs`
 * - `disposed`: the analyzer was used after `dispose()`
 * - `input`: the text cannot be read as asked
 * - `internal`: a fault in Nutgraf
 *
 * @typedef {'load' | 'aborted' | 'timeout' | 'disposed' | 'input' | 'internal'} ErrorCode
 */

export class NutgrafError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'NutgrafError';
    this.code = code;
  }
}

/** Errors that keep their class on the way out of a worker. */
const CLASSES = { TypeError, RangeError };

/**
 * An error as plain data that survives `postMessage` in every browser.
 *
 * @param {unknown} error
 */
export function packError(error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message, code: codeOf(error) ?? 'internal' };
}

/**
 * The code of a `NutgrafError`, also of another copy of this package.
 *
 * @param {unknown} error
 * @returns {ErrorCode | undefined}
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? /** @type {ErrorCode} */ (error.code) : undefined;
}

/**
 * The error that `packError` packed.
 *
 * @param {{ name: string, message: string, code: ErrorCode }} packed
 */
export function unpackError({ name, message, code }) {
  const Plain = Object.hasOwn(CLASSES, name) ? CLASSES[/** @type {keyof typeof CLASSES} */ (name)] : null;
  return Plain ? new Plain(message) : new NutgrafError(code, message);
}
