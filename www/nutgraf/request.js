/**
 * The options of one request: what stays in this thread, and what goes to the module, wherever it runs. Only the signal is
 * checked here: the module knows its options and says what is wrong with them.
 */
import { check, isObject, SIGNAL } from './options.js';

/** @typedef {import('./types.js').RequestOptions & import('./types.js').SummaryLength} Request */
/** @typedef {NonNullable<import('./types.js').AnalyzeOptions['onProgress']>} OnProgress */

/**
 * @param {Request | null} [given]
 * @returns {{ signal?: AbortSignal, onProgress?: OnProgress | null, options: object | null | undefined }}
 */
export function splitRequest(given) {
  if (!isObject(given)) return { options: given };
  const { signal, onProgress, ...options } = given;
  if (signal != null) check('signal', signal, SIGNAL);
  return { signal: signal ?? undefined, onProgress, options };
}

/**
 * Asks the module.
 *
 * @param {Pick<import('./worker-messages.js').Engine, import('./worker-messages.js').Question['ask']>} module
 * @param {import('./worker-messages.js').Question} question
 * @param {OnProgress | null} [onProgress]
 * @returns {unknown}
 */
export function answer(module, question, onProgress) {
  if (question.ask === 'compareReportsToJson') return module.compareReportsToJson(question.articles);
  return module[question.ask](question.text, withProgress(question.options, onProgress));
}

/**
 * The options with a function to tell of progress; what is no object stays as it is, for the module to refuse.
 *
 * @param {object | null | undefined} options
 * @param {OnProgress | null} [onProgress]
 */
function withProgress(options, onProgress) {
  if (!onProgress) return options;
  return options == null || isObject(options) ? { ...options, onProgress } : options;
}

/**
 * The options with a default for what they leave out.
 *
 * @param {object | null | undefined} options
 * @param {number | undefined} maxChars
 */
export function withLimit(options, maxChars) {
  if (maxChars === undefined) return options;
  return options == null || isObject(options) ? { maxChars, ...options } : options;
}
