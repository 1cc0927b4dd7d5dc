/**
 * The page: a thin user of the package. It holds the text, asks for reports, and shows them.
 */
import { applyCorrections } from './nutgraf/corrections.js';
import { renderArticle } from './nutgraf/render/article.js';
import { h } from './nutgraf/render/dom.js';
import { renderEntities } from './nutgraf/render/entities.js';
import { lengthOf, renderFacts, renderNotices, wordsOf } from './nutgraf/render/facts.js';
import { NAMED } from './nutgraf/render/kinds.js';
import { renderQuotes } from './nutgraf/render/quotes.js';
import { STRINGS, counted, number, percent } from './nutgraf/render/strings.js';
import { viewSheet } from './nutgraf/render/sheets.js';
import { renderSummary, resizeSummary } from './nutgraf/render/summary.js';
import { renderTimeline } from './nutgraf/render/timeline.js';
import { flash, piecesOf, walkable } from './nutgraf/render/walk.js';
import { openCard, wireCards } from './page/cards.js';
import { wireDialogs } from './page/dialogs.js';
import { wireInput } from './page/input.js';
import { makeLegend } from './page/legend.js';
import { keepOffline } from './page/offline.js';
import { makeReader, optionsOf } from './page/reader.js';
import { SAMPLES, preload, text as sampleText } from './page/samples.js';
import { unpack } from './page/share.js';
import { makeSide } from './page/side.js';
import { PAGE, say } from './page/strings.js';
import { wireTheme } from './page/theme-button.js';

/** @typedef {import('./nutgraf/types.js').Report} Report */
/** @typedef {import('./nutgraf/types.js').Correction} Correction */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const root = document.documentElement;
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const dateField = /** @type {HTMLInputElement} */ (byId('date'));
const view = byId('text-view');

/** What the reader has chosen and what was found; everything on the page follows from it. */
const state = {
  /** @type {import('./nutgraf/types.js').Hint[]} */
  hints: [],
  /** @type {string | null} the day the reader gave */
  date: null,
  /** @type {import('./page/input.js').Taken[]} the page and the plain form of what was pasted */
  forms: [],
  /** @type {string} the text of the report */
  text: '',
  /** @type {Report | null} as it was found */
  found: null,
  /** @type {Report | null} with the corrections */
  report: null,
  /** @type {Correction[]} */
  corrections: [],
  length: 3,
  filter: '',
  /** @type {import('./page/input.js').Taken | null} what "New" has put away */
  cleared: null,
};

const side = makeSide(byId('side'));
const legend = makeLegend(byId('legend'), showText);
const reader = makeReader({
  onReport(request, report, ms) {
    state.text = request.text;
    state.found = report;
    showReport();
    settle(ms);
  },
  onError: showProblem,
  onProgress(loaded, total) {
    if (total && !state.found) announceLoading(say(PAGE.loading, { share: percent(Math.min(1, loaded / total)) }));
  },
});

document.adoptedStyleSheets.push(viewSheet());
wireTheme(byId('theme'));
wireDialogs(() => state.report && { text: state.text, report: state.report, corrections: state.corrections, options: optionsOf(state), length: state.length }, announce);
wireInput(box, /** @type {HTMLElement} */ (document.querySelector('.sheet')), /** @type {HTMLInputElement} */ (byId('file')), {
  onTake: (taken, other) => take(taken, other),
  onRefuse: reason => announce(PAGE[reason]),
});
wireSamples();
wireBar();
wireText();
wirePanels();
openLink();
preload();
keepOffline();
reader.warm().then(() => announceLoading(''), showProblem);

/**
 * Another article: reads it and shows it.
 *
 * @param {import('./page/input.js').Taken} taken
 * @param {import('./page/input.js').Taken | null} [other]
 */
function take(taken, other = null) {
  box.value = taken.text;
  state.forms = other ? [taken, other] : [];
  Object.assign(state, { hints: taken.hints, date: taken.date, corrections: taken.corrections ?? [], filter: '', length: 3, cleared: null });
  byId('pasted').hidden = !other;
  /** @type {HTMLInputElement} */ (byId('pasted').querySelector('input')).checked = true;
  changed();
  setView(taken.text.trim() ? 'read' : 'edit');
  // The box that had the focus is gone.
  if (taken.text.trim()) byId('main').focus();
  read();
}

function read() {
  if (!box.value.trim()) return clear();
  root.dataset.text = 'yes';
  reader.now({ text: box.value, date: state.date, hints: state.hints });
}

/** The text in the box is another; what is shown for the old one goes when the new report comes. */
function changed() {
  root.dataset.text = box.value.trim() ? 'yes' : 'no';
  byId('problem').replaceChildren();
}

