/**
 * Defines `<nutgraf-article>`, once, and only where there are custom elements.
 */
import { NutgrafArticle } from './element.js';

export { NutgrafArticle };

if (globalThis.customElements && !customElements.get('nutgraf-article'))
  customElements.define('nutgraf-article', NutgrafArticle);
