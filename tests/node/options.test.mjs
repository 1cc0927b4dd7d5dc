// Options that JavaScript checks: those of an analyzer, of a request's signal, of a comparison, and the length of a summary.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { init } from '../../www/nutgraf/core.js';
import { createAnalyzer, selectSummary } from '../../www/nutgraf/node.js';

const TEXT = 'Mayor Ana Lowe resigned on Sunday. “I am tired,” Lowe said. Bob Hale stayed. It rained.';

test('what no module can be loaded from is refused, also if it was promised', async () => {
  const refused = { name: 'TypeError', message: /`wasm` must be a URL, .*, not number\. Correct it/ };
  await assert.rejects(init({ wasm: 42 }), refused);
  await assert.rejects(createAnalyzer({ wasm: Promise.resolve(42) }).ready(), refused);
  const broken = createAnalyzer({ wasm: Promise.reject(new Error('no network')) });
  await assert.rejects(broken.ready(), { code: 'load', message: /promise given as `wasm` failed .*no network/ });
});

test('a wrong option of an analyzer is told when it is made, with its key and a remedy', () => {
  for (const [options, name, message] of [
    [5, 'TypeError', /the options must be an object such as .*, not number\. Leave them out/],
    [[], 'TypeError', /not a list/],
    [
      { maxchars: 5 },
      'TypeError',
      /no option `maxchars`\. Use wasm, worker, signal, timeoutMs, maxChars, onProgress\./,
    ],
    [{ wasm: 42 }, 'TypeError', /`wasm` must be a URL, .*, or a promise of one, not number/],
    [{ worker: true }, 'TypeError', /`worker` must be the URL of worker\.js, .* or false, not boolean/],
    [{ signal: {} }, 'TypeError', /`signal` must be the signal of an AbortController, not object/],
    [{ onProgress: 'x' }, 'TypeError', /`onProgress` must be a function, not string/],
    [{ timeoutMs: '5' }, 'TypeError', /`timeoutMs` must be a number of milliseconds above zero, not string/],
    [{ timeoutMs: 0 }, 'RangeError', /`timeoutMs` .* not 0\. Correct it or leave it out/],
    [{ timeoutMs: Number.NaN }, 'RangeError', /`timeoutMs` .* not NaN/],
    [{ maxChars: 1.5 }, 'RangeError', /`maxChars` must be a whole number from 1 to 4294967295, not 1\.5/],
    [{ maxChars: '5' }, 'TypeError', /`maxChars`/],
  ])
    assert.throws(() => createAnalyzer(options), { name, message }, JSON.stringify(options));
});

test('null is no option, as in those of a text', async () => {
  const nothing = { wasm: null, worker: null, signal: null, timeoutMs: null, maxChars: null, onProgress: null };
  for (const options of [undefined, null, {}, nothing]) {
    const analyzer = createAnalyzer(options);
    assert.equal((await analyzer.entities(TEXT, { signal: null }))[0].name, 'Ana Lowe');
  }
});

test('a wrong signal is told by the request that it came with', async () => {
  const analyzer = createAnalyzer();
  const refused = { name: 'TypeError', message: /`signal` must be the signal of an AbortController/ };
  await assert.rejects(analyzer.analyze(TEXT, { signal: 5 }), refused);
  await assert.rejects(analyzer.compareReports([], { signal: 5 }), refused);
  await assert.rejects(analyzer.compareReports([], { sginal: null }), /no option `sginal`\. Use signal\./);
  const report = await analyzer.analyze(TEXT);
  const both = [
    { text: TEXT, report },
    { text: TEXT, report },
  ];
  assert.equal((await analyzer.compareReports(both, null)).texts.length, 2);
});

test('a length that no summary can have is refused in the same words by the module and by selectSummary', async () => {
  const pkg = new URL('../../www/nutgraf/pkg/', import.meta.url);
  const { initSync, analyze, summary } = await import(new URL('nutgraf.js', pkg));
  initSync({ module: readFileSync(new URL('nutgraf_bg.wasm', pkg)) });
  const report = analyze(TEXT);
  const outcome = sum => {
    try {
      return sum().map(({ start, end }) => ({ start, end }));
    } catch ({ name, message }) {
      return { name, message: message.replace(/(object such as|Use) .*/, '$1') };
    }
  };
  for (const length of [
    undefined,
    null,
    {},
    { sentences: 2 },
    { sentences: null, words: 9 },
    { share: 0 },
    { share: 1 },
    { sentences: 0 },
    { sentences: -1 },
    { sentences: 1.5 },
    { sentences: '2' },
    { words: 0 },
    { words: Number.NaN },
    { share: 2 },
    { share: -0.1 },
    { share: true },
    { sentence: 2 },
    5,
    [],
  ])
    assert.deepEqual(
      outcome(() => selectSummary(report, length, TEXT)),
      outcome(() => summary(TEXT, length)),
      JSON.stringify(length),
    );
});
