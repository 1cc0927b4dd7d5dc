/** @type {any} */
let policy;

/**
 * Pages that require trusted types take no plain address for a script. The address is ours or the caller's, never part
 * of an article. Where the page allows no such policy, the browser decides about the plain address.
 *
 * @param {URL | string} url
 * @returns {any}
 */
export function trustedScript(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  try {
    policy ??= trustedTypes?.createPolicy('nutgraf', { createScriptURL: String });
  } catch {
    return url;
  }
  return policy ? policy.createScriptURL(String(url)) : url;
}
