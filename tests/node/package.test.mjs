// The optimised package in node: an optimiser can break a module without a word.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const pkg = new URL("../../www/nutgraf/pkg/", import.meta.url);
const { initSync, analyze } = await import(new URL("nutgraf.js", pkg));
initSync({ module: readFileSync(new URL("nutgraf_bg.wasm", pkg)) });

const read = (text, date = null) => JSON.parse(analyze(text, JSON.stringify({ date, max_chars: 1e7, tokens: false, hints: [] })));

test("it reads a text and counts in UTF-16 code units", () => {
  const text = "“Café 🎉,” Ana Lowe said. Nobody left.";
  const report = read(text);
  assert.equal(report.offsets, "utf16");
  const sentences = report.sentences.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(sentences, ["“Café 🎉,” Ana Lowe said.", "Nobody left."]);
});

test("the date of publication is taken", () => {
  assert.equal(read("It rained.", "2025-06-30").article.published, "2025-06-30");
});

test("a wrong date is an error with a remedy", () => {
  assert.throws(() => read("It rained.", "yesterday"), /YYYY-MM-DD/);
});

test("lone surrogates and other oddities do not trap", () => {
  for (const text of ["", "\ud800", "a\udc00b", "\0", "\ufeff", "\r\n".repeat(1000), "x".repeat(1e6)]) {
    assert.equal(read(text).schema, 1);
  }
});
