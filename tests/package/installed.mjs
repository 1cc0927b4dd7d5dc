/**
 * The packed tarball in an empty folder, as others install it, and the tools that it is tried with. `cargo xtask pack` must
 * have run.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from '../chromium/browser.mjs';
import { ROOT } from '../chromium/server.mjs';

/** What was packed. */
export const PACKED = join(ROOT, 'target/pack');
const TOOLS = join(ROOT, 'target/tools/package');

/** The tarball of the npm package. */
export const tarball = join(
  PACKED,
  readdirSync(PACKED).find(file => file.endsWith('.tgz')),
);
installTools();

/** Tools that package.json pins. */
export const tool = createRequire(join(TOOLS, 'package.json'));
/** The folder in which the tarball is installed, and the package in it. */
export const home = makeHome();
export const installed = join(home, 'node_modules/nutgraf');

/** The tools at their exact versions, installed once. */
function installTools() {
  const wanted = join(ROOT, 'tests/package/package.json');
  const mark = join(TOOLS, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(wanted, 'utf8')) return;
  mkdirSync(TOOLS, { recursive: true });
  cpSync(wanted, join(TOOLS, 'package.json'));
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: TOOLS,
    stdio: 'inherit',
  });
  cpSync(wanted, mark);
}

/** An empty folder in which only the tarball, and what the tests import beside it, is installed. */
function makeHome() {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'nutgraf'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'nutgraf')]);
  for (const name of ['react', 'react-dom', 'scheduler', 'vue', '@vue'])
    symlinkSync(join(TOOLS, 'node_modules', name), join(modules, name));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  return folder;
}

/** A page around a script of its own. */
export function htmlPage(script) {
  return `<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body>${script}`;
}

/** A folder with a program and a page that runs it. */
export function project(name, program) {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.js'), program);
  writeFileSync(join(folder, 'index.html'), htmlPage('<script type="module" src="/main.js"></script>'));
  return folder;
}

/** The same with a copy of the package beside the program, for pages without a bundler. */
export function barePage(name, files) {
  const folder = join(home, name);
  cpSync(installed, join(folder, 'nutgraf'), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

/** Vite, which can only be imported. */
export function vite() {
  return import(pathToFileURL(join(TOOLS, 'node_modules/vite/dist/node/index.js')));
}

/** Runs one of the tools and gives what it prints. */
export function run(name, args) {
  return printed(() => execFileSync(join(TOOLS, 'node_modules/.bin', name), args, { encoding: 'utf8', stdio: 'pipe' }));
}

/** Runs a program in node, beside the installed package, and gives what it prints. */
export function inNode(program) {
  const file = join(home, 'program.mjs');
  writeFileSync(file, program);
  return printed(() => execFileSync('node', [file], { encoding: 'utf8', stdio: 'pipe', cwd: home }));
}

/** What a program prints; where it fails, the error says so. */
function printed(execute) {
  try {
    return execute();
  } catch (error) {
    throw new Error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'), { cause: error });
  }
}

/** The title that the program of a page sets, once it fits; nothing else may go wrong there. */
export async function titleOf(browser, url, wanted = /[^x]/) {
  const { page, record } = await open(browser, url);
  await page
    .waitForFunction(pattern => new RegExp(pattern).test(document.title), wanted.source, { timeout: 25_000 })
    .catch(error => {
      throw new Error(`${error.message}\n${record.console.join('\n')}`);
    });
  assert.deepEqual(
    record.console.filter(line => line.startsWith('error')),
    [],
  );
  const thread = await page.evaluate(() => document.body.dataset.thread);
  assert.notEqual(thread, 'main', 'no worker was used');
  return page.title();
}

/** The same for what a bundler has built, under a policy that bundlers can live with. */
export async function builtTitle({ browser, serve }, folder, wanted) {
  const { url } = await serve({ '/': folder }, "default-src 'self' 'wasm-unsafe-eval'; img-src data:");
  return titleOf(browser, url, wanted);
}
