/**
 * The page: a thin user of the package. It takes articles in, asks for reports, and lets the reader act on what is shown.
 */
import { closest, h } from './nutgraf/render/dom.js';
import { viewSheet } from './nutgraf/render/sheets.js';
import { number, percent } from './nutgraf/report-view/format.js';
import { wireCards } from './page/cards.js';
import { wireDialogs } from './page/dialogs.js';
import { byId, inputById } from './page/elements.js';
import { wireInput } from './page/input.js';
import { keepOffline } from './page/offline.js';
import { makeReader } from './page/reader.js';
import { preload, SAMPLES, text as sampleText } from './page/samples.js';
import { unpack } from './page/share.js';
import { PageState } from './page/state.js';
import { PAGE, say } from './page/strings.js';
import { wireTheme } from './page/theme-button.js';
import { PageView } from './page/view.js';

/** @typedef {import('./page/input.js').Input} Input */

document.adoptedStyleSheets.push(viewSheet());
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const state = new PageState();
const view = new PageView(state);
const reader = makeReader({
  onReport(text, report, ms) {
    state.find(text, report);
    view.showReport();
    view.showSettled(ms);
  },
  onError: showProblem,
  onDownload(loaded, total) {
    const share = percent(Math.min(1, loaded / total));
    if (total && !state.report) view.showLoading(say(PAGE.loading, { share }));
  },
  onProgress: share => view.showReading(share),
  onEnd: () => view.hideReading(),
});

wireTheme(byId('theme'));
wireDialogs(
  () => state.shown,
  words => view.showStatus(words),
);
wireInput(box, /** @type {HTMLElement} */ (document.querySelector('.sheet')), inputById('file'), {
  onTake: take,
  onRefuse: reason => view.showStatus(PAGE[reason]),
});
wireSamples();
wireBar();
wireText();
wirePanels();
openLink();
preload();
keepOffline();
reader.warm().then(() => view.showLoading(''), showProblem);

/**
 * Another article: reads it and shows it.
 *
 * @param {Input} input
 * @param {Input | null} [other] the plain form, if there are two
 */
function take(input, other = null) {
  state.take(input, other);
  box.value = input.text;
  view.showForms(other !== null);
  showChanged();
  view.showView(hasText() ? 'read' : 'edit');
  // The box that had the focus is gone.
  if (hasText()) byId('main').focus();
  read();
}

function hasText() {
  return box.value.trim() !== '';
}

function read() {
  if (!hasText()) return clear();
  view.showPresence(true);
  reader.now(box.value, state.options);
}

/** The text in the box is another; what is shown for the old one goes when the new report comes. */
function showChanged() {
  view.showPresence(hasText());
  view.hideProblem();
}

function clear() {
  reader.stop();
  state.clear();
  showCleared();
}

