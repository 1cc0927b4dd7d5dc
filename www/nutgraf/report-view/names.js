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
 * Names by group, the most salient first, and apart from them what is named only beside the story: in links, notices, debris. Groups
 * without a name are left out.
 *
 * @param {Entity[]} names
 */
export function byGroup(names) {
  const told = names.filter(name => !isBeside(name));
  const groups = GROUPS.map(({ group, kinds }) => ({
    group,
    members: bySalience(told.filter(({ kind }) => kinds.includes(kind))),
  }));
  const beside = { group: /** @type {import('./kinds.js').Group} */ ('beside'), members: names.filter(isBeside) };
  return [...groups, beside].filter(({ members }) => members.length > 0);
}

/**
 * Whether a name stands in no part of the story.
 *
 * @param {Entity} name
 */
export function isBeside({ mentions }) {
  return mentions.every(mention => mention.beside);
}

/** @param {Entity[]} names */
function bySalience(names) {
  return names.sort((a, b) => b.salience - a.salience || a.id - b.id);
}
