/**
 * Marks on the page by the registry of highlights, which colours words and leaves the page as it is.
 */

/** @typedef {import('../messages.d.ts').Mark} Mark */

/** What the names in the registry begin with, which is the page's, too. */
const PREFIX = 'nutgraf-';
const HERE = 'here';
/** How long the words are lit that the reader has gone to, in milliseconds. */
const LIT_MS = 2500;
/** The names that stand in the registry. Firefox lets no extension list them. */
const shown = new Set();
/** What lies above what, where marks overlap: names are in quotations. */
const ABOVE = { quotes: 0, here: 2 };

/** @type {ReturnType<typeof setTimeout> | undefined} when the light goes out */
let lit;

export function canMark() {
  return 'highlights' in CSS;
}

/**
 * Marks these places and no others.
 *
 * @param {Mark[]} marks
 * @param {import('./places.js').Places} places
 * @returns {number} how many are marked
 */
export function show(marks, places) {
  clear();
  let count = 0;
  for (const [name, same] of Map.groupBy(marks, ({ name }) => name)) {
    const ranges = same.flatMap(mark => places.rangeOf(mark) ?? []);
    CSS.highlights.set(PREFIX + name, highlight(ranges, name));
    shown.add(name);
    count += ranges.length;
  }
  return count;
}

/** Takes every mark away. */
export function clear() {
  for (const name of [...shown, HERE]) if (canMark()) CSS.highlights.delete(PREFIX + name);
  shown.clear();
}

/**
 * Brings words into sight and lights them up for a moment.
 *
 * @param {Range} range
 */
export function goTo(range) {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  // The middle of a long paragraph may be far from the words.
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  if (!canMark()) return;
  clearTimeout(lit);
  CSS.highlights.set(PREFIX + HERE, highlight([range], HERE));
  lit = setTimeout(() => CSS.highlights.delete(PREFIX + HERE), LIT_MS);
}

/**
 * @param {Range[]} ranges
 * @param {string} name
 */
function highlight(ranges, name) {
  const made = new Highlight();
  for (const range of ranges) made.add(range);
  made.priority = ABOVE[/** @type {keyof typeof ABOVE} */ (name)] ?? 1;
  return made;
}
