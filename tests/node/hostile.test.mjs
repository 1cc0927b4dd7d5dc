// Random and altered input for what JavaScript reads: links, exports that are opened again, and texts with characters of
// every plane. The same in every run; NUTGRAF_RUNS asks for more of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyCorrections } from '../../www/nutgraf/corrections.js';
import { reopen } from '../../www/page/reopen.js';
import { pack, unpack } from '../../www/page/share.js';

const RUNS = Number(process.env.NUTGRAF_RUNS ?? 1000);

const pkg = new URL('../../www/nutgraf/pkg/', import.meta.url);
const { initSync, analyze } = await import(new URL('nutgraf.js', pkg));
initSync({ module: readFileSync(new URL('nutgraf_bg.wasm', pkg)) });
const read = text => analyze(text, { tokens: true });

/** Numbers from 0 to below 1: Marsaglia's xorshift, 32 bits. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = randomNumbers(20251127);
const below = n => Math.floor(random() * n);
const pick = list => list[below(list.length)];

/** A text with some of its characters replaced, left out or doubled. */
function altered(text) {
  const characters = [...text];
  for (let edits = 1 + below(6); edits > 0; edits -= 1) {
    const at = below(characters.length + 1);
    characters.splice(
      at,
      below(3),
      pick(['', 'A', '0', '"', '{', ']', '-', '\\', 'é', '\ud800', 'null', characters[below(characters.length)] ?? '']),
    );
  }
  return characters.join('');
}

/** Characters of every plane, marks that combine, joiners, directions, ends of lines, and halves of pairs. */
function anyText() {
  const piece = () =>
    pick([
      () => String.fromCodePoint(below(0x11_0000)),
      () => String.fromCharCode(0xd800 + below(0x800)),
      () =>
        pick([
          'e\u0301\u0323',
          '👩\u200d👩\u200d👧',
          '🇵🇹',
          '\u202e',
          '\u2066',
          '\ufeff',
          '\0',
          '\r\n',
          '\r',
          '\u2028',
          '\u00ad',
          'ﬁ',
          'İ',
          'ǅ',
        ]),
      () =>
        pick(['Ana Lowe said. ', '“No,” ', 'on Sunday, ', 'the Bank of Lisbon (BL) ', '$4.5 billion ', 'she ', '\n\n']),
    ])();
  return Array.from({ length: below(40) }, piece).join('');
}

test('an altered link gives an article, nothing, or an error, and nothing else', async () => {
  const text = 'Ana Lowe resigned on Sunday. “I am tired,” Lowe said.';
  const plain = { text, options: {}, corrections: [], url: '' };
  const corrections = [{ op: 'speaker', start: 30, words: 'I am tired,', to: 'Bob Hale' }];
  const corrected = { ...plain, corrections, options: { date: '2025-06-30' } };
  for (const article of [plain, corrected]) {
    const link = await pack(article);
    assert.equal((await unpack(link)).text, text);
    assert.deepEqual((await unpack(link)).corrections ?? [], article.corrections);
    let refused = 0;
    for (let run = 0; run < RUNS / 2; run += 1) {
      const found = await unpack(altered(link)).catch(error => {
        assert.ok(error instanceof Error);
        refused += 1;
        return null;
      });
      assert.ok(found === null || typeof found.text === 'string');
    }
    assert.ok(refused > RUNS / 20, `${refused} of ${RUNS / 2} links refused`);
  }
});

test('an altered export is opened with sound corrections, or not at all', () => {
  const text = 'Ana Lowe resigned. Bob Hale said “no” on Sunday.';
  const report = read(text);
  const entity = { name: 'Ana Lowe', kind: 'person' };
  const other = { name: 'Bob Hale', kind: 'person' };
  const corrections = [
    { op: 'retype', entity, kind: 'place' },
    { op: 'merge', entity: other, into: { ...entity, kind: 'place' } },
    { op: 'split', entity: { ...entity, kind: 'place' }, start: 0, name: 'Ana' },
    { op: 'remove', entity },
    { op: 'remove_mention', entity, start: 0, words: 'Ana Lowe' },
    { op: 'speaker', start: 34, words: 'no', to: entity },
    { op: 'speaker', start: 34, words: 'no', to: 'Cleo Park' },
    { op: 'speaker', start: 34, words: 'no', to: null },
    { op: 'add_mention', start: 40, words: 'Sunday', entity: { name: 'Sunday', kind: 'work' } },
    { op: 'drop_sentence', start: 0, words: 'Ana Lowe resigned.' },
    { op: 'block', start: 0, words: text, kind: 'caption' },
    { op: 'date', date: '2025-07-01' },
  ];
  const file = JSON.stringify({
    schema: 1,
    text,
    corrections,
    options: { date: '2025-06-30', hints: [{ kind: 'headline', start: 0, end: 18 }] },
  });
  assert.deepEqual(reopen(file), {
    text,
    date: '2025-06-30',
    hints: [{ kind: 'headline', start: 0, end: 18 }],
    corrections,
    url: '',
  });
  assert.equal(reopen(file.replace('2025-06-30', '2025-13-45')).date, null);
  for (const none of ['', 'null', '1', '[]', '{}', '{"text":1,"schema":1}', '{"text":""}'])
    assert.equal(reopen(none), null);
  let opened = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const again = reopen(altered(file));
    if (!again) continue;
    opened += 1;
    const corrected = applyCorrections(report, again.corrections, again.text);
    for (const [index, { id }] of corrected.entities.entries()) assert.equal(id, index);
    for (const { speaker } of corrected.quotes) assert.ok(speaker == null || corrected.entities[speaker]);
  }
  assert.ok(opened > 10, `${opened} of ${RUNS} exports opened`);
});

test('every place in a report cuts whole characters out of the text as JavaScript has it', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const text = anyText();
    const whole = text.toWellFormed();
    const report = read(text);
    each(report, (start, end) => {
      assert.ok(start <= end && end <= text.length);
      assert.ok(whole.slice(start, end).isWellFormed(), JSON.stringify([text, start, end]));
    });
    const words = report.tokens.map(([start, end]) => whole.slice(start, end)).join('');
    assert.equal(lettersOf(words), lettersOf(whole), JSON.stringify(text));
  }
});

const lettersOf = text => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Calls back for every span of a report, however deep. */
function each(value, visit) {
  if (value === null || typeof value !== 'object') return;
  if (Number.isInteger(value.start) && Number.isInteger(value.end)) visit(value.start, value.end);
  for (const item of Object.values(value)) each(item, visit);
}
