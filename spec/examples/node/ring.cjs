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
const END = Symbol('end'); // nothing will come any more
const EMPTY = Symbol('empty'); // nothing has come in time

/** The memory of a ring of `capacity` slots, all words 0. */
function newRing(capacity) {
  if (!Number.isInteger(capacity) || capacity < 2 || capacity > FLAG) {
    throw new RangeError(`capacity=${capacity}, expected an integer from 2 to ${FLAG}`);
  }
  return new SharedArrayBuffer((DATA + capacity) * Int32Array.BYTES_PER_ELEMENT);
}

/** How long a call may still wait, in milliseconds: 0 when its time is up. */
class Patience {
  constructor(timeout) {
    this.left = timeout;
    this.until = timeout > 0 ? performance.now() + timeout : 0;
  }

  /** Takes off what a wait took. The word that time is up goes before the clock's. */
  spend(answer) {
    this.left = answer === 'timed-out' ? 0 : Math.max(0, this.until - performance.now());
  }
}

/** The producing side. For one thread. */
class Producer {
  constructor(buffer) {
    this.memory = new Int32Array(buffer);
    this.capacity = this.memory.length - DATA;
  }

  /** Stores one element if there is room. False when full, closed or cancelled. */
  offer(value) {
    return this.put(value, 0);
  }

  /**
   * Stores one element, waiting while the ring is full, for so many milliseconds at most; when they
   * are up it tries once more. False when closed, cancelled, or still full then.
   */
  put(value, timeout = Infinity) {
    const { memory } = this;
    const patience = new Patience(timeout);
    for (;;) {
      const write = Atomics.load(memory, WRITE); // PLoadWrite
      const read = Atomics.load(memory, READ); // PLoadRead
      if (write & FLAG || read & FLAG) return false;
      const next = (write + 1) % this.capacity;
      if (next === read) {
        if (patience.left <= 0) return false;
        Atomics.add(memory, PRODUCER_WAITS, 1); // PCountWait
        patience.spend(Atomics.wait(memory, READ, read, patience.left)); // PWait, PWake
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

  /** Takes one element if there is one. EMPTY if not; END when closed and drained, or cancelled. */
  poll() {
    return this.take(0);
  }

  /**
   * Takes one element, waiting while the ring is empty, for so many milliseconds at most; when they
   * are up it tries once more. EMPTY if there is none then; END when closed and drained, or
   * cancelled.
   */
  take(timeout = Infinity) {
    const { memory } = this;
    const patience = new Patience(timeout);
    for (;;) {
      const write = Atomics.load(memory, WRITE); // CLoadWrite
      const read = Atomics.load(memory, READ); // CLoadRead
      if (read & FLAG) return END;
      if ((write & ~FLAG) === read) {
        if (write & FLAG) return END;
        if (patience.left <= 0) return EMPTY;
        Atomics.add(memory, CONSUMER_WAITS, 1); // CCountWait
        patience.spend(Atomics.wait(memory, WRITE, write, patience.left)); // CWait, CWake
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

module.exports = { newRing, Producer, Consumer, END, EMPTY };
