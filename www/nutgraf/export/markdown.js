/**
 * A report to read and to paste into notes.
 */
import { selectSummary } from '../select.js';
import { GROUPS, NAMED } from '../render/kinds.js';
import { STRINGS, stretch } from '../render/strings.js';
import { speakers } from '../render/quotes.js';
import { inOrder } from '../render/timeline.js';
import { plain } from '../render/visible.js';

/** @typedef {import('../types.js').Report} Report */

/**
 * @param {string} text
 * @param {Report} report
 * @param {import('./index.js').ExportContext} context
 */
export function toMarkdown(text, report, { url, sentences = 3 }) {
  const { article, nut_line: nut } = report;
  const words = (/** @type {{ start: number, end: number }} */ span) => escape(text.slice(span.start, span.end));
  const sections = [
    `# ${article.headline ? words(article.headline) : STRINGS.article}`,
    [article.byline.map(words).join(', '), article.published].filter(Boolean).join(' · '),
    url && `<${url.replaceAll(/[<>\s]/g, '')}>`,
    nut != null && `> ${words(report.sentences[nut])}`,
    list(STRINGS.summary, selectSummary(report, { sentences }).map(words)),
    ...GROUPS.map(group => names(group, report)),
    quotes(text, report),
    list(STRINGS.timeline, timeline(text, report)),
    list('Notices', report.notices.map(({ message }) => escape(message))),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/**
 * @param {string} title
 * @param {string[]} items
 */
function list(title, items) {
  return items.length > 0 && `## ${title}\n\n${items.map(item => `- ${item}`).join('\n')}`;
}

/**
 * @param {typeof GROUPS[number]} group
 * @param {Report} report
 */
function names({ group, kinds }, { entities }) {
  const members = entities.filter(({ kind }) => NAMED.has(kind) && kinds.includes(kind)).sort((a, b) => b.salience - a.salience);
  return list(STRINGS.groups[group], members.map(({ name, role, aliases, mentions }) =>
    `**${escape(name)}**${role ? `, ${escape(role)}` : ''} (${mentions.length})${aliases.length ? `; also ${aliases.map(escape).join(', ')}` : ''}`));
}

/**
 * @param {string} text
 * @param {Report} report
 */
function quotes(text, report) {
  const lines = speakers(text, report).flatMap(group => group.quotes.map(({ kind, parts, because, speaker_span: told }) => {
    const words = parts.map(({ start, end }) => escape(text.slice(start, end))).join(' … ');
    const name = group.entity == null && told ? text.slice(told.start, told.end) : group.name;
    return `**${escape(name)}** (${STRINGS.quoteKinds[kind]}): ${kind === 'direct' ? `“${words}”` : words}${because ? ` *${escape(because)}*` : ''}`;
  }));
  return list(STRINGS.groups.quotes, lines);
}

/**
 * The dates in the order of the calendar, each with the sentence it stands in.
 *
 * @param {string} text
 * @param {Report} report
 */
function timeline(text, { timeline, sentences }) {
  return inOrder(timeline).map(entry => {
    const around = entry.sentence == null ? entry : sentences[entry.sentence];
    return `**${escape(stretch(entry))}**${entry.basis ? ` (${escape(entry.basis)})` : ''}: ${escape(text.slice(around.start, around.end))}`;
  });
}

/**
 * On one line, with everything that Markdown or HTML would read as a sign escaped.
 *
 * @param {string} words
 */
function escape(words) {
  return plain(words).replace(/[\\`*_[\]{}<>#|~!&]/g, '\\$&').replace(/^([-+=]|\d+(?=[.)]))/, '\\$1').replace(/(https?|ftp)(:)/gi, '$1\\$2');
}
