'use strict';
// A ring to try the recorder on: two cursors and four floats in one SharedArrayBuffer. The main thread
// puts 20 numbers, a worker takes them.

const { Worker, isMainThread, workerData } = require('node:worker_threads');

const SLOTS = 4;
const ELEMENTS = 20;

const shared = workerData ?? new SharedArrayBuffer(8 + SLOTS * 4);
const cursors = new Int32Array(shared, 0, 2);
const slots = new Float32Array(shared, 8);
const next = (cursor) => (cursor + 1) % SLOTS;

if (isMainThread) {
  new Worker(__filename, { workerData: shared });
  produce(0);
} else {
  consume(0, 0);
}

function produce(element) {
  if (element === ELEMENTS) return;
  const write = Atomics.load(cursors, 0);
  const full = next(write) === Atomics.load(cursors, 1);
  if (!full) {
    slots[write] = element / 4;
    Atomics.store(cursors, 0, next(write));
  }
  setImmediate(produce, full ? element : element + 1);
}

function consume(taken, sum) {
  while (taken < ELEMENTS) {
    const read = Atomics.load(cursors, 1);
    if (read === Atomics.load(cursors, 0)) continue;
    sum += slots[read];
    taken++;
    Atomics.store(cursors, 1, next(read));
  }
  console.log(`took ${taken} numbers, their sum is ${sum}`);
}
