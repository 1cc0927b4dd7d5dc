// What the hand-written declarations promise is what the sources hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const PACKAGE = new URL('../../www/nutgraf/', import.meta.url);

/** The values that a file of declarations tells of, its own and those that it hands on. */
function declared(file) {
  const text = readFileSync(new URL(file, PACKAGE), 'utf8');
  const own = [...text.matchAll(/^export declare (?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  const named = [...text.matchAll(/^export \{([^}]*)\} from/gm)].flatMap(([, names]) => names.match(/\w+/g));
  const all = [...text.matchAll(/^export \* from '\.\/(\w+)\.js'/gm)].map(([, name]) => `${name}.d.ts`);
  // The types of a report are types alone.
  const handed = all.filter(name => name !== 'types.d.ts').flatMap(declared);
  return [...own, ...named, ...handed].sort();
}

test('every entry exports the values that its declarations tell of', async () => {
  const entries = {
    'index.js': 'index.d.ts',
    'node.js': 'index.d.ts',
    'core.js': 'core.d.ts',
    'element.js': 'element.d.ts',
    'define.js': 'define.d.ts',
  };
  for (const [source, declarations] of Object.entries(entries)) {
    const exported = Object.keys(await import(new URL(source, PACKAGE)));
    assert.deepEqual(exported.sort(), declared(declarations), source);
    assert.ok(exported.length > 0, source);
  }
});

test('the manifest of the element names its attributes, events and parts', async () => {
  const { NutgrafArticle } = await import(new URL('element.js', PACKAGE));
  const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', PACKAGE), 'utf8'));
  const [{ attributes, events, cssParts, members }] = manifest.modules[0].declarations;
  const names = list => list.map(({ name }) => name).sort();
  // The theme is a matter of the style sheet alone.
  assert.deepEqual(names(attributes), [...NutgrafArticle.observedAttributes, 'theme'].sort());
  const source = readFileSync(new URL('element.js', PACKAGE), 'utf8');
  const told = [...source.matchAll(/#tell\('([\w-]+)'/g)].map(([, name]) => name);
  assert.deepEqual(names(events), [...new Set(told)].sort());
  for (const part of names(cssParts)) assert.match(source, new RegExp(`part[:',].*\\b${part}\\b`), part);
  for (const { name, static: isStatic } of members)
    assert.ok(name in (isStatic ? NutgrafArticle : NutgrafArticle.prototype), name);
});
