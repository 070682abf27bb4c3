'use strict';
// A queue whose calls are recorded: our ring, though nothing of it is known here but its methods.

const { Worker, isMainThread, workerData } = require('node:worker_threads');
const { record } = require('./history.cjs');
const { newRing, Producer, Consumer, END } = require('./ring.cjs');

const CAPACITY = 8;

if (isMainThread) {
  const ring = newRing(CAPACITY);
  new Worker(__filename, { workerData: ring });
  const consumer = record(new Consumer(ring), { take: 'take', end: END, capacity: CAPACITY });
  while (consumer.take() !== END);
} else {
  const producer = record(new Producer(workerData), { put: 'put', close: 'close', capacity: CAPACITY });
  for (let i = 1; i <= 20; i++) producer.put(i);
  producer.close();
}
