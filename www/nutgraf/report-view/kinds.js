/**
 * The kinds of entity as a reader meets them: a few groups, each with a look of its own.
 */

/** @typedef {import('../types.js').EntityKind} EntityKind */

/** @typedef {Exclude<keyof typeof import('./strings.js').STRINGS.groups, 'quotes'>} Group */

/** @type {{ group: Group, kinds: EntityKind[] }[]} */
export const GROUPS = [
  { group: 'people', kinds: ['person'] },
  { group: 'organisations', kinds: ['organisation'] },
  { group: 'places', kinds: ['place'] },
  { group: 'groups', kinds: ['group'] },
  { group: 'events', kinds: ['event'] },
  { group: 'works', kinds: ['work', 'product'] },
  { group: 'dates', kinds: ['date', 'time'] },
  { group: 'amounts', kinds: ['money', 'percent', 'quantity', 'age', 'ticker'] },
  { group: 'links', kinds: ['email', 'url'] },
];

/** The kinds that have a proper name; the others are expressions with a value. */
export const NAMED = new Set(['person', 'organisation', 'place', 'group', 'event', 'work', 'product']);

/** Every kind. */
export const KINDS = GROUPS.flatMap(({ kinds }) => kinds);

/** @type {Map<string, string>} */
const groupOf = new Map(GROUPS.flatMap(({ group, kinds }) => kinds.map(kind => [kind, group])));

/**
 * The group that a kind is shown in.
 *
 * @param {string} kind
 */
export function groupOfKind(kind) {
  return groupOf.get(kind) ?? 'amounts';
}
