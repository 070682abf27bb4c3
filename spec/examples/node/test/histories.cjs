'use strict';
// The recorder of calls and answers.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { run, newDirectory } = require('./harness.cjs');
const { read, assertFifo } = require('./history-checker.cjs');

async function recorded(way) {
  const cwd = newDirectory();
  const result = await run([path.join(__dirname, 'fixtures', 'queues.cjs'), way], { cwd });
  const files = fs.readdirSync(cwd).filter((name) => name.startsWith('history-')).sort();
  return { ...result, files, texts: files.map((name) => fs.readFileSync(path.join(cwd, name), 'utf8')) };
}

const calls = (lines) => lines.map(({ call, return: at, ...told }) => (at === undefined ? { ...told, never: true } : told));

test('two threads write a file each, of one run', async () => {
  const { code, err, files, texts } = await recorded('threads');
  assert.deepStrictEqual([code, err, files], [0, '', ['history-C.jsonl', 'history-P.jsonl']]);
  assert.strictEqual(assertFifo(texts), 100);
  const { P, C } = read(texts);
  assert.deepStrictEqual([P.head.capacity, P.head.complete, C.head.complete], [4, true, true]);
  assert.deepStrictEqual(calls([P.calls.at(-1), C.calls.at(-1)]), [{ op: 'close' }, { op: 'take', end: true }]);
});

test('control: an element out of place is found', async () => {
  const { texts: [consumer, producer] } = await recorded('threads');
  const spoilt = consumer.replace('"op":"take","value":50,', '"op":"take","value":51,');
  assert.throws(() => assertFifo([spoilt, producer]), /element 49 was taken as 51, and put as 50/);
});

test('all operations, and values of all kinds, each exact', async () => {
  const { err, texts } = await recorded('array');
  assert.strictEqual(err, '');
  const { P, C } = read(texts);
  assert.deepStrictEqual([P.head.bound, P.head.overwrites, P.head.source], [9, undefined, 'an array']);
  const offered = (value, result = true) => ({ op: 'offer', value, result });
  assert.deepStrictEqual(calls(P.calls), [
    ...[1.5, 'text', true, false, 'NaN', '-Infinity', -0, 2 ** 63].map((value) => offered(value)),
    { op: 'put', values: [null], stored: 1 }, offered('refused', false), { op: 'size', value: 9 }, { op: 'close' },
  ]);
  assert.match(texts[1], /"value":9223372036854775808,/);
  assert.match(texts[1], /"value":-0,/);
  assert.deepStrictEqual(calls(C.calls), [
    { op: 'poll', empty: true }, { op: 'peek', value: 1.5 },
    { op: 'take', max: 3, values: [1.5, 'text', true] }, { op: 'skip', n: 2, taken: 2 },
    ...['-Infinity', -0, 2 ** 63].map((value) => ({ op: 'poll', value })), { op: 'poll', value: null },
    { op: 'take', max: 2, empty: true }, { op: 'poll', end: true },
  ]);
});

test('calls that overlap are other threads, and one that never came back has no return', async () => {
  const { files, texts } = await recorded('overlapping');
  assert.deepStrictEqual(files, ['history-C.jsonl', 'history-C2.jsonl', 'history-C3.jsonl', 'history-P.jsonl']);
  const all = read(texts);
  assert.deepStrictEqual(Object.entries(all).map(([name, { head }]) => [name, head.complete]), [['C1', true], ['C2', true], ['C3', false], ['P', true]]);
  assert.deepStrictEqual(calls(all.C2.calls), [{ op: 'take', value: 2 }]);
  assert.deepStrictEqual(calls(all.C3.calls), [{ op: 'take', never: true }]);
});

test('a call that threw ends the history of all, unless it was refused', async () => {
  const { err, texts } = await recorded('throwing');
  assert.match(err, /^sabring history: a call threw TypeError; the history ends here and is not complete\n$/);
  const { P, C } = read(texts);
  assert.deepStrictEqual([calls(P.calls), P.head.complete], [[{ op: 'put', value: 1, never: true }], false]);
  assert.deepStrictEqual([calls(C.calls), C.head.complete], [[{ op: 'poll', empty: true }], false]);
});

test('a program that is killed leaves what happened until then', async () => {
  const { texts } = await recorded('killed');
  const { P, C } = read(texts);
  assert.deepStrictEqual([calls(P.calls), P.head.complete, P.head.overwrites], [[{ op: 'put', value: 1 }], false, 'oldest']);
  assert.deepStrictEqual([calls(C.calls), C.head.complete], [[{ op: 'take', never: true }], false]);
});

test('what cannot be recorded is refused with advice', async () => {
  assert.match((await recorded('object')).err, /an element is object, expected a number, .* value: \(it\) => it.id/);
  assert.match((await recorded('nothing')).err, /an element is null, so option empty has to say/);
  assert.match((await recorded('option')).err, /option enqueue, expected put, offer/);
});
