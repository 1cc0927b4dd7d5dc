/**
 * What a first analysis costs the main thread of the page, in milliseconds of the thread's own time: a figure to record, no
 * test, since a busy machine counts more. `cargo xtask build`, then `node benches/browser/main-thread.mjs`.
 */
import { launch, open } from '../../tests/chromium/browser.mjs';
import { serve } from '../../tests/chromium/server.mjs';
import { paste, SEED, settled } from '../../tests/chromium/steps.mjs';

const [site, browser] = await Promise.all([serve(), launch()]);
const longest = await longestTaskOfReading(`${SEED}\n\n${SEED}\n\n${SEED}`);
const spent = (await spentOn(SEED)) - (await spentOn(''));
console.log(`longest task while a thousand words are read: ${longest.toFixed(1)} ms`);
console.log(`a first analysis beyond the empty page: ${spent.toFixed(1)} ms`);
await browser.close();
site.close();

/** @param {string} text */
async function longestTaskOfReading(text) {
  const { page } = await open(browser, site.url);
  await page.waitForLoadState('networkidle');
  return longestTask(page, async () => {
    await paste(page, { 'text/plain': text });
    await settled(page);
  });
}

/** All tasks of a page, with a text read in it unless there is none. */
async function spentOn(text) {
  const { page } = await open(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  if (text) {
    await paste(page, { 'text/plain': text });
    await settled(page);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/**
 * The longest task on the page's main thread while something is done.
 */
async function longestTask(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await act();
  const complete = new Promise(resolve => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = events.filter(
    ({ pid, tid, name, tdur }) => pid === main.pid && tid === main.tid && name.endsWith('RunTask') && tdur > 0,
  );
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}
