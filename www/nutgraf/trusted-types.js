/**
 * Pages that require trusted types take no plain address for a script and no plain string for markup.
 */

/**
 * What becomes of a string. The result is a string where there are no trusted types, and passes for one where there are.
 *
 * @typedef {{ createHTML?: (html: string) => string, createScriptURL?: (url: string) => string }} Rules
 */

/** @typedef {{ trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules } }} Factory */

/** @type {Rules | undefined} */
let scripts;

/**
 * The address is ours or the caller's, never part of an article. Where the page allows no such policy, the browser
 * decides about the plain address.
 *
 * @param {URL | string} url
 * @returns {URL | string}
 */
export function trustedScript(url) {
  try {
    scripts ??= policy('nutgraf', { createScriptURL: String });
  } catch {
    return url;
  }
  return scripts.createScriptURL?.(String(url)) ?? url;
}

/**
 * The rules as a policy of the browser; the bare rules where it has none.
 *
 * @param {string} name
 * @param {Rules} rules
 * @returns {Rules}
 */
export function policy(name, rules) {
  const { trustedTypes } = /** @type {Factory} */ (/** @type {unknown} */ (globalThis));
  return trustedTypes?.createPolicy(name, rules) ?? rules;
}
