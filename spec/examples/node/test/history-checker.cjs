'use strict';
// Judges a history of one producer and one consumer from its lines alone: what was taken is what was
// put, in order, and nothing was taken before it was put.

const assert = require('node:assert');

/** The files' lines as `{ head, calls }`, by thread; all of one run. */
function read(texts) {
  const files = texts.map((text) => {
    assert(text.endsWith('\n'), 'the last line is whole');
    const [head, ...calls] = text.slice(0, -1).split('\n').map((line) => JSON.parse(line));
    assert.deepStrictEqual([head.format, head.version, head.kind], ['sabring-trace', 1, 'history']);
    return { head, calls };
  });
  const common = ({ thread, source, complete, ...head }) => JSON.stringify(head);
  assert.strictEqual(new Set(files.map((file) => common(file.head))).size, 1, 'headers of one run agree');
  return Object.fromEntries(files.map(({ head, calls }) => [head.thread, { head, calls }]));
}

const valuesOf = (call) => ('values' in call ? call.values.slice(0, call.stored) : 'value' in call ? [call.value] : []);

/** Throws if the history of P and C is no queue's; gives back how many elements were taken. */
function assertFifo(texts) {
  const { P, C } = read(texts);
  for (const { calls } of [P, C]) {
    calls.reduce((before, call) => {
      assert(call.call >= before, 'one call at a time');
      return call.return ?? Infinity;
    }, -Infinity);
  }
  const elements = (calls, ops) =>
    calls.filter((call) => ops.includes(call.op) && call.result !== false).flatMap((call) => valuesOf(call).map((value) => ({ value, call })));
  const put = elements(P.calls, ['put', 'offer']);
  const taken = elements(C.calls, ['take', 'poll']);
  taken.forEach(({ value, call }, i) => {
    assert.deepStrictEqual(value, put[i]?.value, `element ${i} was taken as ${value}, and put as ${put[i]?.value}`);
    assert(call.return === undefined || call.return > put[i].call.call, `element ${i} was taken before it was put`);
  });
  if (P.head.complete && C.head.complete) assert.strictEqual(taken.length, put.length, 'nothing was lost');
  return taken.length;
}

module.exports = { read, assertFifo };