function showCleared() {
  box.value = '';
  showChanged();
  view.showForms(false);
  byId('undo').hidden = true;
  view.article.replaceChildren();
  view.showView('edit');
  view.showStatus('');
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** @param {unknown} error */
function showProblem(error) {
  view.showProblem(error, () => {
    if (hasText()) read();
    else reader.warm().catch(showProblem);
  });
}

/** @param {import('./nutgraf/types.js').Correction} correction */
function correct(correction) {
  state.correct(correction);
  view.showReport();
  const what = PAGE.corrections[correction.op];
  view.showStatus(say(PAGE.corrected, { what, n: number(state.corrections.length) }));
  const { name, kind } = correctedEntity(correction);
  const entity = state.report?.entities.find(e => e.name === name && e.kind === kind);
  if (!entity || !view.openCard(entity.id, 0)) byId('undo').focus();
}

/**
 * How the entity is named after a correction.
 *
 * @param {import('./nutgraf/types.js').Correction} correction
 */
function correctedEntity(correction) {
  if (correction.op === 'merge') return correction.into;
  return correction.op === 'retype' ? { ...correction.entity, kind: correction.kind } : correction.entity;
}

function wireSamples() {
  const item = (/** @type {import('./page/samples.js').Sample} */ { file, title, note }) =>
    h('li', null, h('button', { type: 'button', 'data-file': file }, title, h('small', null, note)));
  byId('samples').append(...SAMPLES.map(item));
  byId('samples').addEventListener('click', async event => {
    const file = closest(event.target, 'button')?.dataset.file;
    if (!file) return;
    try {
      take({ text: await sampleText(file), hints: [], date: null });
      byId('main').focus();
    } catch {
      view.showStatus(PAGE.samplesMissing);
    }
  });
}

function wireBar() {
  byId('new').addEventListener('click', () => {
    reader.stop();
    state.putAway();
    showCleared();
    byId('undo').hidden = !state.cleared;
    if (state.cleared) view.showStatus(PAGE.cleared);
    box.focus();
  });
  byId('view-read').addEventListener('click', () => view.showView('read'));
  byId('read-now').addEventListener('click', () => {
    view.showView('read');
    byId('main').focus();
  });
  byId('view-edit').addEventListener('click', () => {
    view.showView('edit');
    box.focus();
  });
  byId('open').addEventListener('click', () => byId('file').click());
  byId('undo').addEventListener('click', () => {
    if (state.cleared) return take(state.cleared);
    state.undo();
    view.showReport();
    view.showStatus(PAGE.undone);
    if (!state.corrections.length) byId('main').focus();
  });
}

function wireText() {
  box.addEventListener('input', () => {
    state.type();
    view.showForms(false);
    if (!hasText()) return clear();
    showChanged();
    reader.soon(box.value, state.options);
  });
  byId('pasted').addEventListener('change', event => {
    const which = /** @type {HTMLInputElement} */ (event.target).value === 'page' ? 'page' : 'plain';
    const form = state.takeForm(which);
    if (!form) return;
    box.value = form.text;
    read();
  });
  const date = inputById('date');
  date.addEventListener('change', () => {
    state.date = date.value || null;
    read();
  });
  view.article.addEventListener('click', event => {
    const link = closest(event.target, '.ng-mention');
    if (!link) return;
    event.preventDefault();
    view.showEntity(Number(link.dataset.entity), Number(link.dataset.mention), link);
  });
  // Esc on a name gives up the selection; the sheet and the cards have their own way back.
  view.article.addEventListener('keydown', event => {
    if (event.key === 'Escape') view.hideSelected();
  });
}

function wirePanels() {
  wireCards(view.side.panel('entities'), {
    current: () => state.shown,
    goToMention: (entity, mention) => view.showMention(entity, mention),
    correct,
  });
  byId('side').addEventListener('click', event => {
    const link = closest(event.target, 'a');
    if (link && !event.defaultPrevented) {
      event.preventDefault();
      followLink(link);
    }
    const role = closest(event.target, 'button')?.dataset.role;
    if (role === 'shorter' || role === 'longer') resize(state.length + (role === 'longer' ? 1 : -1));
  });
  byId('side').addEventListener('input', event => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.role === 'length') resize(Number(input.value));
    if (input.classList.contains('names-filter')) {
      state.filter = input.value;
      view.showNames();
    }
  });
}

/** @param {HTMLElement} link */
function followLink(link) {
  const { entity, sentence, start } = link.dataset;
  view.showView('read');
  if (view.side.isSheet() && entity == null) view.side.show('text');
  if (entity != null) view.showEntity(Number(entity), 0, link);
  else if (sentence != null) view.showSentence(Number(sentence));
  else if (start != null) view.showPlace(Number(start));
}

/** @param {number} length sentences in the summary */
function resize(length) {
  state.resize(length);
  view.showLength();
}

async function openLink() {
  if (!location.hash.startsWith('#v1=')) return;
  try {
    const text = await unpack(location.hash);
    if (text) take({ text, hints: [], date: null });
  } catch {
    view.showStatus(PAGE.linkBroken);
  }
}

addEventListener('hashchange', openLink);
// Corrections are work: the browser asks before it throws them away.
addEventListener('beforeunload', event => {
  if (state.corrections.length) event.preventDefault();
});
