/**
 * The packed tarball as a package: its manifest, its types, its schema, what it weighs, and its use in node.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { require } from '../chromium/browser.mjs';
import { SEED } from '../chromium/steps.mjs';
import { inNode, installed, run, tarball, tool } from './installed.mjs';

test('publint finds nothing', async () => {
  run('publint', [installed, '--strict']);
});

test('are the types wrong? no', async () => {
  const assets = ['nutgraf.wasm', 'schema.json', 'custom-elements.json', 'package.json'];
  run('attw', [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...assets]);
});

test('every entry can be imported without a DOM', async () => {
  for (const entry of ['', '/core', '/inline', '/element', '/element/define'])
    inNode(`await import('nutgraf${entry}');`);
});

test('node reads a text', async () => {
  const printed = inNode(
    `import { createAnalyzer } from 'nutgraf'; console.log((await createAnalyzer().entities('Mayor Ana Lowe resigned.'))[0].name);`,
  );
  assert.equal(printed.trim(), 'Ana Lowe');
  inNode(
    `import { analyze, initSync } from 'nutgraf/inline'; initSync(); if (analyze('Ana Lowe resigned.').sentences.length !== 1) throw 1;`,
  );
});

test('the schema fits a real report', async () => {
  const Ajv = tool('ajv/dist/2020').default;
  const schema = JSON.parse(readFileSync(join(installed, 'schema.json'), 'utf8'));
  const text = JSON.stringify(SEED);
  const report = JSON.parse(
    inNode(
      `import { createAnalyzer } from 'nutgraf'; console.log(JSON.stringify(await createAnalyzer().analyze(${text}, { tokens: true })));`,
    ),
  );
  const validate = new Ajv({ strict: true }).compile(schema);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  assert.ok(report.quotes.length && report.timeline.length && report.entities.length > 10);
});

test('the script weighs what was promised', async context => {
  const weigh = async entry => {
    const {
      outputFiles: [file],
    } = await require('esbuild').build({
      entryPoints: [join(installed, entry)],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      external: ['./engine.js'],
    });
    return gzipSync(file.contents).length;
  };
  const [client, element] = [await weigh('index.js'), await weigh('define.js')];
  context.diagnostic(`client ${client} bytes gzip, element ${element} bytes gzip`);
  assert.ok(client <= 6 * 1024, `client: ${client}`);
  assert.ok(element <= 25 * 1024, `element: ${element}`);
});
