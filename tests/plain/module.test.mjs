/**
 * The module as plain `wasm-pack build --target web` leaves it, used by programs that know nothing of this project: in
 * node, under TypeScript, through a bundler, in a bare page.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { require } from '../chromium/browser.mjs';
import { browserTests } from '../chromium/fixture.mjs';
import { ROOT } from '../chromium/server.mjs';

const inBrowser = browserTests();
const home = mkdtempSync(join(tmpdir(), 'nutgraf-'));
after(() => rmSync(home, { recursive: true }));

const BUILT = join(ROOT, 'target/plain/pkg');
const TEXT = 'Mayor Ana Lowe resigned on Sunday. “I am done,” Lowe said. Nobody else spoke.';
/** What the four functions find in `TEXT`: a name, who speaks, what is said, how many sentences sum it up. */
const FOUND = ['Ana Lowe', 'Ana Lowe', 'I am done', 2];

/** An expression that finds the same, where the functions and `TEXT` are at hand. */
const FIND = `[
  entities(TEXT)[0].name,
  analyze(TEXT).entities[quotes(TEXT)[0].speaker].name,
  quotes(TEXT)[0].parts.map(({ start, end }) => TEXT.slice(start, end)).join(),
  summary(TEXT, { sentences: 2 }).length,
]`;
const PROGRAM = `import init, { analyze, entities, quotes, summary } from './pkg/nutgraf.js';
const TEXT = ${JSON.stringify(TEXT)};
await init();
document.title = JSON.stringify(${FIND});`;

test('node loads it from bytes, and the four functions answer', async () => {
  const module = await import(pathToFileURL(join(BUILT, 'nutgraf.js')));
  module.initSync({ module: readFileSync(join(BUILT, 'nutgraf_bg.wasm')) });
  const find = new Function('TEXT', 'module', `const { analyze, entities, quotes, summary } = module; return ${FIND};`);
  assert.deepEqual(find(TEXT, module), FOUND);
  assert.equal(module.version(), JSON.parse(readFileSync(join(BUILT, 'package.json'), 'utf8')).version);
});

test('init without arguments knows where the module lies', () => {
  const script = readFileSync(join(BUILT, 'nutgraf.js'), 'utf8');
  assert.ok(script.includes("new URL('nutgraf_bg.wasm', import.meta.url)"));
});

test('every function has its types', () => {
  const declared = readFileSync(join(BUILT, 'nutgraf.d.ts'), 'utf8');
  for (const signature of [
    'analyze(text: string, options?: AnalyzeOptions | null): Report;',
    'entities(text: string, options?: AnalyzeOptions | null): Entity[];',
    'quotes(text: string, options?: AnalyzeOptions | null): Quote[];',
    'summary(text: string, options?: SummaryOptions | null): SummaryPart[];',
  ])
    assert.ok(declared.includes(`export function ${signature}`), signature);
});

test('TypeScript takes a sound program and refuses an unsound one', () => {
  const folder = makeFolder({
    'sound.ts': `import init, { analyze, entities, quotes, summary, version } from './pkg/nutgraf.js';
      await init();
      const stages: string[] = [];
      const report = analyze('x', { date: '2025-06-30', maxChars: null, hints: [{ kind: 'body', start: 0, end: 1 }] });
      const names: string[] = entities('x', null).map(({ name }) => name);
      const speaker: number | null | undefined = quotes('x', { onProgress: stage => stages.push(stage) })[0]?.speaker;
      const words: string[] = summary('x', { share: 0.5, tokens: true }).map(({ text }) => text);
      console.log(report.schema.toFixed(), names, speaker, words, version().trim());`,
    'unsound.ts': `import { analyze, entities, quotes, summary } from './pkg/nutgraf.js';
      analyze(42);
      entities('x', { dates: '2025-06-30' });
      quotes('x')[0].nobody;
      summary('x', { words: 'many' });`,
  });
  const { status, output } = checkTypes(folder);
  const faults = [...output.matchAll(/^(\S+)\.ts\((\d+),/gm)].map(([, file, line]) => `${file} ${line}`);
  assert.deepEqual(faults, ['unsound 2', 'unsound 3', 'unsound 4', 'unsound 5'], output);
  assert.notEqual(status, 0);
});

inBrowser('a bare page imports it', async ({ browser, serve }) => {
  const folder = makeFolder({ 'index.html': htmlPage(`<script type="module">${PROGRAM}</script>`) });
  assert.deepEqual(await titleOf(browser, serve, folder), FOUND);
});

inBrowser('a program that a bundler made runs with the module beside it', async ({ browser, serve }) => {
  const folder = makeFolder({
    'main.js': PROGRAM,
    'index.html': htmlPage('<script type="module" src="out.js"></script>'),
  });
  const { warnings } = await require('esbuild').build({
    entryPoints: [join(folder, 'main.js')],
    outfile: join(folder, 'out.js'),
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
  });
  assert.deepEqual(warnings, []);
  cpSync(join(BUILT, 'nutgraf_bg.wasm'), join(folder, 'nutgraf_bg.wasm'));
  assert.deepEqual(await titleOf(browser, serve, folder), FOUND);
});

/** An empty folder with the built module in `pkg`, and these files. */
function makeFolder(files) {
  const folder = mkdtempSync(join(home, 'program-'));
  cpSync(BUILT, join(folder, 'pkg'), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

function htmlPage(script) {
  return `<!DOCTYPE html><title></title><link rel="icon" href="data:,">${script}`;
}

/** What the compiler prints about every program in a folder, and how it ends. */
function checkTypes(folder) {
  const options = { strict: true, noEmit: true, target: 'esnext', module: 'esnext', moduleResolution: 'bundler' };
  const project = { compilerOptions: { ...options, lib: ['esnext', 'dom'], types: [] }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  try {
    const compiler = join(ROOT, 'target/tools/node_modules/.bin/tsc');
    return { status: 0, output: execFileSync(compiler, ['--pretty', 'false'], { cwd: folder, encoding: 'utf8' }) };
  } catch (error) {
    return { status: error.status, output: error.stdout };
  }
}

/** What the program of a page sets as its title, under a policy that allows scripts of the page. */
async function titleOf(browser, serve, folder) {
  const { url } = await serve({ '/': folder }, "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'");
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.goto(url);
  await page
    .waitForFunction(() => document.title, null, { timeout: 25_000 })
    .catch(error => {
      throw new Error([error.message, ...faults].join('\n'));
    });
  return JSON.parse(await page.title());
}
