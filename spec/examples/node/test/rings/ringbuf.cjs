'use strict';
// ringbuf.js under load: a worker pushes 0, 1, 2 … in chunks of all sizes, the main thread pops them.
//
//   node ringbuf.cjs <the module> <elements>

const { Worker, isMainThread, workerData } = require('node:worker_threads');

const [, , module_, count] = process.argv;
const { RingBuffer } = require(module_);
const elements = Number(count);
const CAPACITY = 16;

// A ring with a mistake may lose what the other waits for: who gets no further gives up.
const PATIENCE = 5000;
let giveUp = Date.now() + PATIENCE;

/** `moved` elements have come through: it gets further. */
function goesOn(moved) {
  if (moved > 0) giveUp = Date.now() + PATIENCE;
  return moved;
}

/** Calls `round` until it says that all is done, and lets others have the thread in between. */
function go(round) {
  for (let i = 0; i < 100; i++) if (round()) return;
  if (Date.now() < giveUp) setImmediate(go, round);
}

if (isMainThread) {
  const shared = RingBuffer.getStorageForCapacity(CAPACITY, Float32Array);
  new Worker(__filename, { workerData: shared, argv: [module_, count] });
  const ring = new RingBuffer(shared, Float32Array);
  let [taken, wrong, size] = [0, 0, 1];
  go(() => {
    const chunk = new Float32Array((size = (size % 5) + 1));
    const popped = goesOn(ring.pop(chunk));
    for (const value of chunk.subarray(0, popped)) if (value !== taken++ / 4) wrong++;
    return taken >= elements && console.log(`taken ${taken}, ${wrong} wrong`) === undefined;
  });
} else {
  const ring = new RingBuffer(workerData, Float32Array);
  let [next, size] = [0, 1];
  go(() => {
    const length = Math.min((size = (size % 7) + 1), elements - next);
    next += goesOn(ring.push(Float32Array.from({ length }, (_, i) => (next + i) / 4)));
    return next >= elements;
  });
}
