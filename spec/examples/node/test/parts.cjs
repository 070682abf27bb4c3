'use strict';
// The recorder's parts by themselves, where a whole run would need luck to reach the case.

const assert = require('node:assert');
const path = require('node:path');
const { test } = require('node:test');
const { run } = require('./harness.cjs');
const { readLogs, sleepers } = require('../core/index.cjs').logs;
const { Repeats } = require('../core/index.cjs').log;
const { sidesOf } = require('../core/index.cjs').sides;

test('a step that others can see is in the log before it is in memory', async () => {
  const { out } = await run([path.join(__dirname, 'fixtures', 'order.cjs')]);
  assert.deepStrictEqual(JSON.parse(out), [
    ['step', 'store', 0], ['step', 'store', 1], ['step', 'add', 2], ['load', 'load', 3],
    ['step', 'wait', 3], ['awoke', 'not-equal', 3], ['begin', 'notify', 3], ['outcome', null, 3],
  ]);
});

/** Two threads' logs, given as lines: the outcomes of each side's steps, and who sleeps at the end. */
function merged(producer, consumer) {
  const told = (records) => [...records.map((it) => JSON.stringify(it)), '{"order":9,"acc'].join('\n');
  const first = (at) => ({ order: at - 2, access: 'store', buffer: 1, at, type: 'Int32', value: 1 });
  const { threads, loosened } = readLogs([
    { name: 'C', text: told([first(1), ...consumer]) },
    { name: 'P', text: told([first(0), ...producer]) },
  ]);
  const of = (name) => {
    const steps = threads.find((thread) => thread.name === name).steps.filter((step) => step.access !== 'store');
    return steps.map((it) => it.woken ?? it.result ?? (it.access === 'wait' ? 'asleep' : it.access));
  };
  return { P: of('P'), C: of('C'), asleep: sleepers(threads).any, loosened };
}

const wait = (order, more) => ({ order, access: 'wait', buffer: 1, at: 0, type: 'Int32', expected: 0, ...more });
const awoke = (of, order, result) => ({ of, awoke: order, result });
const notify = (order) => ({ order, access: 'notify', buffer: 1, at: 0, type: 'Int32' });
const woke = (woken) => ({ woken });

test('waits and notifications that were cut short are settled by their counterparts', () => {
  const settled = (producer, consumer) => {
    const { P, C, asleep } = merged(producer, consumer);
    return { P, C, asleep };
  };
  assert.deepStrictEqual(settled([notify(2)], [wait(1), awoke(1, 3, 'ok')]), { P: [1], C: ['ok'], asleep: false });
  assert.deepStrictEqual(settled([notify(2)], [wait(1)]), { P: [], C: ['asleep'], asleep: true });
  assert.deepStrictEqual(settled([notify(2), woke(1)], [wait(1)]), { P: [1], C: ['ok'], asleep: false });
  assert.deepStrictEqual(settled([notify(1), woke(0)], [wait(2)]), { P: [0], C: ['asleep'], asleep: true });
  assert.deepStrictEqual(
    settled([notify(2), woke(1), notify(5)], [wait(1), awoke(1, 3, 'ok'), wait(4), awoke(4, 4, 'not-equal')]),
    { P: [1], C: ['ok', 'not-equal'], asleep: false });
});

test('a waitAsync is a wait if its thread takes no step meanwhile, else a load, and its notification woke one less', () => {
  const load = { order: 3, access: 'load', buffer: 1, at: 0, type: 'Int32', value: 0 };
  const begun = wait(1, { async: true });
  const alone = merged([notify(2), woke(1)], [begun, awoke(1, 3, 'ok'), { ...load, order: 4 }]);
  assert.deepStrictEqual(alone, { P: [1], C: ['ok', 'load'], asleep: false, loosened: 0 });
  const overlapping = merged([notify(2), woke(1)], [begun, load, awoke(1, 4, 'ok')]);
  assert.deepStrictEqual(overlapping, { P: [0], C: ['load', 'load'], asleep: false, loosened: 1 });
  const asleep = merged([], [begun]);
  assert.deepStrictEqual(asleep, { P: [], C: ['asleep'], asleep: true, loosened: 0 });
});

test('loads that repeat the round before are left out, and nothing else', () => {
  const logged = (values) => {
    const repeats = new Repeats();
    const load = (value) => ({ buffer: 1, at: 0, type: 'Int32', value });
    const told = [...values].flatMap((value) => repeats.load(load(value)));
    return [...told, ...repeats.end()].map((it) => it.value).join('');
  };
  assert.strictEqual(logged('aaaa'), 'a');
  assert.strictEqual(logged('abababab'), 'ab');
  assert.strictEqual(logged('ababababa'), 'aba'); // the start of one more round
  assert.strictEqual(logged('abababac'), 'abac');
  assert.strictEqual(logged('abac'.repeat(9)), 'abacabac'); // a round within the round misleads for a while
  assert.strictEqual(logged('abcdefghi'), 'abcdefghi');
});

test('sides are told by what they write, else by what they wait on', () => {
  let order = 0;
  const step = (access, word) => ({ order: order++, access, word });
  const named = (...threads) => {
    const { P, C } = sidesOf(threads.map((steps, i) => ({ name: `${i}`, steps })));
    return [P?.name, C?.name];
  };
  const look = () => step('load', 'write');
  assert.deepStrictEqual(named([look(), step('store', 'read')], [look(), step('store', 'data')]), ['1', '0']);
  assert.deepStrictEqual(named([look(), step('store', 'data')], [look()]), ['0', '1']);
  assert.deepStrictEqual(named([step('wait', 'write')], [step('wait', 'read')]), ['1', '0']);
  assert.deepStrictEqual(named([step('store', 'write')], [look()], [step('store', 'read')]), ['0', '2']);
  const setUp = [step('store', 'write'), step('store', 'read')];
  assert.deepStrictEqual(named(setUp, [step('store', 'write')], [step('store', 'read')]), ['1', '2']);
  const [early, other1, late] = [step('store', 'write'), step('store', 'write'), step('store', 'write')];
  assert.throws(() => named([early, late], [other1]), /both 0 and 1 store to write/);
  const both = [step('store', 'write'), step('store', 'read')];
  const other = [look()];
  assert.throws(() => named([...both, step('store', 'write'), step('store', 'read')], other), /0 stores to both/);
});
