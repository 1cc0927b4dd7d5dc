// Files that are made of a report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escaped } from '../../www/nutgraf/export/markdown.js';

test('words are escaped where Markdown would read them as signs, and nowhere else', () => {
  for (const [words, markdown] of [
    ['14. March', '14\\. March'],
    ['14) March', '14\\) March'],
    ['14.', '14\\.'],
    ['3.4%', '3.4%'],
    ['1.2 million', '1.2 million'],
    ['- no', '\\- no'],
    ['*a* <b> [c](d) `e` | # !', '\\*a\\* \\<b\\> \\[c\\](d) \\`e\\` \\| \\# \\!'],
    ['see https://example.org', 'see https\\://example.org'],
    ['  two\n\tlines\u200b ', 'two lines'],
  ])
    assert.equal(escaped(words), markdown);
});
