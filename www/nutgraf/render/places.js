/**
 * Going to places of the article: the pieces of a mention or a sentence, and a flash at the goal.
 */
import { find } from './dom.js';

/** How long pieces are lit. */
const LIT_MS = 1600;
/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} when each goes out */
const lit = new WeakMap();

/**
 * The pieces of a mention or sentence in the article.
 *
 * @param {ParentNode} article
 * @param {{ sentence?: number, entity?: number, mention?: number }} place
 * @returns {HTMLElement[]}
 */
export function piecesOf(article, { sentence, entity, mention = 0 }) {
  const selector =
    sentence == null ? `[data-entity="${entity}"][data-mention="${mention}"]` : `[data-sentence="${sentence}"]`;
  return [...article.querySelectorAll(selector)].map(piece => /** @type {HTMLElement} */ (piece));
}

/**
 * Brings pieces into view and lights them up for a moment. At once, and again when what has come into view has its real
 * height: paragraphs out of sight are only guessed at.
 *
 * @param {HTMLElement[]} pieces
 */
export function flash(pieces) {
  for (const piece of pieces) unfold(piece);
  const bring = () => pieces[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  bring();
  requestAnimationFrame(() => requestAnimationFrame(bring));
  for (const piece of pieces) light(piece);
}

/**
 * Lights a piece up. Whoever goes there again sees it for as long again.
 *
 * @param {HTMLElement} piece
 */
function light(piece) {
  clearTimeout(lit.get(piece));
  piece.classList.add('ng-flash');
  lit.set(
    piece,
    setTimeout(() => piece.classList.remove('ng-flash'), LIT_MS),
  );
}

/**
 * Opens what is folded around a piece.
 *
 * @param {HTMLElement} piece
 */
function unfold(piece) {
  const fold = /** @type {HTMLDetailsElement | null} */ (piece.closest('details.ng-fold'));
  if (fold) fold.open = true;
}

/**
 * The row of a panel that tells of an amount or a date: of the mention that was chosen, or else of another one.
 *
 * @param {ParentNode} panel
 * @param {import('../types.js').Entity} entity
 * @param {number} mention
 */
export function rowOf(panel, { mentions }, mention) {
  const rows = [mentions[mention], ...mentions].map(place => find(panel, `li .ng-go[data-start="${place?.start}"]`));
  return rows.find(row => row !== null) ?? null;
}
