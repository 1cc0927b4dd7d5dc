/**
 * The article with its marks: every name a link to its card, quotes and their reporting words set off, sentences as
 * places to go to.
 */
import { counted } from '../report-view/format.js';
import { groupOfKind } from '../report-view/kinds.js';
import { marksOf, runs } from '../report-view/marks.js';
import { STRINGS } from '../report-view/strings.js';
import { wordsAt } from '../spans.js';
import { visible } from './article-text.js';
import { h } from './dom.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../report-view/marks.js').Mark} Mark */

/**
 * How each kind of block is marked up; the rest are paragraphs.
 *
 * @type {Record<string, string>}
 */
const TAGS = { headline: 'h2', heading: 'h3', quote: 'blockquote', caption: 'p', credit: 'p' };

/** Blocks that are not the story carry a word that says what they are. */
const LABELLED = new Set(['credit', 'caption', 'note', 'disclaimer', 'ai_notice', 'related', 'furniture']);

/** Blocks that are folded away: they are on the page of the article, but no part of it. */
const FOLDED = new Set(['related', 'furniture']);

/** What the reader may say that a paragraph is. */
const CHOICES = /** @type {const} */ ([
  'body',
  'furniture',
  'headline',
  'deck',
  'byline',
  'date',
  'heading',
  'quote',
  'list',
  'caption',
  'credit',
]);

/**
 * @typedef {object} Options
 * @property {(kind: string) => boolean} [isShown] which kinds, and `quotes`, are marked
 * @property {string} [prefix] what the ids of the elements start with
 * @property {boolean} [hasKinds] whether each paragraph bears a choice of what it is
 */

/**
 * @param {string} text
 * @param {Report} report
 * @param {Options} [options]
 * @returns {HTMLElement}
 */
export function renderArticle(text, report, { isShown = () => true, prefix = '', hasKinds = false } = {}) {
  const marks = marksOf(report, isShown);
  let from = 0;
  const blocks = report.article.blocks.map(block => {
    while (from < marks.length && marks[from].end <= block.start) from += 1;
    let to = from;
    while (to < marks.length && marks[to].start < block.end) to += 1;
    const element = renderBlock(text, report, block, marks.slice(from, to), prefix);
    return { block, element: hasKinds ? h('div', { class: 'ng-choice' }, kindChoice(block), element) : element };
  });
  const article = h('article', { class: 'ng-article', 'aria-label': STRINGS.article }, folded(blocks, hasKinds));
  const first = article.querySelector('a');
  if (first) first.tabIndex = 0;
  return article;
}

/**
 * The blocks, with each run of those that are no part of the article behind one line.
 *
 * @param {{ block: import('../types.js').Block, element: HTMLElement }[]} blocks
 * @param {boolean} isOpen whether what is folded is shown, so that it can be put right
 */
function folded(blocks, isOpen) {
  /** @type {HTMLElement[]} */
  const shown = [];
  /** @type {HTMLElement[]} */
  let run = [];
  const close = () => {
    if (run.length) shown.push(fold(run, isOpen));
    run = [];
  };
  for (const { block, element } of blocks) {
    if (FOLDED.has(block.kind)) {
      run.push(element);
    } else {
      close();
      shown.push(element);
    }
  }
  close();
  return shown;
}

/**
 * @param {HTMLElement[]} blocks
 * @param {boolean} isOpen
 */
function fold(blocks, isOpen) {
  return h('details', { class: 'ng-fold', open: isOpen }, h('summary', null, counted('aside', blocks.length)), blocks);
}

/** @param {import('../types.js').Block} block */
function kindChoice({ kind, start }) {
  const kinds = CHOICES.some(choice => choice === kind) ? CHOICES : [...CHOICES, kind];
  return h(
    'label',
    { class: 'ng-block-choice' },
    STRINGS.thisIs,
    ' ',
    h(
      'select',
      { 'data-role': 'block-kind', 'data-start': start },
      kinds.map(choice => h('option', { value: choice, selected: choice === kind }, STRINGS.blocks[choice])),
    ),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('../types.js').Block} block
 * @param {Mark[]} marks
 * @param {string} prefix
 */
function renderBlock(text, report, block, marks, prefix) {
  const element = h(TAGS[block.kind] ?? 'p', {
    class: `ng-block ng-${block.kind}`,
    dir: 'auto',
    'data-block-start': block.start,
  });
  if (LABELLED.has(block.kind)) element.append(h('span', { class: 'ng-block-kind' }, STRINGS.blocks[block.kind]), ' ');
  /** @type {{ mark: Mark, element: HTMLElement }[]} */
  let open = [];
  for (const run of runs(block, marks)) {
    const same = run.marks.findIndex((mark, depth) => open[depth]?.mark !== mark);
    open = open.slice(0, same < 0 ? run.marks.length : same);
    for (const mark of run.marks.slice(open.length)) {
      const inner = renderMark(mark, report, prefix);
      (open.at(-1)?.element ?? element).append(inner);
      open.push({ mark, element: inner });
    }
    (open.at(-1)?.element ?? element).append(...visible(wordsAt(text, run)));
  }
  return element;
}

/** @type {Record<Mark['layer'], (mark: Mark, report: Report, prefix: string) => HTMLElement>} */
const MARKS = {
  lead: () => h('strong', { class: 'ng-runin' }),
  sentence: ({ id }, _, prefix) => h('span', { class: 'ng-sentence', 'data-sentence': id, id: `${prefix}s${id}` }),
  quote: ({ id }, { quotes }) => h('span', { class: `ng-quote-text ng-quote-${quotes[id].kind}`, 'data-quote': id }),
  cue: ({ id }) => h('span', { class: 'ng-cue', 'data-quote': id }),
  mention: ({ id, sub = 0 }, { entities }, prefix) => {
    const { kind, name, mentions } = entities[id];
    const { form } = mentions[sub];
    const classes = `ng-mention ng-k-${groupOfKind(kind)} ng-form-${form}`;
    const title =
      form === 'pronoun' || form === 'description' ? `${name}, ${STRINGS.kinds[kind]}` : STRINGS.kinds[kind];
    const data = { 'data-entity': id, 'data-mention': sub, 'data-label': STRINGS.kinds[kind] };
    return h('a', { class: classes, href: `#${prefix}entity-${id}`, title, tabindex: -1, ...data });
  },
};

/**
 * @param {Mark} mark
 * @param {Report} report
 * @param {string} prefix
 */
function renderMark(mark, report, prefix) {
  return MARKS[mark.layer](mark, report, prefix);
}
