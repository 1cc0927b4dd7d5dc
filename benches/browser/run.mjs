// Nutgraf beside wink-nlp and compromise in headless Chromium: `node benches/browser/run.mjs ADDRESS TEXT...`, where the
// address serves the page, `/texts/` and `/rivals/`. Prints lines `measure,text,program,value,unit`.
//
// Times of analysis are CPU time of the main thread. The programs take turns, and the median of the rounds counts.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL('target/tools/package.json'));
const { chromium } = require('playwright-core');

const [address, ...texts] = process.argv.slice(2);
const PROGRAMS = ['nutgraf', 'wink', 'compromise'];
const ROUNDS = 5;
/** Texts above this size, in bytes, are left to Nutgraf alone: the others would take minutes. */
const RIVALS_UP_TO = 2e6;
/** How long one round reads a text again and again, in milliseconds. */
const ROUND_MS = 300;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

for (const program of PROGRAMS) {
  print('cold ready', '', program, median(await rounds(() => cold(program))), 'ms');
  const context = await newContext();
  await ready(context, program);
  print('warm ready', '', program, median(await rounds(() => ready(context, program))), 'ms');
  await context.close();
}

const pages = {};
for (const program of PROGRAMS) pages[program] = await open(program);
const spent = new Map();
for (const text of texts) {
  await compare(text);
  await memory(text);
}
growth();
await lasting();
await browser.close();

/** Time from nothing to the first answer to a short text, in a fresh profile. */
async function cold(program) {
  const context = await newContext();
  const time = await ready(context, program);
  await context.close();
  return time;
}

async function ready(context, program) {
  const page = await context.newPage();
  await page.goto(`${address}icon.svg`);
  const time = await page.evaluate(start, program);
  await page.close();
  return time;
}

/** The page's policy is lifted for the measurement: wink-nlp compiles code from strings. */
function newContext() {
  return browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
}

/** Runs in the page: loads a program, reads one sentence, and says how long that took, in milliseconds. */
async function start(program) {
  const began = performance.now();
  if (program === 'nutgraf') {
    const core = await import('/nutgraf/core.js');
    await core.init();
    globalThis.read = text => core.analyze(text);
  } else {
    globalThis.read = (await import('/rivals/rivals.js'))[program]();
  }
  globalThis.read('Ana Lowe said no.');
  return performance.now() - began;
}

async function open(program) {
  const page = await (await newContext()).newPage();
  await page.goto(`${address}icon.svg`);
  await page.evaluate(start, program);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

async function compare(name) {
  const text = await (await fetch(`${address}texts/${name}.txt`)).text();
  const programs = text.length <= RIVALS_UP_TO ? PROGRAMS : ['nutgraf'];
  const times = {};
  for (const program of programs) {
    const first = await cpu(pages[program], text, 1);
    print('first call', name, program, first, 'ms');
    times[program] = { runs: await runsOfRound(pages[program], text, first), all: [] };
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const program of programs) {
      const { runs, all } = times[program];
      all.push(await cpu(pages[program], text, runs));
    }
  }
  for (const program of programs) print('analysis', name, program, median(times[program].all), 'ms');
  spent.set(name, { size: text.length, time: median(times.nutgraf.all) });
}

/** How often a text is read in one round. The engine compiles what it runs often better, so that the first call tells little. */
async function runsOfRound(page, text, first) {
  let [runs, time] = [1, first];
  while (runs * time < ROUND_MS) {
    runs = Math.min(4 * runs, Math.ceil((1.1 * ROUND_MS) / time));
    time = await cpu(page, text, runs);
  }
  return runs;
}

/** How much longer a text takes than one half as long. */
function growth() {
  for (const [name, { size, time }] of spent) {
    const half = [...spent.values()].find(other => Math.abs(size / other.size - 2) < 0.05);
    if (half) print('growth per doubling', name, 'nutgraf', time / half.time, 'times');
  }
}

/** CPU time of the page's main thread for one reading of a text, in milliseconds. */
async function cpu({ page, session }, text, runs) {
  await page.evaluate(text => {
    globalThis.text = text;
  }, text);
  const before = await busy(session);
  await page.evaluate(runs => {
    for (let run = 0; run < runs; run += 1) globalThis.read(globalThis.text);
  }, runs);
  return (1000 * ((await busy(session)) - before)) / runs;
}

async function busy(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** The WebAssembly memory after this text and all before it, which were shorter. */
async function memory(name) {
  print('WebAssembly memory', name, 'nutgraf', await memoryBytes(pages.nutgraf), 'bytes');
}

async function memoryBytes({ page }) {
  return page.evaluate(async () => {
    const { default: load } = await import('/nutgraf/pkg/nutgraf.js');
    return (await load()).memory.buffer.byteLength;
  });
}

/** How much the memory of a fresh page grows from the tenth to the thousandth reading of one text. */
async function lasting() {
  const fresh = await open('nutgraf');
  const text = await (await fetch(`${address}texts/${texts[0]}.txt`)).text();
  await cpu(fresh, text, 10);
  const before = await memoryBytes(fresh);
  await cpu(fresh, text, 990);
  print(
    'WebAssembly memory grown by a thousand readings',
    texts[0],
    'nutgraf',
    (await memoryBytes(fresh)) - before,
    'bytes',
  );
}

async function rounds(measure) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  return times;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(measure, text, program, value, unit) {
  console.log([measure, text, program, Number(value.toFixed(3)), unit].join(','));
}
