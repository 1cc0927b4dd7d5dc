/**
 * The whole page in one file that works from disk without a network: its policy names every script and style by hash and
 * forbids every connection.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { bundle, embeddable, OUT, PACKAGE, samples, substitute, WWW } from './shared.mjs';

export async function makeSingleFile() {
  const wasm = deflateRawSync(readFileSync(join(PACKAGE, 'pkg/nutgraf_bg.wasm')), { level: 9 }).toString('base64');
  const data = {
    'worker-data': await bundle(join(PACKAGE, 'worker.js')),
    'wasm-data': wasm,
    'samples-data': samples(),
  };
  const style = readFileSync(join(WWW, 'page.css'), 'utf8');
  const theme = readFileSync(join(WWW, 'theme.js'), 'utf8');
  const program = await bundle(join(WWW, 'page.js'), { plugins: [ownAssets] });
  const icon = `data:image/svg+xml;base64,${readFileSync(join(WWW, 'icon.svg')).toString('base64')}`;
  const blocks = Object.entries(data).map(
    ([id, value]) => `<script type="application/json" id="${id}">${embeddable(value)}</script>`,
  );

  const html = substitute(readFileSync(join(WWW, 'index.html'), 'utf8'), [
    [
      '<meta charset="utf-8">',
      `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy([theme, program], style)}">`,
    ],
    ['href="icon.svg"', `href="${icon}"`],
    ['<script src="theme.js"></script>', `<script>${theme}</script>`],
    ['<link rel="stylesheet" href="page.css">', `<style>${style}</style>`],
    ['  <script type="module" src="page.js"></script>\n', ''],
    ['</body>', `${blocks.join('\n')}\n<script>${program}</script>\n</body>`],
  ]);
  writeFileSync(join(OUT, 'nutgraf.html'), html);
}

/** Where the page finds its worker and module, replaced by the place inside the file. */
const ownAssets = {
  name: 'own-assets',
  setup(build) {
    build.onResolve({ filter: /\/assets\.js$/ }, () => ({ path: join(WWW, 'page/assets-inlined.js') }));
  },
};

function policy(scripts, style) {
  const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${hash(style)}`,
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
