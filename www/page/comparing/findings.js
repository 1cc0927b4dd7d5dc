/**
 * What two articles have in common and in what they differ, each finding with links to its words.
 */
import { isolated, visible } from '../../nutgraf/render/article-text.js';
import { h } from '../../nutgraf/render/dom.js';
import { wordsIn } from '../../nutgraf/report-view/articles.js';
import { counted, number } from '../../nutgraf/report-view/format.js';
import { groupOfKind } from '../../nutgraf/report-view/kinds.js';
import { placesIn, quotedWords } from '../../nutgraf/report-view/quotations.js';
import { speakerOf } from '../../nutgraf/report-view/speakers.js';
import { STRINGS } from '../../nutgraf/report-view/strings.js';
import { PAGE } from '../strings.js';
import { renderDifference } from './difference.js';
import { link, sentence, which, wordsInSentence } from './places.js';
import { aloneIn, areUnlike } from './texts.js';

/** @typedef {import('../../nutgraf/types.js').Comparison} Comparison */
/** @typedef {import('./places.js').Item} Item */
/** @typedef {Comparison['entities'][number]} Entity */

const WORDS = PAGE.comparing;

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
export function renderFindings(items, comparison) {
  return h(
    'div',
    { class: 'ng-panel' },
    areUnlike(comparison) && h('p', { class: 'unlike' }, WORDS.unlike),
    renderStatements(items, comparison, 'conflict'),
    renderQuotations(items, comparison),
    renderSpeakers(items, comparison),
    renderEntities(items, comparison),
    renderStatements(items, comparison, 'agree'),
    renderAlone(items, comparison),
    renderPairs(items, comparison),
  );
}

/**
 * @param {string} title
 * @param {HTMLElement[]} rows
 * @param {string} [empty] what is said where there are none; without, nothing is shown
 */
