/**
 * Buttons for the files that can be made, in a dialog that closes when one is chosen.
 */
import { closest, h } from '../nutgraf/render/dom.js';

/**
 * @template {string} Kind
 * @param {HTMLElement} box
 * @param {[kind: Kind, words: string[]][]} choices with a name and a note for each
 * @param {(kind: Kind) => void} onChoose
 */
export function wireChoices(box, choices, onChoose) {
  const dialog = /** @type {HTMLDialogElement} */ (box.closest('dialog'));
  box.append(
    ...choices.map(([kind, [name, note]]) =>
      h('button', { type: 'button', 'data-kind': kind }, name, h('small', null, note)),
    ),
  );
  box.addEventListener('click', event => {
    const kind = /** @type {Kind | undefined} */ (closest(event.target, 'button')?.dataset.kind);
    if (!kind) return;
    dialog.close();
    onChoose(kind);
  });
}

/**
 * A file for the reader to keep.
 *
 * @param {{ name: string, type: string, content: string }} file
 */
export function save({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
