/**
 * The dates of the timeline in the order of the calendar.
 */

/** @typedef {import('../types.js').TimelineEntry} TimelineEntry */

/**
 * The entries in the order of the calendar, without the two ends of a range, which the range tells, and without the dates of
 * teasers and the like beside the story.
 *
 * @param {TimelineEntry[]} entries
 */
export function inCalendarOrder(entries) {
  const whole = entries.filter(({ range, beside_story }) => range == null && !beside_story);
  return whole.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || a.start - b.start);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Neighbours that mean the same days, together.
 *
 * @param {TimelineEntry[]} entries in the order of the calendar
 */
export function bySameDays(entries) {
  /** @type {TimelineEntry[][]} */
  const groups = [];
  for (const entry of entries) {
    const last = groups.at(-1)?.[0];
    if (last && last.from === entry.from && last.to === entry.to) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/**
 * The value of a `<time>` element: as exact as HTML can say it.
 *
 * @param {{ from: string, precision: string }} when
 */
export function datetime({ from, precision }) {
  if (precision === 'month') return from.slice(0, 7);
  if (precision === 'year' || precision === 'decade' || precision === 'century') return from.slice(0, 4);
  return from;
}
