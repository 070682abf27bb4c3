'use strict';
// A bounded FIFO of Int32 between two threads: the `reference` profile. One line is one step of the
// specification, and ends with its name.
//
// One slot stays empty, so that equal cursors always mean empty. Each word has one writer. Closing
// and cancelling move the own cursor (by a flag), because that is the word the other side waits on:
// comparing and blocking in one step cannot miss it.

const WRITE = 0; // producer: the next slot to fill, or with CLOSED
const READ = 1; // consumer: the next slot to drain, or with CANCELLED
const PRODUCED = 2; // producer: elements offered, modulo 2^32
const CONSUMED = 3; // consumer: elements taken, modulo 2^32
const PRODUCER_WAITS = 4; // producer: times it found the ring full and waited
const CONSUMER_WAITS = 5; // consumer: times it found the ring empty and waited
const DATA = 6; // producer: the slots

const FLAG = 1 << 30;
const END = Symbol('end');

/** The memory of a ring of `capacity` slots, all words 0. */
function newRing(capacity) {
  if (!Number.isInteger(capacity) || capacity < 2 || capacity > FLAG) {
    throw new RangeError(`capacity=${capacity}, expected an integer from 2 to ${FLAG}`);
  }
  return new SharedArrayBuffer((DATA + capacity) * Int32Array.BYTES_PER_ELEMENT);
}

/** The producing side. For one thread. */
class Producer {
  constructor(buffer) {
    this.memory = new Int32Array(buffer);
    this.capacity = this.memory.length - DATA;
  }

  /** Stores one element, waiting while the ring is full. False when closed or cancelled. */
  put(value) {
    const { memory } = this;
    for (;;) {
      const write = Atomics.load(memory, WRITE); // PLoadWrite
      const read = Atomics.load(memory, READ); // PLoadRead
      if (write & FLAG || read & FLAG) return false;
      const next = (write + 1) % this.capacity;
      if (next === read) {
        Atomics.add(memory, PRODUCER_WAITS, 1); // PCountWait
        Atomics.wait(memory, READ, read); // PWait
        continue;
      }
      memory[DATA + write] = value; // PWriteSlot
      Atomics.add(memory, PRODUCED, 1); // PCountProduced
      Atomics.store(memory, WRITE, next); // PPublish
      Atomics.notify(memory, WRITE); // PNotify
      return true;
    }
  }

  /** No element comes after those already put. */
  close() {
    const { memory } = this;
    const write = Atomics.load(memory, WRITE); // PLoadWrite
    if (write & FLAG) return;
    Atomics.store(memory, WRITE, write | FLAG); // PClose
    Atomics.notify(memory, WRITE); // PNotify
  }
}

/** The consuming side. For one thread. */
class Consumer {
  constructor(buffer) {
    this.memory = new Int32Array(buffer);
    this.capacity = this.memory.length - DATA;
  }

  /** Takes one element, waiting while the ring is empty. END when closed and drained, or cancelled. */
  take() {
    const { memory } = this;
    for (;;) {
      const write = Atomics.load(memory, WRITE); // CLoadWrite
      const read = Atomics.load(memory, READ); // CLoadRead
      if (read & FLAG) return END;
      if ((write & ~FLAG) === read) {
        if (write & FLAG) return END;
        Atomics.add(memory, CONSUMER_WAITS, 1); // CCountWait
        Atomics.wait(memory, WRITE, write); // CWait
        continue;
      }
      const value = memory[DATA + read]; // CReadSlot
      Atomics.store(memory, READ, (read + 1) % this.capacity); // CPublish
      Atomics.add(memory, CONSUMED, 1); // CCountConsumed
      Atomics.notify(memory, READ); // CNotify
      return value;
    }
  }

  /** Takes no more, and never lets the producer wait again. */
  cancel() {
    const { memory } = this;
    const read = Atomics.load(memory, READ); // CLoadRead
    if (read & FLAG) return;
    Atomics.store(memory, READ, read | FLAG); // CCancel
    Atomics.notify(memory, READ); // CNotify
  }
}

module.exports = { newRing, Producer, Consumer, END };
