/**
 * Rules of WCAG that a program can check.
 */
import { readFileSync } from 'node:fs';
import { require } from './browser.mjs';

const AXE = new Function(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The rules that a document breaks, in words.
 *
 * @param {(run: Function, ...args: unknown[]) => Promise<any>} evaluate runs a function in the document
 * @returns {Promise<string[]>}
 */
export async function violations(evaluate) {
  await evaluate(AXE);
  const found = await evaluate(async tags => (await globalThis.axe.run(document, { runOnly: tags })).violations, TAGS);
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target} ${failureSummary}`)
        .join(' | ')}`,
  );
}
