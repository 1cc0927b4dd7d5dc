/**
 * Markdown, read as its words: signs go, headings, lists and quotations are kept as hints.
 */

import { isDay } from '../../nutgraf/days.js';
import { join } from '../blocks.js';

/** @typedef {import('../blocks.js').Words} Words */

/** @type {[RegExp, Words['kind']][]} */
const OPENINGS = [
  [/^#\s+/, 'headline'],
  [/^#{2,6}\s+/, 'heading'],
  [/^>\s?/, 'quote'],
  [/^(?:[-*+]|\d{1,3}[.)])\s+/, 'list'],
];
/** Signs around and between words, and what is left of them. */
/** @type {[RegExp, string][]} */
const INLINE = [
  [/^\s*\[\^[^\]\s]+\]:\s*|\[\^[^\]\s]+\]/g, ''],
  [/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1'],
  [/\[([^\]\n]+)\]\[[^\]\n]*\]/g, '$1'],
  [/<(https?:[^>\s]+)>/g, '$1'],
  [/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2'],
  [/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1'],
  [/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/g, '$1'],
  [/`([^`\n]+)`/g, '$1'],
  [/^\s*\|\s*|\s*\|\s*$/g, ''],
  [/\s+\|\s+/g, ' '],
  [/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1'],
];

/** @param {string} markdown */
export function fromMarkdown(markdown) {
  const { fields, rest } = frontMatter(markdown.replace(/\r\n?/g, '\n'));
  const { title, author, date } = fields;
  /** @type {Words[]} */
  const head = [];
  if (title && !/^#\s/m.test(rest)) head.push({ words: title, kind: 'headline' });
  if (author) head.push({ words: author, kind: 'byline' });
  const blocks = rest
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n/)
    .flatMap(blocksOf);
  const day = date?.slice(0, 10);
  return { ...join([...head, ...blocks]), date: isDay(day) ? day : null };
}

/**
 * The fields that some tools put above the text, between lines of three dashes.
 *
 * @param {string} text
 */
function frontMatter(text) {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(text);
  /** @type {Record<string, string | undefined>} */
  const fields = {};
  if (!found) return { fields, rest: text };
  for (const line of found[1].split('\n')) {
    const [, name, value] = /^(\w+):\s*(.+)$/.exec(line) ?? [];
    if (name) fields[name.toLowerCase()] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return { fields, rest: text.slice(found[0].length) };
}

/**
 * The blocks of a paragraph: headings and items stand on lines of their own, the other lines belong together.
 *
 * @param {string} paragraph
 * @returns {Words[]}
 */
function blocksOf(paragraph) {
  /** @type {Words[]} */
  const blocks = [];
  for (const line of paragraph.split('\n').filter(isOfWords)) {
    const { words, kind } = lineOf(line.trim());
    const last = blocks.at(-1);
    const goesOn =
      last &&
      (kind === null ? last.kind !== 'headline' && last.kind !== 'heading' : kind === 'quote' && last.kind === kind);
    if (last && goesOn) last.words += `\n${words}`;
    else blocks.push({ words, kind });
  }
  return blocks;
}

/**
 * Whether a line is more than a rule, a fence or the underline of a heading.
 *
 * @param {string} line
 */
function isOfWords(line) {
  return line.trim() !== '' && !/^\s*(```.*|~~~.*|([-*_=]\s*){3,}|\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?)?\s*)$/.test(line);
}

/** @param {string} line @returns {Words} */
function lineOf(line) {
  const [opening, kind] = OPENINGS.find(([sign]) => sign.test(line)) ?? [null, null];
  const bare = opening
    ? line.replace(opening, '').replace(kind === 'headline' || kind === 'heading' ? /\s#+$/ : /$^/, '')
    : line;
  return { words: INLINE.reduce((words, [sign, rest]) => words.replace(sign, rest), bare), kind };
}
