/**
 * Cards: one for each name, with all its mentions and what the reader may put right.
 */
import { inContext, lineAround } from '../report-view/context.js';
import { counted } from '../report-view/format.js';
import { plain } from '../report-view/invisible-characters.js';
import { groupOfKind } from '../report-view/kinds.js';
import { byGroup, namesOf } from '../report-view/names.js';
import { STRINGS } from '../report-view/strings.js';
import { wordsAt } from '../spans.js';
import { isolated, wordsInContext } from './article-text.js';
import { showPosition } from './card-position.js';
import { h } from './dom.js';
import { kindOptions, labelled, nameOptions, option } from './fields.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Entity} Entity */

/** Characters on either side of a mention in its card. */
const AROUND = 36;
/** Mentions that a card lists; the stepper reaches them all. */
const LISTED = 12;

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ prefix?: string, editable?: boolean, filter?: string }} [options]
 */
export function renderEntities(text, report, options = {}) {
  const wanted = plain(options.filter ?? '').toLowerCase();
  const named = namesOf(report);
  const found = named.filter(({ name, aliases }) => [name, ...aliases].some(n => n.toLowerCase().includes(wanted)));
  const sections = byGroup(found).map(({ group, members }) =>
    h(
      'section',
      null,
      h(
        'h3',
        { class: 'ng-eyebrow' },
        h('span', { class: `ng-swatch ng-k-${group}` }),
        `${STRINGS.groups[group]} `,
        h('span', { class: 'ng-count' }, members.length),
      ),
      members.map(entity => renderCard(text, report, entity, options)),
    ),
  );
  const empty = !found.length && h('p', { class: 'ng-empty' }, named.length ? STRINGS.noMatch : STRINGS.noEntities);
  return h('div', { class: 'ng-cards' }, sections, empty);
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Entity} entity
 * @param {{ prefix?: string, editable?: boolean }} options
 */
function renderCard(text, report, entity, { prefix = '', editable = false }) {
  const { id, kind, name, role, mentions } = entity;
  const data = { 'data-entity': id, 'data-count': mentions.length };
  const card = h(
    'details',
    { class: `ng-card ng-k-${groupOfKind(kind)}`, id: `${prefix}entity-${id}`, ...data },
    h(
      'summary',
      null,
      h('span', { class: 'ng-card-name' }, isolated(name)),
      h('span', { class: 'ng-count', title: counted('mention', mentions.length) }, mentions.length),
      role && h('span', { class: 'ng-role' }, isolated(role)),
    ),
  );
  // What is inside is built when the card is first opened: an article can have hundreds of names.
  card.addEventListener('toggle', () => {
    if (card.childElementCount > 1) return;
    card.append(cardBody(text, report, entity, editable));
    showPosition(card);
  });
  return card;
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Entity} entity
 * @param {boolean} editable
 */
function cardBody(text, report, entity, editable) {
  const { aliases, mentions, related = [] } = entity;
  const pronouns = mentions
    .filter(({ form }) => form === 'pronoun')
    .map(mention => wordsAt(text, mention).toLowerCase());
  const line = (/** @type {string} */ label, /** @type {string[]} */ words) =>
    words.length > 0 &&
    h(
      'p',
      { class: 'ng-line' },
      h('span', { class: 'ng-label' }, label),
      ' ',
      words.flatMap((word, i) => [i ? ', ' : '', isolated(word)]),
    );
  return h(
    'div',
    { class: 'ng-card-body' },
    line(STRINGS.alsoCalled, aliases),
    line(STRINGS.pronouns, [...new Set(pronouns)]),
    line(STRINGS.relatedTo, related.map(id => report.entities[id]?.name).filter(Boolean)),
    stepper(),
    h(
      'ol',
      { class: 'ng-mentions' },
      mentions.slice(0, LISTED).map((mention, index) => mentionItem(text, mention, index)),
    ),
    editable && corrections(report, entity),
  );
}

/** The buttons to the previous and the next mention; card-position.js fills in the position. */
function stepper() {
  return h(
    'div',
    { class: 'ng-stepper' },
    h('span', { class: 'ng-label' }, STRINGS.mentions),
    h('button', { type: 'button', 'data-role': 'previous', 'aria-label': STRINGS.previousMention }, '‹'),
    h('span', { class: 'ng-position', 'data-role': 'position' }),
    h('button', { type: 'button', 'data-role': 'next', 'aria-label': STRINGS.nextMention }, '›'),
  );
}

/**
 * @param {string} text
 * @param {import('../types.js').Mention} mention
 * @param {number} index
 */
function mentionItem(text, mention, index) {
  const { start, link, confidence } = mention;
  const words = wordsInContext(inContext(text, mention, lineAround(text, mention), AROUND));
  return h(
    'li',
    null,
    h('a', { class: 'ng-go', href: '#', 'data-mention': index, 'data-start': start, dir: 'auto' }, words),
    ' ',
    h('span', { class: 'ng-muted ng-small' }, STRINGS.links[link], confidence < 0.5 ? `, ${STRINGS.uncertain}` : ''),
  );
}

/**
 * @param {Report} report
 * @param {Entity} entity
 */
function corrections(report, { id, kind }) {
  const others = nameOptions(report, { without: id, rank: other => Number(other.kind !== kind) });
  return h(
    'details',
    { class: 'ng-correct' },
    h('summary', null, STRINGS.correct),
    h(
      'div',
      { class: 'ng-correct-body' },
      choice(STRINGS.mergeInto, 'merge', STRINGS.mergeIt, [option('', STRINGS.choose, true), ...others]),
      choice(STRINGS.kindIs, 'retype', STRINGS.changeIt, kindOptions({ selected: kind })),
      h('button', { type: 'button', 'data-role': 'split' }, STRINGS.split),
      h('button', { type: 'button', 'data-role': 'remove-mention' }, STRINGS.removeMention),
      h('button', { type: 'button', 'data-role': 'remove' }, STRINGS.removeEntity),
    ),
  );
}

/**
 * A choice with the button that carries it out: whoever looks through the choices by keyboard changes nothing.
 *
 * @param {string} label
 * @param {string} role
 * @param {string} act
 * @param {HTMLElement[]} options
 */
function choice(label, role, act, options) {
  return h(
    'div',
    { class: 'ng-correct-choice' },
    labelled(label, h('select', { 'data-choice': role }, options)),
    h('button', { type: 'button', 'data-role': role }, act),
  );
}
