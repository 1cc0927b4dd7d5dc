/**
 * A report to read and to paste into notes.
 */
import { amountsOf, badgesOf, recurringOf, valueWords } from '../report-view/amounts.js';
import { inCalendarOrder } from '../report-view/calendar.js';
import { stretch } from '../report-view/format.js';
import { plain, visibleOnly } from '../report-view/invisible-characters.js';
import { byGroup, namesOf } from '../report-view/names.js';
import { saidWords, speakersOf, speakerWords } from '../report-view/speakers.js';
import { STRINGS } from '../report-view/strings.js';
import { wordsAt } from '../spans.js';
import { selectSummary } from '../summarize.js';

/** @typedef {import('../types.js').Report} Report */

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toMarkdown(text, report, { url, sentences = 3 }) {
  const { article, nut_graf: nut } = report;
  const words = (/** @type {import('../types.js').Span} */ span) => escaped(wordsAt(text, span));
  const sections = [
    `# ${article.headline ? words(article.headline) : STRINGS.article}`,
    [article.byline.map(words).join(', '), publishedLine(report)].filter(Boolean).join(' · '),
    url && `<${url.replaceAll(/[<>\s]/g, '')}>`,
    nut != null && `> ${words(report.sentences[nut])}`,
    list(STRINGS.summary, selectSummary(report, { sentences }).map(words)),
    ...byGroup(namesOf(report)).map(names),
    quotes(text, report),
    list(STRINGS.timeline, timeline(text, report)),
    list(
      STRINGS.comesRound,
      recurringOf(report).map(amount => amountLine(text, amount)),
    ),
    list(
      STRINGS.numbers,
      amountsOf(report).map(amount => amountLine(text, amount)),
    ),
    list(
      STRINGS.noticesTitle,
      report.notices.map(({ message }) => escaped(message)),
    ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/**
 * The day of publication as YYYY-MM-DD, with a word of doubt where its year is a guess.
 *
 * @param {Report} report
 */
function publishedLine({ article: { published, published_basis: basis } }) {
  return published && basis === 'assumed' ? `${published} (${STRINGS.yearAssumed})` : published;
}

/**
 * @param {string} title
 * @param {string[]} items
 */
export function list(title, items) {
  return items.length > 0 && `## ${title}\n\n${items.map(item => `- ${item}`).join('\n')}`;
}

/** @param {ReturnType<typeof byGroup>[number]} group */
function names({ group, members }) {
  return list(
    STRINGS.groups[group],
    members.map(
      ({ name, role, aliases, mentions }) =>
        `**${escaped(name)}**${role ? `, ${escaped(role)}` : ''} (${mentions.length})${aliases.length ? `; also ${aliases.map(escaped).join(', ')}` : ''}`,
    ),
  );
}

/**
 * @param {string} text
 * @param {Report} report
 */
function quotes(text, report) {
  const lines = speakersOf(text, report).flatMap(speaker =>
    speaker.quotes.map(quote => {
      const { kind, because, corrected } = quote;
      const name = escaped(speakerWords(text, speaker, quote));
      const words = escaped(saidWords(text, quote));
      const about = [STRINGS.quoteKinds[kind], corrected && STRINGS.correctedSpeaker].filter(Boolean).join(', ');
      return `**${name}** (${about}): ${kind === 'direct' ? `“${words}”` : words}${because ? ` *${escaped(because)}*` : ''}`;
    }),
  );
  return list(STRINGS.groups.quotes, lines);
}

/**
 * The dates in the order of the calendar, each with the sentence it stands in.
 *
 * @param {string} text
 * @param {Report} report
 */
function timeline(text, { timeline, sentences }) {
  return inCalendarOrder(timeline).map(entry => {
    const around = entry.sentence == null ? entry : sentences[entry.sentence];
    return `**${escaped(stretch(entry))}**${entry.basis ? ` (${escaped(entry.basis)})` : ''}: ${escaped(wordsAt(text, around))}`;
  });
}

/**
 * The words of an amount, with what is not plain in them.
 *
 * @param {string} text
 * @param {ReturnType<typeof amountsOf>[number]} amount
 */
function amountLine(text, { value, mentions: [first] }) {
  const words = wordsAt(text, first);
  const about = [valueWords(words, value), ...badgesOf(value)].filter(Boolean).join(', ');
  return about ? `${escaped(words)} (${escaped(about)})` : escaped(words);
}

/**
 * On one line, with everything that Markdown or HTML would read as a sign escaped.
 *
 * @param {string} words
 */
export function escaped(words) {
  return escapedInside(plain(words))
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\');
}

/**
 * The same for words inside a line, of which the edges are kept.
 *
 * @param {string} words
 */
export function escapedInside(words) {
  return visibleOnly(words)
    .replace(/[\\`*_[\]{}<>#|~!&]/g, '\\$&')
    .replace(/(https?|ftp)(:)/gi, '$1\\$2');
}
