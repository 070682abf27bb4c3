'use strict';
// thread-stream under load: numbers as text go from the main thread to a worker, through 64 bytes of
// shared memory. Each byte is an element.
//
//   node thread-stream.cjs <the module> <numbers>

const { isMainThread } = require('node:worker_threads');
const { EventEmitter } = require('node:events');
const { record } = require('../../history.cjs');

const BOUND = 1_000_000; // a write is kept outside the shared memory until there is room: no bound of its own

/** What thread-stream writes to in its worker. */
class Destination extends EventEmitter {
  write() {
    return true;
  }

  end() {
    this.emit('close');
  }
}

if (isMainThread) {
  const [, , module_, numbers] = process.argv;
  const ThreadStream = require(module_);
  const stream = record(new ThreadStream({ filename: __filename, bufferSize: 64 }), {
    put: { method: 'write', values: ([text]) => Buffer.from(text) },
    close: 'end',
    bound: BOUND,
  });
  for (let i = 0; i < Number(numbers); i++) stream.write(`${i}\n`);
  stream.end();
} else {
  module.exports = async () =>
    record(new Destination(), { take: { method: 'write', values: (result, [text]) => Buffer.from(text) }, bound: BOUND });
}
