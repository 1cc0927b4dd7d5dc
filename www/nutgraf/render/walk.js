/**
 * Going to places: one tab stop for all names of the article, arrows or n and p between them, and flashes at the goal.
 */

/**
 * The names as one tab stop.
 *
 * @param {HTMLElement} article what `renderArticle` returned
 */
export function walkable(article) {
  article.addEventListener('keydown', event => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('.ng-mention');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('.ng-mention')]);
    const at = links.indexOf(/** @type {HTMLElement} */ (link));
    const to = { ArrowRight: at + 1, n: at + 1, ArrowLeft: at - 1, p: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusOnly(article, links[Math.max(0, Math.min(to, links.length - 1))]);
  });
  article.addEventListener('focusin', event => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('.ng-mention');
    if (link) keepAsStop(article, /** @type {HTMLElement} */ (link));
  });
}

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} link
 */
export function focusOnly(article, link) {
  keepAsStop(article, link);
  link.focus();
}

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} link
 */
function keepAsStop(article, link) {
  const stop = /** @type {HTMLElement | null} */ (article.querySelector('.ng-mention[tabindex="0"]'));
  if (stop && stop !== link) stop.tabIndex = -1;
  link.tabIndex = 0;
}

/**
 * The pieces of a mention or sentence in the article.
 *
 * @param {HTMLElement} article
 * @param {{ sentence?: number, entity?: number, mention?: number }} place
 * @returns {HTMLElement[]}
 */
export function piecesOf(article, { sentence, entity, mention = 0 }) {
  const selector = sentence == null ? `[data-entity="${entity}"][data-mention="${mention}"]` : `[data-sentence="${sentence}"]`;
  return [...article.querySelectorAll(selector)].map(piece => /** @type {HTMLElement} */ (piece));
}

/**
 * Brings pieces into view and lights them up for a moment. At once, and again when what has come into view has its real
 * height: paragraphs out of sight are only guessed at.
 *
 * @param {HTMLElement[]} pieces
 */
export function flash(pieces) {
  const bring = () => pieces[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  bring();
  requestAnimationFrame(() => requestAnimationFrame(bring));
  for (const piece of pieces) {
    piece.classList.add('ng-flash');
    setTimeout(() => piece.classList.remove('ng-flash'), 1600);
  }
}
