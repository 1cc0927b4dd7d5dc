#!/usr/bin/env node
// What chrono-node finds, as reports that spans.py scores: npm install chrono-node@2.10.3, then
//   node chrono.mjs < GOLD.jsonl > REPORTS.jsonl
// On the cases of a peer: peer_values.py CASES.jsonl --nutgraf ./chrono.mjs
//
// Fair to it: British order is tried where the text holds a numeric date with a number above 12 in the first place, a
// result without a day counts as its whole month or year, and one with an end as the stretch.
import * as chrono from 'chrono-node';
import { createInterface } from 'node:readline';

const utf16ToCodePoint = text => {
  const map = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    map[at] = count;
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdbff) count += 1;
  }
  map[text.length] = count;
  return map;
};

const iso = (year, month, day) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const stretch = parts => {
  const [year, month, day] = ['year', 'month', 'day'].map(name => parts.get(name));
  if (parts.isCertain('day') || parts.isCertain('weekday')) return [iso(year, month, day), iso(year, month, day)];
  if (parts.isCertain('month')) return [iso(year, month, 1), iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())];
  if (parts.isCertain('year')) return [iso(year, 1, 1), iso(year, 12, 31)];
  return [iso(year, month, day), iso(year, month, day)];
};

const entriesOf = ({ text, date }) => {
  const dayFirst = /\b(1[3-9]|2\d|3[01])\/\d{1,2}\/\d{2,4}\b/.test(text);
  const parser = dayFirst ? chrono.en.GB : chrono.en.casual;
  const reference = date ? { instant: new Date(`${date}T12:00:00Z`), timezone: 0 } : undefined;
  const map = utf16ToCodePoint(text);
  return parser.parse(text, reference).map(({ index, text: words, start, end }) => {
    const [from, to] = stretch(start);
    return { start: map[index], end: map[index + words.length], from, to: end ? stretch(end)[1] : to };
  });
};

for await (const line of createInterface({ input: process.stdin })) {
  const document = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: document.id, entities: [], timeline: entriesOf(document) })}\n`);
}
