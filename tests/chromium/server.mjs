/**
 * What tests look at, served by the one server of this project, `cargo xtask files`, with the very headers of
 * `cargo xtask serve`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `cargo xtask` says where it is; a test that is run by itself takes the one that was built last. */
const XTASK = process.env.XTASK ?? join(ROOT, 'target/debug/xtask');

/**
 * Serves folders until `close` is called or this process ends.
 *
 * @param {Record<string, string>} [folders] which folder answers for which prefix; the page and its samples if none is given
 * @param {string} [policy] the policy of the page if none is given
 */
export async function serve(folders = {}, policy) {
  const options = policy ? ['--policy', policy] : [];
  const pairs = Object.entries(folders).map(([prefix, folder]) => `${prefix}=${folder}`);
  const server = spawn(XTASK, ['files', ...options, ...pairs], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(server, 'spawn');
  const ended = once(server, 'exit').then(() => {
    throw new Error(`${XTASK} has ended`);
  });
  const [url] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended]);
  ended.catch(() => {});
  return { url, close: () => server.stdin.end() };
}
