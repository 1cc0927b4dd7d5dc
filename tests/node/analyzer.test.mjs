// The analyzer and its worker, which is played here: what stops a text, and what follows a fault.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyzer } from '../../www/nutgraf/node.js';

/** Does as the worker does, but for what a test makes of the question to read a text; without that, it does not start. */
class PlayedWorker {
  constructor(read) {
    this.read = read;
    if (read) this.say({ ready: true });
    else setTimeout(() => this.onerror({}));
  }
  postMessage({ id, method }) {
    if (method === 'read') this.read(this, id);
    else this.say({ id, result: undefined });
  }
  say(data, after = 0) {
    setTimeout(() => this.onmessage({ data }), after);
  }
  answer(id, after) {
    this.say({ id, result: { answer: '{"schema":1}', memory: 0 } }, after);
  }
  terminate() {}
}

/** An analyzer whose first worker reads in the first way, the next in the next. */
function played(options, ...ways) {
  let started = 0;
  const worker = () => {
    started += 1;
    return new PlayedWorker(ways[Math.min(started, ways.length) - 1]);
  };
  return createAnalyzer({ wasm: new ArrayBuffer(8), worker, ...options });
}

test('a time limit may be as long as one likes', async () => {
  const slow = (worker, id) => worker.answer(id, 50);
  for (const timeoutMs of [2 ** 31, 1e12, Number.POSITIVE_INFINITY])
    assert.deepEqual(await played({ timeoutMs }, slow).analyze('x'), { schema: 1 }, `${timeoutMs}`);
  await assert.rejects(played({ timeoutMs: 5 }, slow).analyze('x'), { code: 'timeout' });
});

test('after a fault in a worker that has run, the next text is read by another', async () => {
  for (const fault of [
    worker => setTimeout(() => worker.onerror({ message: 'out of memory' })),
    worker => worker.onmessageerror({}),
  ]) {
    const analyzer = played({}, fault, (worker, id) => worker.answer(id));
    await assert.rejects(analyzer.analyze('x'), { code: 'internal', message: /another worker/ });
    assert.deepEqual(await analyzer.analyze('x'), { schema: 1 });
  }
});

test('a worker that does not start is told with its place and a remedy, and the next call tries again', async () => {
  const analyzer = played({}, null, (worker, id) => worker.answer(id));
  const refused = { code: 'load', message: /of the option `worker` failed to load\. Serve worker\.js/ };
  await assert.rejects(analyzer.analyze('x'), refused);
  assert.deepEqual(await analyzer.analyze('x'), { schema: 1 });
});
