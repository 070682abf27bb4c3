'use strict';
// Our ring at work: a worker produces 1 … elements and closes, the main thread consumes.
//
//   node reference.cjs [<elements> [<cancel after>]]
//
// With a second argument the main thread cancels after so many elements, and the worker gives up.

const { Worker, isMainThread, workerData } = require('node:worker_threads');
const { newRing, Producer, Consumer, END } = require('./ring.cjs');

const CAPACITY = 8;

if (isMainThread) consume();
else produce(workerData);

function produce({ buffer, elements }) {
  const producer = new Producer(buffer);
  for (let value = 1; value <= elements; value++) {
    if (!producer.put(value)) return;
  }
  producer.close();
}

function consume() {
  const elements = argument(2, 100);
  const cancelAfter = argument(3, Infinity);
  const buffer = newRing(CAPACITY);
  new Worker(__filename, { workerData: { buffer, elements } });

  const consumer = new Consumer(buffer);
  let taken = 0;
  let sum = 0;
  while (taken < cancelAfter) {
    const value = consumer.take();
    if (value === END) break;
    taken++;
    sum += value;
  }
  if (taken === cancelAfter) consumer.cancel();
  console.log(`took ${taken} elements, their sum is ${sum}`);
}

function argument(index, absent) {
  const found = process.argv[index];
  if (found === undefined) return absent;
  if (!/^[0-9]{1,9}$/.test(found)) {
    console.error(`argument ${index - 1} is ${found}, expected a number of elements`);
    process.exit(2);
  }
  return Number(found);
}