function clear() {
  reader.stop();
  Object.assign(state, { text: '', found: null, report: null, hints: [], date: null, corrections: [], forms: [], filter: '' });
  box.value = '';
  changed();
  byId('pasted').hidden = true;
  byId('undo').hidden = true;
  view.replaceChildren();
  setView('edit');
  announce('');
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** @param {'read' | 'edit'} which */
function setView(which) {
  root.dataset.view = which;
  byId('compose').hidden = which === 'read';
  byId('reading').hidden = which === 'edit';
  byId('view-read').setAttribute('aria-pressed', String(which === 'read'));
  byId('view-edit').setAttribute('aria-pressed', String(which === 'edit'));
}

function showReport() {
  if (!state.found) return;
  const report = state.report = applyCorrections(state.found, state.corrections);
  const { text } = state;
  const { published } = report.article;
  byId('figures').replaceChildren(lengthOf(text, report));
  if (document.activeElement !== dateField) dateField.value = published ?? '';
  byId('notices').replaceChildren(...report.notices.length ? [renderNotices(text, report)] : []);
  byId('undo').hidden = !state.corrections.length;
  legend.update(report);
  showText();
  state.length = Math.min(state.length, Math.max(1, report.summary.length));
  side.fill('summary', renderSummary(text, report, { length: state.length }));
  showNames();
  side.fill('quotes', renderQuotes(text, report));
  side.fill('timeline', renderTimeline(text, report));
  side.fill('facts', renderFacts(text, report));
}

function showText() {
  if (!state.report) return;
  const article = renderArticle(state.text, state.report, { isShown: legend.isShown });
  article.classList.toggle('ng-labels', legend.hasLabels());
  walkable(article);
  view.replaceChildren(article);
}

function showNames() {
  const { text, report, filter } = state;
  if (!report) return;
  const panel = side.panel('entities');
  const open = new Set([...panel.querySelectorAll('.ng-card[open] .ng-card-name')].map(name => name.textContent ?? ''));
  const cards = renderEntities(text, report, { editable: true, filter });
  const field = panel.querySelector('.names-filter');
  if (field) panel.querySelector('.ng-cards')?.replaceWith(cards);
  else panel.replaceChildren(h('input', { class: 'names-filter', type: 'search', 'aria-label': STRINGS.filter, placeholder: STRINGS.filter }), cards);
  for (const card of cards.querySelectorAll('details.ng-card')) {
    if (open.has(card.querySelector('.ng-card-name')?.textContent ?? '')) /** @type {HTMLDetailsElement} */ (card).open = true;
  }
}

/**
 * One sentence for the settled analysis, as corrected.
 *
 * @param {number} ms
 */
function settle(ms) {
  const { report } = state;
  if (!report) return;
  const count = (/** @type {string} */ kind) => report.entities.filter(entity => entity.kind === kind).length;
  announce(say(PAGE.settled, {
    words: counted('word', wordsOf(state.text, report)), ms: number(Math.max(1, Math.round(ms))), people: counted('person', count('person')),
    organisations: counted('organisation', count('organisation')), quotes: counted('quote', report.quotes.length),
  }));
}

/** @param {string} words */
function announce(words) {
  byId('status').textContent = words;
}

/**
 * Says how far loading is, unless the reader has been told something else meanwhile.
 *
 * @param {string} words
 */
function announceLoading(words) {
  const status = byId('status');
  if (status.textContent !== (status.dataset.loading ?? '')) return;
  status.dataset.loading = words;
  announce(words);
}

/** @param {any} error */
function showProblem(error) {
  if (error.code === 'aborted') return;
  const retry = h('button', { type: 'button' }, PAGE.retry);
  retry.addEventListener('click', () => {
    byId('problem').replaceChildren();
    if (box.value.trim()) read();
    else reader.warm().catch(showProblem);
  });
  const what = error.code === 'load' ? PAGE.noReader : PAGE.failed;
  byId('problem').replaceChildren(h('span', null, h('strong', null, what), ' ', String(error.message).replace(/^nutgraf: /, '')), retry);
}

/** @param {Correction} correction */
function correct(correction) {
  state.corrections = [...state.corrections, correction];
  showReport();
  announce(say(PAGE.corrected, { what: PAGE.corrections[correction.op], n: number(state.corrections.length) }));
  const name = correction.op === 'merge' ? correction.into.name : correction.entity.name;
  const kind = correction.op === 'retype' ? correction.kind : correction.op === 'merge' ? correction.into.kind : correction.entity.kind;
  const entity = state.report?.entities.find(e => e.name === name && e.kind === kind);
  if (!entity || !openCard(side.panel('entities'), entity.id, 0)) byId('undo').focus();
}

/**
 * @param {number} entity
 * @param {number} mention
 */
function goToMention(entity, mention) {
  setView('read');
  select(entity);
  const pieces = piecesOf(view, { entity, mention });
  const place = state.report?.entities[entity].mentions[mention];
  if (pieces.length || !place) flash(pieces);
  else goToPlace(place.start);
}

/**
 * The sentence around a place: for words that are not marked.
 *
 * @param {number} start
 */
function goToPlace(start) {
  const sentence = state.report?.sentences.findIndex(({ end }) => end > start) ?? -1;
  if (sentence >= 0) flash(piecesOf(view, { sentence }));
}

/** @param {number} entity */
function select(entity) {
  for (const link of view.querySelectorAll('.ng-selected')) link.classList.remove('ng-selected');
  for (const link of view.querySelectorAll(`[data-entity="${entity}"]`)) link.classList.add('ng-selected');
}

/**
 * @param {number} entity
 * @param {number} mention
 * @param {HTMLElement} from
 */
function openEntity(entity, mention, from) {
  const found = state.report?.entities[entity];
  if (!found) return;
  side.cameFrom(from);
  select(entity);
  if (!NAMED.has(found.kind)) {
    side.show(found.kind === 'date' || found.kind === 'time' ? 'timeline' : 'facts');
    side.panel(found.kind === 'date' || found.kind === 'time' ? 'timeline' : 'facts').focus({ preventScroll: true });
    return;
  }
  side.show('entities');
  if (openCard(side.panel('entities'), entity, mention)) return;
  state.filter = '';
  const field = /** @type {HTMLInputElement | null} */ (side.panel('entities').querySelector('.names-filter'));
  if (field) field.value = '';
  showNames();
  openCard(side.panel('entities'), entity, mention);
}

function wireSamples() {
  byId('samples').append(...SAMPLES.map(({ file, title, note }) => h('li', null,
    h('button', { type: 'button', 'data-file': file }, title, h('small', null, note)))));
  byId('samples').addEventListener('click', async event => {
    const file = /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.file;
    if (!file) return;
    try {
      take({ text: await sampleText(file), hints: [], date: null });
      byId('main').focus();
    } catch {
      announce(PAGE.samplesMissing);
    }
  });
}

function wireBar() {
  byId('new').addEventListener('click', () => {
    const { text, hints, date, corrections } = state;
    clear();
    state.cleared = text ? { text, hints, date, corrections } : null;
    byId('undo').hidden = !text;
    if (text) announce(PAGE.cleared);
    box.focus();
  });
  byId('view-read').addEventListener('click', () => setView('read'));
  byId('read-now').addEventListener('click', () => {
    setView('read');
    byId('main').focus();
  });
  byId('view-edit').addEventListener('click', () => {
    setView('edit');
    box.focus();
  });
  byId('open').addEventListener('click', () => byId('file').click());
  byId('undo').addEventListener('click', () => {
    if (state.cleared) return take(state.cleared);
    state.corrections = state.corrections.slice(0, -1);
    showReport();
    announce(PAGE.undone);
    if (!state.corrections.length) byId('main').focus();
  });
}

function wireText() {
  box.addEventListener('input', () => {
    Object.assign(state, { hints: [], forms: [] });
    byId('pasted').hidden = true;
    state.cleared = null;
    if (!box.value.trim()) return clear();
    changed();
    reader.soon({ text: box.value, date: state.date, hints: [] });
  });
  byId('pasted').addEventListener('change', event => {
    const form = state.forms[/** @type {HTMLInputElement} */ (event.target).value === 'page' ? 0 : 1];
    if (!form) return;
    box.value = form.text;
    Object.assign(state, { hints: form.hints, date: form.date });
    read();
  });
  dateField.addEventListener('change', () => {
    state.date = dateField.value || null;
    read();
  });
  view.addEventListener('click', event => {
    const link = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest('.ng-mention'));
    if (!link) return;
    event.preventDefault();
    openEntity(Number(link.dataset.entity), Number(link.dataset.mention), link);
  });
}

