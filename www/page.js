/**
 * The page: a thin user of the package. It takes articles in, asks for reports, and lets the reader act on what is shown.
 */
import { isOfReading } from './nutgraf/correct-options.js';
import { closest, h } from './nutgraf/render/dom.js';
import { viewSheet } from './nutgraf/render/sheets.js';
import { number, percent } from './nutgraf/report-view/format.js';
import { say } from './nutgraf/report-view/strings.js';
import { wireCards } from './page/cards.js';
import { Comparing } from './page/comparing/index.js';
import { wireCopies, wireCopyButtons } from './page/copying.js';
import { wireNames, wireParagraphs, wireSelection, wireSummary } from './page/corrections.js';
import { wireDate } from './page/date-field.js';
import { wireDialogs } from './page/dialogs.js';
import { byId, inputById, isField } from './page/elements.js';
import { wireInput } from './page/input.js';
import { keepOffline } from './page/offline.js';
import { ofText } from './page/plain-text.js';
import { wireQuotes } from './page/quotes.js';
import { Reader } from './page/reader.js';
import { preload, SAMPLES, text as sampleText } from './page/samples.js';
import { isLink, unpack } from './page/share.js';
import { PageState } from './page/state.js';
import { PAGE } from './page/strings.js';
import { tab } from './page/tab.js';
import { wireTheme } from './page/theme-button.js';
import { PageView } from './page/view.js';

/** @typedef {import('./page/input.js').Input} Input */

document.adoptedStyleSheets.push(viewSheet());
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const state = new PageState();
/** @type {(() => void) | null} puts the reader back where they were, when the text is read again */
let refocus = null;
const view = new PageView(state);
const reader = new Reader({
  onReport(text, report, ms) {
    state.find(text, report);
    view.showReport();
    view.showSettled(ms);
    refocus?.();
    refocus = null;
    comparing.settle();
  },
  onError: showProblem,
  onDownload(loaded, total) {
    const share = percent(Math.min(1, loaded / total));
    if (total && !state.report) view.showLoading(say(PAGE.loading, { share }));
  },
  onProgress: share => view.showReading(share),
  onEnd: () => view.hideReading(),
});

const comparing = new Comparing({
  state,
  view,
  compare: items => reader.compare(items),
  read: readAgain,
  clear: showCleared,
  onProblem: showProblem,
});

wireTheme(byId('theme'));
wireDialogs(() => state.shown, {
  announce: words => view.showStatus(words),
  onUrl: url => {
    state.url = url;
  },
});
wireInput(box, /** @type {HTMLElement} */ (document.querySelector('.sheet')), inputById('file'), {
  onTake: take,
  onRefuse: reason => view.showStatus(PAGE[reason]),
});
wireSamples();
wireBar();
wireText();
wireArticle();
wirePanels();
wireSide();
openLink();
tab.wire({ onTake: take, onLost: place => view.showHere(place) });
preload();
keepOffline();
reader.warm().then(() => view.showLoading(''), showProblem);

/**
 * Another article: reads it and shows it.
 *
 * @param {import('./page/input.js').Form[]} forms
 */
function take(forms) {
  state.take(forms);
  comparing.expect();
  fillBox();
  view.showForms();
  view.names.showFilter();
  showChanged();
  view.showView(hasText() ? 'read' : 'edit');
  // The box that had the focus is gone.
  if (hasText()) byId('main').focus();
  read();
}

/** Puts the text into the box; whoever edits it begins at its beginning. */
function fillBox() {
  box.value = state.source;
  box.setSelectionRange(0, 0);
  box.scrollTop = 0;
}

/** @param {Input} input */
function takeInput(input) {
  take([{ name: 'article', input }]);
}

function hasText() {
  return box.value.trim() !== '';
}

/** Reads the article of the state, which has changed. */
function readAgain() {
  fillBox();
  view.showForms();
  read();
}