function section(title, rows, empty) {
  if (!rows.length && !empty) return null;
  const count = rows.length > 0 && h('span', { class: 'ng-count' }, number(rows.length));
  return h(
    'section',
    null,
    h('h3', { class: 'ng-eyebrow' }, `${title} `, count),
    rows.length ? h('ul', { class: 'rows' }, rows) : h('p', { class: 'ng-muted' }, empty),
  );
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 * @param {'agree' | 'conflict'} relation
 */
function renderStatements(items, { statements }, relation) {
  const rows = statements
    .filter(statement => statement.relation === relation)
    .map(({ places }) =>
      h(
        'li',
        { class: `statement ${relation}` },
        places.map(place => h('p', null, which(place.text), ' ', wordsInSentence(items, place))),
      ),
    );
  return section(STRINGS.comparison[relation], rows, relation === 'conflict' ? WORDS.noConflict : undefined);
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
function renderQuotations(items, { quotations }) {
  const rows = quotations.map(quotation => {
    const { relation, places, difference } = quotation;
    return h(
      'li',
      { class: 'quotation' },
      h('span', { class: 'ng-badge' }, STRINGS.comparison.relations[relation]),
      h('span', { class: 'to' }, places.map(to)),
      difference.length > 0 ? renderDifference(items, quotation) : renderSame(items, quotation),
      renderSaid(items, places),
    );
  });
  return section(WORDS.quotations, rows, WORDS.noQuotations);
}

/**
 * Words that are the same in all texts, as the first has them.
 *
 * @param {Item[]} items
 * @param {Comparison['quotations'][number]} quotation
 */
function renderSame(items, quotation) {
  const places = placesIn(items, quotation, quotation.places[0].text);
  const words = places.map(place => wordsIn(items, place)).join(' … ');
  return h('p', { class: 'difference', dir: 'auto' }, '“', visible(words), '”');
}

/**
 * Who says the words: one name if the texts agree, else that of each. Words that are in marks without being reported, as in
 * many a headline, are nobody's.
 *
 * @param {Item[]} items
 * @param {Comparison['quotations'][number]['places']} places
 */
function renderSaid(items, places) {
  /** @type {Map<number, string>} the speaker in each text */
  const said = new Map();
  for (const { text, quote } of places) {
    const { report } = items[text];
    if (quote !== null) said.set(text, speakerOf(report.quotes[quote], report).name);
  }
  const names = [...new Set(said.values())];
  if (names.length === 1) return h('p', { class: 'ng-muted' }, '— ', isolated(names[0]));
  return [...said].map(([text, name]) => h('p', { class: 'ng-muted' }, which(text), ' — ', isolated(name)));
}

/**
 * A link to words that stand beside it: the letter of their text.
 *
 * @param {{ text: number, start: number, end: number }} place
 */
function to(place) {
  const letter = link(place, [which(place.text)]);
  letter.setAttribute('aria-label', `${WORDS.showIn} ${WORDS.texts[place.text]}`);
  return letter;
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
function renderSpeakers(items, { speakers }) {
  const most = Math.max(1, ...speakers.flatMap(({ in: places }) => places.map(({ words }) => words)));
  const rows = speakers.map(({ name, in: places }) =>
    h(
      'li',
      null,
      h('p', { class: 'row-name' }, isolated(name ?? WORDS.nobodyKnown)),
      items.map((_, text) =>
        renderShare(
          items,
          text,
          places.find(place => place.text === text),
          most,
        ),
      ),
    ),
  );
  return section(WORDS.speakers, rows, STRINGS.noQuotes);
}

/**
 * How much a text quotes somebody.
 *
 * @param {Item[]} items
 * @param {number} text
 * @param {Comparison['speakers'][number]['in'][number] | undefined} place
 * @param {number} most words that anybody gets
 */
function renderShare(items, text, place, most) {
  if (!place) return h('p', { class: 'share' }, which(text), ' ', h('span', { class: 'ng-muted' }, WORDS.notQuoted));
  const quotes = place.quotes.map(id => {
    const [part] = items[text].report.quotes[id].parts;
    return link({ text, ...part }, [number(place.quotes.indexOf(id) + 1)]);
  });
  return h(
    'p',
    { class: 'share' },
    which(text),
    ' ',
    h('progress', { max: most, value: place.words, 'aria-hidden': 'true' }),
    h('span', null, quotedWords(place)),
    h('span', { class: 'ng-muted' }, `· ${counted('quote', quotes.length)}`),
    h('span', null, quotes),
  );
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
function renderEntities(items, { entities }) {
  const of = (/** @type {number | null} */ text) =>
    entities
      .map((entity, index) => ({ entity, index }))
      .filter(({ entity }) =>
        text === null ? entity.in.length > 1 : entity.in.length === 1 && entity.in[0].text === text,
      )
      .map(({ entity, index }) => renderEntity(items, entity, index));
  return [
    section(WORDS.inBoth, of(null), WORDS.nobodyInBoth),
    ...items.map((_, text) => section(WORDS.inOne[text], of(text))),
  ];
}

/**
 * @param {Item[]} items
 * @param {Entity} entity
 * @param {number} index
 */
function renderEntity(items, { name, kind, in: places }, index) {
  return h(
    'li',
    { class: 'named', 'data-entity-row': index, tabindex: -1 },
    h('span', { class: `ng-swatch ng-k-${groupOfKind(kind)}` }),
    h('span', { class: 'row-name' }, isolated(name)),
    h('span', { class: 'ng-muted ng-small' }, STRINGS.kinds[kind]),
    h(
      'span',
      { class: 'counts' },
      places.flatMap(({ text, entity, mentions }) => {
        const place = items[text].report.entities[entity].mentions[0];
        const about = `${WORDS.texts[text]}: ${counted('mention', mentions)}`;
        const to = link({ text, ...place }, [which(text), `×${number(mentions)}`]);
        to.setAttribute('aria-label', about);
        return [to, ' '];
      }),
    ),
  );
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
function renderAlone(items, comparison) {
  return items.map((_, text) => {
    const rows = aloneIn(comparison)
      .filter(lone => lone.text === text)
      .map(lone => h('li', { class: 'told' }, sentence(items, text, lone.sentence)));
    return folded(WORDS.alone[text], rows);
  });
}

/**
 * @param {Item[]} items
 * @param {Comparison} comparison
 */
function renderPairs(items, { pairs }) {
  const rows = pairs.map(({ texts, sentences }) =>
    h(
      'li',
      { class: 'told' },
      texts.map((text, index) => h('p', null, which(text), ' ', sentence(items, text, sentences[index]))),
    ),
  );
  return folded(WORDS.pairs, rows);
}

/**
 * A long list, shown when it is asked for.
 *
 * @param {string} title
 * @param {HTMLElement[]} rows
 */
function folded(title, rows) {
  if (!rows.length) return null;
  const count = h('span', { class: 'ng-count' }, number(rows.length));
  return h('details', { class: 'folded' }, h('summary', null, `${title} `, count), h('ul', { class: 'rows' }, rows));
}