function wirePanels() {
  const element = byId('side');
  wireCards(side.panel('entities'), {
    current: () => state.report && { text: state.text, report: state.report }, goToMention, correct,
  });
  element.addEventListener('click', event => {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest('a'));
    if (link && !event.defaultPrevented) {
      event.preventDefault();
      followLink(link);
    }
    const role = target.closest('button')?.dataset.role;
    if (role === 'shorter' || role === 'longer') resize(state.length + (role === 'longer' ? 1 : -1));
  });
  element.addEventListener('input', event => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.role === 'length') resize(Number(input.value));
    if (input.classList.contains('names-filter')) {
      state.filter = input.value;
      showNames();
    }
  });
}

/** @param {HTMLElement} link */
function followLink(link) {
  const { entity, sentence, start } = link.dataset;
  setView('read');
  if (side.isSheet() && entity == null) side.show('text');
  if (entity != null) return openEntity(Number(entity), 0, link);
  if (sentence != null) flash(piecesOf(view, { sentence: Number(sentence) }));
  else if (start != null) goToPlace(Number(start));
}

/** @param {number} length */
function resize(length) {
  const { report, text } = state;
  if (!report) return;
  state.length = Math.max(1, Math.min(length, report.summary.length));
  resizeSummary(side.panel('summary'), text, report, { length: state.length });
}

async function openLink() {
  if (!location.hash.startsWith('#v1=')) return;
  try {
    const text = await unpack(location.hash);
    if (text) take({ text, hints: [], date: null });
  } catch {
    announce(PAGE.linkBroken);
  }
}

// Esc on a name gives up the selection; the sheet and the cards have their own way back.
view.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const link of view.querySelectorAll('.ng-selected')) link.classList.remove('ng-selected');
});
addEventListener('hashchange', openLink);
// Corrections are work: the browser asks before it throws them away.
addEventListener('beforeunload', event => {
  if (state.corrections.length) event.preventDefault();
});

