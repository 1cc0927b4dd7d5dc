/**
 * The client of the packed package in a page: what stops it, what replaces its worker, what it says when something is missing.
 */
import assert from 'node:assert/strict';
import { open } from '../chromium/browser.mjs';
import { browserTests } from '../chromium/fixture.mjs';
import { withhold } from '../chromium/steps.mjs';
import { barePage, htmlPage } from './installed.mjs';

const test = browserTests();

const LONG = 'Mayor Ana Lowe resigned on Sunday, Bob Hale said. '.repeat(15_000);
const folder = barePage('client', {
  'index.html': htmlPage('<script type="module" src="main.js"></script>'),
  'main.js': `import { createAnalyzer } from './nutgraf/index.js';
    const outcome = promise => promise.then(() => 'read', error => error.code ?? error.name);
    Object.assign(globalThis, { createAnalyzer, outcome, LONG: ${JSON.stringify(LONG)} });`,
});

/** A test in a page that has `createAnalyzer`, `outcome` and `LONG` at hand. */
function inPage(name, run) {
  test(name, async ({ browser, serve }) => {
    const { url } = await serve({ '/': folder });
    const { page, context } = await open(browser, url);
    await page.waitForFunction(() => globalThis.createAnalyzer);
    await run(page, context);
  });
}

inPage('a signal stops one text, and the next is read', async page =>
  assert.deepEqual(
    await page.evaluate(async () => {
      const analyzer = createAnalyzer();
      const before = await outcome(analyzer.analyze('Ana Lowe left.', { signal: AbortSignal.abort() }));
      const stop = new AbortController();
      const meanwhile = outcome(analyzer.analyze(LONG, { signal: stop.signal }));
      stop.abort();
      return [before, await meanwhile, await outcome(analyzer.analyze('Ana Lowe left.'))];
    }),
    ['aborted', 'aborted', 'read'],
  ),
);

inPage('a text that takes too long is stopped, and a new worker reads the next', async page =>
  assert.deepEqual(
    await page.evaluate(async () => {
      const analyzer = createAnalyzer({ timeoutMs: 20 });
      await analyzer.ready();
      return [
        await outcome(analyzer.analyze(LONG)),
        await createAnalyzer()
          .entities('Ana Lowe left.')
          .then(([{ name }]) => name),
      ];
    }),
    ['timeout', 'Ana Lowe'],
  ),
);

inPage('disposing ends what is loading, what is read, and what is asked later', async page =>
  assert.deepEqual(
    await page.evaluate(async () => {
      const [loading, reading] = [createAnalyzer(), createAnalyzer()];
      const first = outcome(loading.analyze('Ana Lowe left.'));
      loading.dispose();
      await reading.ready();
      const second = outcome(reading.analyze(LONG));
      setTimeout(() => reading.dispose(), 20);
      const stop = new AbortController();
      const third = createAnalyzer({ signal: stop.signal });
      stop.abort();
      return [await first, await second, await outcome(reading.analyze('x')), await outcome(third.ready())];
    }),
    ['disposed', 'disposed', 'disposed', 'disposed'],
  ),
);

inPage('a worker that has grown is replaced', async page => {
  await page.evaluate(async () => {
    const Plain = Worker;
    globalThis.started = 0;
    globalThis.Worker = class extends Plain {
      constructor(...all) {
        super(...all);
        globalThis.started += 1;
      }
    };
    const analyzer = createAnalyzer();
    await analyzer.analyze('Ana Lowe left.');
    await analyzer.analyze('Bob Hale stayed.');
    globalThis.small = globalThis.started;
    await analyzer.analyze(LONG.repeat(6));
    await analyzer.analyze('Ana Lowe left.');
  });
  assert.deepEqual(await page.evaluate(() => [globalThis.small, globalThis.started]), [1, 2]);
});

inPage('a module that is missing is a failure to load, and the next call tries again', async (page, context) => {
  await withhold(context, 'nutgraf_bg.wasm');
  await page.evaluate(() => {
    globalThis.analyzer = createAnalyzer();
  });
  assert.equal(await page.evaluate(() => outcome(analyzer.ready())), 'load');
  await context.unrouteAll();
  assert.equal(await page.evaluate(() => outcome(analyzer.analyze('Ana Lowe left.'))), 'read');
});

inPage('wrong arguments are told by their class', async page =>
  assert.deepEqual(
    await page.evaluate(async () => {
      const analyzer = createAnalyzer();
      const asked = [
        analyzer.analyze(42),
        analyzer.analyze('x', { date: 'yesterday' }),
        analyzer.analyze('x', { maxChars: -1 }),
      ];
      return Promise.all(
        asked.map(promise =>
          promise.then(
            () => 'read',
            error => error.constructor.name,
          ),
        ),
      );
    }),
    ['TypeError', 'RangeError', 'RangeError'],
  ),
);

inPage('the element works inside the shadow root of another', async page =>
  assert.deepEqual(
    await page.evaluate(async () => {
      await import(new URL('nutgraf/define.js', location.href).href);
      const host = document.body.appendChild(document.createElement('div'));
      const heard = new Promise(resolve => document.addEventListener('nutgraf-report', resolve, { once: true }));
      const article = document.createElement('nutgraf-article');
      article.setAttribute('text', 'Mayor Ana Lowe resigned.');
      host.attachShadow({ mode: 'open' }).append(article);
      const event = await heard;
      return [
        event.composed,
        event.detail.report.entities[0].name,
        article.shadowRoot.querySelectorAll('.ng-mention').length > 0,
      ];
    }),
    [true, 'Ana Lowe', true],
  ),
);
