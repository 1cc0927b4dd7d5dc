/**
 * The things that have a proper name, by the groups they are shown in.
 */
import { GROUPS, NAMED } from './kinds.js';

/** @typedef {import('../types.js').Entity} Entity */

/**
 * @param {import('../types.js').Report} report
 * @returns {Entity[]}
 */
export function namesOf({ entities }) {
  return entities.filter(({ kind }) => NAMED.has(kind));
}

/**
 * Names by group, the most salient first; groups without a name are left out.
 *
 * @param {Entity[]} names
 */
export function byGroup(names) {
  return GROUPS.map(({ group, kinds }) => ({
    group,
    members: bySalience(names.filter(({ kind }) => kinds.includes(kind))),
  })).filter(({ members }) => members.length > 0);
}

/** @param {Entity[]} names */
function bySalience(names) {
  return names.sort((a, b) => b.salience - a.salience || a.id - b.id);
}
