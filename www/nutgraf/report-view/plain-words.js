/**
 * Findings as plain words, to be pasted into a message.
 */
import { wordsAt } from '../spans.js';
import { selectSummary } from '../summarize.js';
import { plain } from './invisible-characters.js';
import { saidWords, speakersOf, speakerWords } from './speakers.js';
import { STRINGS } from './strings.js';

/** @typedef {import('../types.js').Report} Report */

/**
 * The headline and the sentences of the summary.
 *
 * @param {string} text
 * @param {Report} report
 * @param {number} length sentences in the summary
 */
export function summaryWords(text, report, length) {
  const { headline } = report.article;
  const sentences = selectSummary(report, { sentences: length }).map(sentence => plain(wordsAt(text, sentence)));
  return [headline && plain(wordsAt(text, headline)), sentences.join(' ')].filter(Boolean).join('\n\n');
}

/**
 * Every quote with its speaker; of a probable speaker it says why.
 *
 * @param {string} text
 * @param {Report} report
 */
export function quotesWords(text, report) {
  const lines = speakersOf(text, report).flatMap(speaker =>
    speaker.quotes.map(quote => {
      const who = plain(speakerWords(text, speaker, quote));
      const words = plain(saidWords(text, quote));
      const marked = quote.kind === 'direct' ? `“${words}”` : words;
      const corrected = quote.corrected && STRINGS.correctedSpeaker;
      const about = [STRINGS.quoteKinds[quote.kind], corrected, speaker.sort === 'probable' && quote.because];
      return `${who}: ${marked} (${about.filter(Boolean).join('; ')})`;
    }),
  );
  return lines.join('\n');
}