function read() {
  if (!hasText()) return clear();
  view.showPresence(true);
  reader.now(state.source, state.options);
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
  view.showForms();
  view.names.showFilter();
  view.showUndo();
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

/**
 * @param {import('./nutgraf/types.js').Correction} correction
 * @param {import('./nutgraf/types.js').Correction | null} [instead] one that was only on the way to this one
 */
function correct(correction, instead) {
  state.correct(correction, instead);
  showCorrected(correction);
  const what = PAGE.corrections[correction.op];
  view.showStatus(say(PAGE.corrected, { what, n: number(state.corrections.length) }));
}

/**
 * What a correction has changed, given or taken back.
 *
 * @param {import('./nutgraf/types.js').Correction} correction
 */
function showCorrected(correction) {
  view.showUndo();
  if (isOfReading(correction)) read();
  else view.showReport();
}

/**
 * A correction of an entity: its card is opened again, where it stood.
 *
 * @param {import('./nutgraf/types.js').Correction} correction
 * @param {number} position
 */
function correctEntity(correction, position) {
  correct(correction);
  const ref = entityAfter(correction);
  const entity = ref && state.report?.entities.find(({ name, kind }) => name === ref.name && kind === ref.kind);
  const goal = entity && Math.min(position, entity.mentions.length - 1);
  if (!entity || !view.names.openCard(entity.id, goal ?? 0)) byId('undo').focus();
}

/**
 * How the entity is named after a correction.
 *
 * @param {import('./nutgraf/types.js').Correction} correction
 */
function entityAfter(correction) {
  if (correction.op === 'merge') return correction.into;
  if (correction.op === 'retype') return { ...correction.entity, kind: correction.kind };
  return 'entity' in correction ? correction.entity : null;
}

function wireSamples() {
  const item = (/** @type {import('./page/samples.js').Sample} */ { file, title, note }) =>
    h('li', null, h('button', { type: 'button', 'data-file': file }, title, h('small', null, note)));
  byId('samples').append(...SAMPLES.map(item));
  byId('samples').addEventListener('click', async event => {
    const file = closest(event.target, 'button')?.dataset.file;
    if (!file) return;
    try {
      takeInput(ofText(await sampleText(file)));
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
    if (state.last) view.showStatus(PAGE.cleared);
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
  byId('undo').addEventListener('click', undo);
}

/** Takes the last correction back; without one, the article before this one comes back. */
function undo() {
  const correction = state.undo();
  if (correction) {
    showCorrected(correction);
    view.showStatus(PAGE.undone);
  } else {
    const last = state.takeBack();
    if (!last) return;
    takeInput(last);
    view.showStatus(PAGE.broughtBack);
  }
  if (!state.canUndo) byId('main').focus();
}

function wireText() {
  box.addEventListener('input', () => {
    state.type(box.value);
    view.showForms();
    if (!hasText()) return clear();
    showChanged();
    view.showUndo();
    reader.soon(state.source, state.options);
  });
  byId('pasted').addEventListener('change', event => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    takeForm(/** @type {import('./page/input.js').Form['name']} */ (value));
  });
  byId('left-out').addEventListener('click', event => {
    if (closest(event.target, 'button')) takeForm(state.isWhole ? 'article' : 'whole');
  });
  wireDate({ published: () => state.report?.article.published ?? null, correct });
}

function wireArticle() {
  view.article.addEventListener('click', event => {
    const link = closest(event.target, '.ng-mention');
    if (!link) return;
    event.preventDefault();
    view.showEntity(Number(link.dataset.entity), Number(link.dataset.mention), link);
  });
  wireCopies(view.article);
  wireParagraphs(view.article, { current: () => state.shown, correct: correctParagraph });
  wireSelection(view.article, /** @type {HTMLButtonElement} */ (byId('mark-selected')), {
    text: () => state.text,
    onMark: selected => view.showNameForm(selected),
  });
  // Esc on a name gives up the selection; the sheet and the cards have their own way back.
  view.article.addEventListener('keydown', event => {
    if (event.key === 'Escape') view.hideSelected();
  });
}

/** @param {Extract<import('./nutgraf/types.js').Correction, { op: 'block' }>} correction */
function correctParagraph(correction) {
  // Whoever steps through the kinds by keyboard gives one after the other.
  const last = state.corrections.at(-1);
  const isAgain = last?.op === 'block' && last.start === correction.start && last.words === correction.words;
  correct(correction, isAgain ? last : null);
  refocus = () => view.focusParagraph(correction.start);
}

/** @param {import('./page/input.js').Form['name']} name */
function takeForm(name) {
  state.takeForm(name);
  readAgain();
}

function wirePanels() {
  wireCards(view.side.panel('entities'), {
    current: () => state.shown,
    goToMention: (entity, mention) => view.showMention(entity, mention),
    correct: correctEntity,
  });
  wireQuotes(view.side.panel('quotes'), {
    current: () => state.shown,
    correct(correction, quote) {
      correct(correction);
      view.focusQuote(quote);
    },
    refuse: () => view.showStatus(PAGE.speakerMissing),
  });
  wireNames(view.side.panel('entities'), {
    current: () => state.shown,
    correct: correction => correctEntity(correction, 0),
    refuse: () => view.showStatus(PAGE.wordsMissing),
  });
  wireSummary(view.side.panel('summary'), {
    current: () => state.shown,
    correct(correction) {
      correct(correction);
      byId('undo').focus();
    },
  });
}

/** What can be pressed and entered in more than one of the panels. */
function wireSide() {
  const side = byId('side');
  wireCopyButtons(
    side,
    () => state.shown,
    () => view.showStatus(PAGE.copied),
  );
  side.addEventListener('click', event => {
    const link = closest(event.target, 'a');
    if (link && !event.defaultPrevented) {
      event.preventDefault();
      followLink(link);
    }
    const role = closest(event.target, 'button')?.dataset.role;
    if (role === 'shorter' || role === 'longer') resize(state.length + (role === 'longer' ? 1 : -1));
    if (role === 'correct-paragraphs') view.showParagraphs();
  });
  side.addEventListener('input', event => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.role === 'length') resize(Number(input.value));
    if (input.classList.contains('names-filter')) {
      state.filter = input.value;
      view.names.show();
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
  if (!isLink(location.hash)) return;
  try {
    const article = await unpack(location.hash);
    if (article) takeInput(article);
    else view.showStatus(PAGE.linkBroken);
  } catch {
    view.showStatus(PAGE.linkBroken);
  }
}

// Ctrl+Z, where it does not undo typing.
addEventListener('keydown', event => {
  const isUndo =
    (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
  if (!isUndo || !state.canUndo || isField(event.target) || closest(event.target, 'dialog')) return;
  event.preventDefault();
  undo();
});
addEventListener('hashchange', openLink);
// Corrections are work: the browser asks before it throws them away.
addEventListener('beforeunload', event => {
  if (state.corrections.length || state.kept?.input.corrections?.length) event.preventDefault();
});
