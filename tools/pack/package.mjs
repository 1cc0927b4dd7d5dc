/**
 * The npm package: the sources as they are, the module, the worker as one file, the module inside a script, the types.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, OUT, PACKAGE, ROOT } from './shared.mjs';

const GOAL = join(OUT, 'nutgraf');

export async function makePackage() {
  cpSync(PACKAGE, GOAL, { recursive: true, filter: source => !source.startsWith(join(PACKAGE, 'pkg')) });
  mkdirSync(join(GOAL, 'pkg'));
  for (const file of ['nutgraf.js', 'nutgraf_bg.wasm', 'styles.js'])
    cpSync(join(PACKAGE, 'pkg', file), join(GOAL, 'pkg', file));
  for (const file of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE']) cpSync(join(ROOT, file), join(GOAL, file));
  cpSync(join(ROOT, 'src/wasm/types.d.ts'), join(GOAL, 'report.d.ts'));
  writeFileSync(join(GOAL, 'worker.js'), await bundle(join(PACKAGE, 'worker.js')));
  writeFileSync(join(GOAL, 'pkg/inline-bytes.js'), inlineBytes(readFileSync(join(PACKAGE, 'pkg/nutgraf_bg.wasm'))));
}

/** The bytes as a string of base64, and the quickest way back that the engine has. */
function inlineBytes(wasm) {
  return `const packed = '${wasm.toString('base64')}';
export function bytes() {
  return Uint8Array.fromBase64 ? Uint8Array.fromBase64(packed) : Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
}
`;
}
