/**
 * Places and small helpers of packing.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const OUT = join(ROOT, 'target/pack');
export const WWW = join(ROOT, 'www');
export const PACKAGE = join(WWW, 'nutgraf');

/** Tools that the build card pins. */
export const tool = createRequire(join(ROOT, 'target/tools/package.json'));

/** Text that may stand inside a script element, whatever it holds. */
export function embeddable(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A classic script that holds everything its entry imports. */
export async function bundle(entry, options = {}) {
  const {
    outputFiles: [file],
  } = await tool('esbuild').build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'import.meta.url': '""' },
    logLevel: 'error',
    ...options,
  });
  return file.text;
}

/** The page with parts of it replaced, each of which must be there. */
export function substitute(html, pairs) {
  return pairs.reduce((page, [from, to]) => {
    if (!page.includes(from)) throw new Error(`index.html no longer holds ${from}`);
    return page.replace(from, () => to);
  }, html);
}

/** Every sample of the page, by file name. */
export function samples() {
  const files = readdirSync(join(ROOT, 'seeds')).filter(file => file.endsWith('.txt'));
  return Object.fromEntries(files.map(file => [file, readFileSync(join(ROOT, 'seeds', file), 'utf8')]));
}

/** What was made and what it weighs. */
export function report() {
  const line = (name, file) => {
    const size = statSync(file).size;
    console.log(`${name}: ${size} bytes, ${gzipSync(readFileSync(file)).length} gzip`);
  };
  const tarball = readdirSync(OUT).find(file => file.endsWith('.tgz'));
  line(`target/pack/${tarball}`, join(OUT, tarball));
  line('target/pack/nutgraf/pkg/nutgraf_bg.wasm', join(OUT, 'nutgraf/pkg/nutgraf_bg.wasm'));
  line('target/pack/nutgraf.html', join(OUT, 'nutgraf.html'));
  for (const file of readdirSync(OUT).filter(file => file.endsWith('.zip')))
    line(`target/pack/${file}`, join(OUT, file));
}
