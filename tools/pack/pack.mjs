/**
 * Makes what is published, into target/pack: the npm package and its tarball, the page as one file, the site, and the
 * extension.
 * `cargo xtask pack` builds the module first and then calls this.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { makeExtensions } from './extension.mjs';
import { makePackage } from './package.mjs';
import { OUT, ROOT, report } from './shared.mjs';
import { makeSingleFile } from './single.mjs';
import { makeSite } from './site.mjs';

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await makePackage();
execFileSync('npm', ['pack', '--silent', '--pack-destination', OUT], { cwd: `${OUT}/nutgraf` });
await makeSingleFile();
await makeSite();
await makeExtensions();
for (const file of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE']) cpSync(`${ROOT}/${file}`, `${OUT}/site/${file}`);
report();
