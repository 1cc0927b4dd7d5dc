/**
 * On the published site a service worker keeps every file, so that the page opens without a network. `cargo xtask pack`
 * writes it; where the page is served for development there is none.
 */
import { trustedScript } from '../nutgraf/trusted-types.js';

export function keepOffline() {
  if (document.documentElement.dataset.offline === undefined) return;
  navigator.serviceWorker?.register(trustedScript(new URL('../sw.js', import.meta.url))).catch(() => {});
}
