/**
 * Export, share, help: made on this device, each in a dialog.
 */
import { textFragment } from '../nutgraf/export/fragments.js';
import { EXPORT_KINDS, exportReport } from '../nutgraf/export/index.js';
import { number } from '../nutgraf/report-view/format.js';
import { say } from '../nutgraf/report-view/strings.js';
import { wordsAt } from '../nutgraf/spans.js';
import { copyText } from './copying.js';
import { byId, inputById } from './elements.js';
import { save, wireChoices } from './file-choices.js';
import { MOST_SHARED, pack } from './share.js';
import { PAGE } from './strings.js';

/** @typedef {import('../nutgraf/types.js').ExportKind} ExportKind */

/**
 * @typedef {object} Shown
 * @property {string} text
 * @property {import('../nutgraf/types.js').Report} report
 * @property {import('../nutgraf/types.js').Correction[]} corrections
 * @property {Pick<import('../nutgraf/types.js').AnalyzeOptions, 'date' | 'hints'>} options what the source says beside its text
 * @property {string} url where the article is published
 * @property {number} length
 */

/**
 * @param {() => Shown | null} current
 * @param {object} listener
 * @param {(words: string) => void} listener.announce
 * @param {(url: string) => void} listener.onUrl the reader says where the article is published
 */
export function wireDialogs(current, { announce, onUrl }) {
  wireExport(current, onUrl);
  wireShare(current, announce);
  const help = /** @type {HTMLDialogElement} */ (byId('help-dialog'));
  byId('help').addEventListener('click', () => help.showModal());
}

/**
 * @param {() => Shown | null} current
 * @param {(url: string) => void} onUrl
 */
function wireExport(current, onUrl) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('export-dialog'));
  const url = inputById('url');
  const link = () => {
    const shown = current();
    const nut = shown?.report.nut_graf;
    const sentence = shown && nut != null ? shown.report.sentences[nut] : null;
    const goal = sentence && shown && textFragment(shown.url, wordsAt(shown.text, sentence));
    byId('fragment').hidden = !goal;
    inputById('fragment-link').value = goal ?? '';
  };
  byId('export').addEventListener('click', () => {
    url.value = current()?.url ?? '';
    link();
    dialog.showModal();
  });
  url.addEventListener('input', () => {
    onUrl(url.value.trim());
    link();
  });
  /** @type {[kind: ExportKind | 'print', words: string[]][]} */
  const choices = EXPORT_KINDS.map(kind => [kind, PAGE.exports[kind]]);
  wireChoices(byId('export-choices'), [...choices, ['print', PAGE.print]], kind => {
    const shown = current();
    if (kind === 'print') print();
    else if (shown) save(fileOf(kind, shown));
  });
}

/**
 * @param {ExportKind} kind
 * @param {Shown} shown
 */
function fileOf(kind, { text, report, corrections, options, length, url }) {
  const address = URL.canParse(url) ? url : undefined;
  return exportReport(kind, text, report, { corrections, options, sentences: length, url: address });
}

/**
 * @param {() => Shown | null} current
 * @param {(words: string) => void} announce
 */
function wireShare(current, announce) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('share-dialog'));
  const field = inputById('share-link');
  const copy = byId('copy-link');
  byId('share').addEventListener('click', async () => {
    const shown = current();
    if (!shown) return;
    const fits = shown.text.length <= MOST_SHARED;
    byId('share-warning').textContent = fits
      ? PAGE.shareWarning
      : say(PAGE.shareTooLong, { n: number(shown.text.length) });
    field.value = fits ? new URL(await pack(shown), location.href).href : '';
    copy.hidden = /** @type {HTMLElement} */ (field.parentElement).hidden = !fits;
    dialog.showModal();
  });
  copy.addEventListener('click', async () => {
    field.select();
    await copyText(field.value);
    announce(PAGE.copied);
    dialog.close();
  });
}
