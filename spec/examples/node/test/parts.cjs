'use strict';
// The recorder's parts by themselves, where a whole run would need luck to reach the case.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { run, newDirectory } = require('./harness.cjs');
const { merge, nameThreads } = require('../recorder/merge.cjs');

test('a step that others can see is in the log before it is in memory', async () => {
  const { out } = await run([path.join(__dirname, 'fixtures', 'order.cjs')]);
  assert.deepStrictEqual(JSON.parse(out), [
    ['step', 'store', 0], ['step', 'store', 1], ['step', 'add', 2], ['step', 'load', 3],
    ['step', 'wait', 3], ['awoke', 'not-equal', 3], ['begin', 'notify', 3], ['outcome', null, 3],
  ]);
});

/** The trace of two threads' logs, given as lines: the outcomes of its steps by side, and `complete`. */
function merged(producer, consumer, ending = { cut: false, quiet: true }) {
  const directory = newDirectory();
  const told = (records) => ['{"bytes":56}', ...records.map((it) => JSON.stringify(it)), '{"order":9,"acc'].join('\n');
  fs.writeFileSync(path.join(directory, 'thread-0.log'), told([{ order: -1, access: 'store', word: 'read', value: 1 }, ...consumer]));
  fs.writeFileSync(path.join(directory, 'thread-3.log'), told([{ order: 0, access: 'store', word: 'write', value: 1 }, ...producer]));
  const { bytes, complete, lines } = merge(directory, ending);
  assert.strictEqual(bytes, 56);
  const steps = lines.map((line) => JSON.parse(line)).filter((step) => step.access !== 'store');
  const of = (thread) => steps.filter((step) => step.thread === thread).map((it) => it.woken ?? it.result ?? 'asleep');
  return { P: of('P'), C: of('C'), complete };
}

test('waits and notifications that were cut short are settled by their counterparts', () => {
  const wait = (order) => ({ order, access: 'wait', word: 'write', expected: 0 });
  const awoke = (order, result) => ({ order, result });
  const notify = (order) => ({ order, access: 'notify', word: 'write' });
  const woke = (woken) => ({ woken });
  assert.deepStrictEqual(merged([notify(2)], [wait(1), awoke(3, 'ok')]), { P: [1], C: ['ok'], complete: true });
  assert.deepStrictEqual(merged([notify(2)], [wait(1)]), { P: [], C: ['asleep'], complete: true });
  assert.deepStrictEqual(merged([notify(2), woke(1)], [wait(1)]), { P: [1], C: ['ok'], complete: true });
  assert.deepStrictEqual(merged([notify(1), woke(0)], [wait(2)]), { P: [0], C: ['asleep'], complete: true });
  assert.deepStrictEqual(
    merged([notify(2), woke(1), notify(5)], [wait(1), awoke(3, 'ok'), wait(4), awoke(4, 'not-equal')]),
    { P: [1], C: ['ok', 'not-equal'], complete: true });
});

test('complete means that who sleeps was left asleep', () => {
  const wait = { order: 1, access: 'wait', word: 'write', expected: 0 };
  const complete = (consumer, cut, quiet) => merged([], consumer, { cut, quiet }).complete;
  assert.strictEqual(complete([wait], false, true), true);
  assert.strictEqual(complete([wait], false, false), false); // perhaps about to wake, or to find it need not sleep
  assert.strictEqual(complete([{ ...wait, bounded: true }], false, true), false); // wakes by itself
  assert.strictEqual(complete([], false, false), true);
  assert.strictEqual(complete([], true, true), false);
});

test('threads are named for what they write, else for what they wait on', () => {
  const store = (word) => ({ access: 'store', word });
  const named = (...logs) => nameThreads(logs.map((steps) => ({ steps })));
  const look = { access: 'load', word: 'write' };
  assert.deepStrictEqual(named([look, store('read')], [look, store('data')]), ['C', 'P']);
  assert.deepStrictEqual(named([look, store('data')], [look]), ['P', 'C']);
  assert.deepStrictEqual(named([{ access: 'wait', word: 'write' }], [{ access: 'wait', word: 'read' }]), ['C', 'P']);
  assert.deepStrictEqual(named([store('write')], [store('write'), store('write')], [store('read')]), ['P2', 'P', 'C']);
  assert.deepStrictEqual(named([store('write')], [look], [store('read')]), ['P', 'T2', 'C']);
});
