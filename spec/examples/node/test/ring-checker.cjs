'use strict';
// Judges a recording of a ring by itself, from what is in its lines alone: elements come out in the
// order they went in, none lost, none twice, and none before it was published. `sabring check` asks
// more; this is to know that a recorder tells the truth.

const assert = require('node:assert');

const keyOf = (step) => `${step.index}.${step.part ?? 0}`;
const position = (value) => Number(BigInt.asUintN(32, BigInt(value)));
const moves = (step) => ['store', 'add'].includes(step.access);
const left = (step) => position(step.access === 'add' ? step.value + (step.by ?? 1) : step.value);

/** What each side did to its slots, and where its own cursor was after each round: `[{ slots, cursor, at }]`. */
function rounds(steps, thread, access, cursor) {
  const found = [];
  let slots = new Map();
  for (const [at, step] of steps.entries()) {
    if (step.thread !== thread) continue;
    if (step.word === 'data' && step.access === access) slots.set(keyOf(step), step.value);
    if (step.word === cursor && moves(step)) {
      found.push({ slots, cursor: left(step), at });
      slots = new Map();
    }
  }
  return found;
}

/** The slots from one cursor to the next, with what each held: `[{ slot, value, at }]`. */
function elements(head, made, before) {
  const { capacity } = head;
  let from = before;
  return made.flatMap(({ slots, cursor, at }) => {
    const much = head.cursors === 'counting' ? cursor - from : (cursor - from + capacity) % capacity;
    const moved = Array.from({ length: much }, (_, i) => (from + i) % capacity);
    from = cursor;
    return moved.map((slot) => {
      const parts = [...slots.entries()].filter(([key]) => key.startsWith(`${slot}.`));
      assert(parts.length > 0, `slot ${slot} is passed by the cursor, but was not touched (line ${at + 2})`);
      return { slot, value: JSON.stringify(parts.map(([, value]) => value)), at };
    });
  });
}

/** Throws if a promise of every ring is broken; gives back how many elements were taken. */
function assertRing(head, steps) {
  const start = (word) => position(steps.findLast((step) => step.thread === 'main' && step.word === word)?.value ?? 0);
  const put = elements(head, rounds(steps, 'P', 'store', 'write'), start('write'));
  const taken = elements(head, rounds(steps, 'C', 'load', 'read'), start('read'));
  assert(taken.length <= put.length, `${taken.length} were taken of ${put.length}`);
  taken.forEach(({ slot, value, at }, i) => {
    assert.deepStrictEqual([slot, value], [put[i].slot, put[i].value], `element ${i}, taken in line ${at + 2}`);
  });
  assertPublished(head, steps, start);
  return taken.length;
}

/** Throws if a slot is read that was not published to the reader, or filled that was not freed to the writer. */
function assertPublished(head, steps, start) {
  const seen = { P: { write: start('write'), read: start('read') }, C: { write: start('write'), read: start('read') } };
  const { capacity } = head;
  const between = (slot, from, to) => {
    const much = head.cursors === 'counting' ? to - from : (to - from + capacity) % capacity;
    return (slot - (from % capacity) + capacity) % capacity < much;
  };
  for (const [at, step] of steps.entries()) {
    const mine = seen[step.thread];
    if (mine === undefined) continue;
    if (step.word in mine && (step.access === 'load' || moves(step))) mine[step.word] = left(step);
    if (step.word !== 'data') continue;
    const stored = between(step.index, mine.read, mine.write);
    if (step.thread === 'C') assert(stored, `line ${at + 2}: slot ${step.index} is read before it is known to be published`);
    else if (step.access === 'store') assert(!stored, `line ${at + 2}: slot ${step.index} is filled before it is known to be free`);
  }
}

module.exports = { assertRing };
