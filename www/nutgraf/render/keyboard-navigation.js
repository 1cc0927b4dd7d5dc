/**
 * The names of the article by keyboard: one tab stop for all of them, arrows or n and p between them.
 */
import { closest, find } from './dom.js';

/**
 * Makes the names one tab stop: the name that had the focus last.
 *
 * @param {HTMLElement} article what `renderArticle` returned
 */
export function navigable(article) {
  article.addEventListener('keydown', event => {
    const link = closest(event.target, '.ng-mention');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('.ng-mention')]);
    const at = links.indexOf(link);
    const to = { ArrowRight: at + 1, n: at + 1, ArrowLeft: at - 1, p: at - 1, Home: 0, End: links.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    links[Math.max(0, Math.min(to, links.length - 1))].focus();
  });
  article.addEventListener('focusin', event => {
    const link = closest(event.target, '.ng-mention');
    if (link) keepAsStop(article, link);
  });
}

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} link
 */
function keepAsStop(article, link) {
  const stop = find(article, '.ng-mention[tabindex="0"]');
  if (stop && stop !== link) stop.tabIndex = -1;
  link.tabIndex = 0;
}
