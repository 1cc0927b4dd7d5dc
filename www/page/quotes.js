/**
 * What happens beside the quotes: the reader changes who said one.
 */
import { closest } from '../nutgraf/render/dom.js';
import { speakerChosen } from '../nutgraf/render/speaker-form.js';
import { wordsAt } from '../nutgraf/spans.js';

/** @typedef {import('../nutgraf/types.js').Correction} Correction */
/** @typedef {import('../nutgraf/types.js').ReadArticle} ReadArticle */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {() => ReadArticle | null} page.current
 * @param {(correction: Correction, quote: number) => void} page.correct
 * @param {() => void} page.refuse nothing was chosen
 */
export function wireQuotes(panel, { current, correct, refuse }) {
  /** @param {EventTarget | null} target */
  const change = target => {
    const shown = current();
    const card = closest(target, '[data-quote-card]');
    if (!shown || !card) return;
    const quote = Number(card.dataset.quoteCard);
    const to = speakerChosen(card, shown.report);
    if (to === undefined) return refuse();
    const [first] = shown.report.quotes[quote].parts;
    correct({ op: 'speaker', start: first.start, words: wordsAt(shown.text, first), to }, quote);
  };
  panel.addEventListener('click', event => {
    if (closest(event.target, '[data-role=change-speaker]')) change(event.target);
  });
  panel.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !closest(event.target, '[data-role=speaker-name]')) return;
    event.preventDefault();
    change(event.target);
  });
}
