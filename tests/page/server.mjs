/**
 * Serves the page to the tests with the very headers of `cargo xtask serve`, and can misbehave when a test wants it.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The policy, read from where the shipped server has it, so that the two cannot differ. */
export async function policy() {
  const source = await readFile(join(ROOT, 'tools/xtask/src/http.rs'), 'utf8');
  const [, literal] = /POLICY: &str = "([^"]+)"/.exec(source);
  return literal.replace(/\\\n\s*/g, '');
}

/**
 * @param {{ folders?: [string, string][], broken?: Set<string> }} [options] which folder answers for which prefix;
 *   paths that are answered with 404
 */
export async function serve({ folders = [['/seeds/', join(ROOT, 'seeds')], ['/', join(ROOT, 'www')]], broken = new Set(), csp } = {}) {
  const headers = { 'content-security-policy': csp ?? await policy(), 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const [prefix, folder] = folders.find(([prefix]) => path.startsWith(prefix));
    let file = join(folder, normalize(`/${path.slice(prefix.length)}`));
    try {
      if (broken.has(path)) throw new Error('broken on purpose');
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const body = await readFile(file);
      response.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': body.length });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end('404');
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${server.address().port}/`, broken, close: () => server.close() };
}
