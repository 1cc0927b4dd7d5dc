/**
 * The site: the page with its package and samples, ready for any static host, and a service worker that keeps it all.
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT, WWW } from './shared.mjs';

const SITE = join(OUT, 'site');

export async function makeSite() {
  cpSync(WWW, SITE, {
    recursive: true,
    filter: source => !/\.(md|d\.ts|gitignore)$|package\.json$|tsconfig\.json$|\/extension$/.test(source),
  });
  cpSync(join(ROOT, 'seeds'), join(SITE, 'seeds'), { recursive: true });
  const page = readFileSync(join(SITE, 'index.html'), 'utf8');
  writeFileSync(join(SITE, 'index.html'), page.replace('<html ', '<html data-offline '));
  const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(SITE.length + 1))
    .toSorted();
  const version = createHash('sha256');
  for (const file of files) version.update(file).update(readFileSync(join(SITE, file)));
  writeFileSync(join(SITE, 'sw.js'), serviceWorker(version.digest('hex').slice(0, 12), ['./', ...files]));
}

/** Answers from what was kept, and fetches only what belongs to the page; a new version replaces the old one whole. */
function serviceWorker(version, files) {
  return `const NAME = 'nutgraf-${version}';
const FILES = ${JSON.stringify(files)};
addEventListener('install', event => event.waitUntil(caches.open(NAME).then(cache => cache.addAll(FILES)).then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name.startsWith('nutgraf-') && name !== NAME).map(name => caches.delete(name))))
  .then(() => clients.claim())));
addEventListener('fetch', event => {
  if (event.request.method !== 'GET') return;
  event.respondWith(caches.open(NAME).then(cache => cache.match(event.request, { ignoreSearch: true }))
    .then(kept => kept ?? fetch(event.request)));
});
`;
}
