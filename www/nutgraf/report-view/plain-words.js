/**
 * Findings as plain words, to be pasted into a message.
 */
import { selectSummary } from '../summarize.js';
import { plain } from './invisible-characters.js';
import { speakersOf } from './speakers.js';
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
  const sentences = selectSummary(report, { sentences: length }).map(({ start, end }) => line(text.slice(start, end)));
  return [headline && line(text.slice(headline.start, headline.end)), sentences.join(' ')].filter(Boolean).join('\n\n');
}

/**
 * Every quote with its speaker; of a probable speaker it says why.
 *
 * @param {string} text
 * @param {Report} report
 */
export function quotesWords(text, report) {
  const lines = speakersOf(text, report).flatMap(({ name, sort, quotes }) =>
    quotes.map(quote => {
      const words = quote.parts.map(({ start, end }) => line(text.slice(start, end))).join(' … ');
      const marked = quote.kind === 'direct' ? `“${words}”` : words;
      const named = quote.speaker_span;
      const who = sort === 'unnamed' && named && !quote.corrected ? line(text.slice(named.start, named.end)) : name;
      const corrected = quote.corrected && STRINGS.correctedSpeaker;
      const about = [STRINGS.quoteKinds[quote.kind], corrected, sort === 'probable' && quote.because];
      return `${who}: ${marked} (${about.filter(Boolean).join('; ')})`;
    }),
  );
  return lines.join('\n');
}

/** @param {string} words */
function line(words) {
  return plain(words).replace(/\s+/g, ' ').trim();
}
