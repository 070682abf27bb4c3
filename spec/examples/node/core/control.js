'use strict';
// The words that all threads of a recording share, and the numbers of its SharedArrayBuffers.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { add, load, store, compareExchange } = Atomics; // taken before they are replaced

  const TICKETS = 0; // steps begun
  const DONE = 1; // steps logged
  const ORDER = 2; // the place of the next line among those of all threads
  const NEVER = 3; // nobody ever notifies here
  const MIXED = 4; // not 0: a buffer arrived that may be one of several
  const UNSEEN = 5; // not 0: a Buffer was made over shared memory, whose accesses are not seen
  const LENGTHS = 6; // byteLength of each buffer, in the order of creation; 0 where there is none
  const MAX_BUFFERS = 1000;

  const newControl = () => new Int32Array(new SharedArrayBuffer((LENGTHS + MAX_BUFFERS) * 4));

  /**
   * The SharedArrayBuffers as one thread has them. The same memory is another object in each thread:
   * its number, from 1 in the order of creation, says which is which.
   */
  class Buffers {
    #control;
    #numbers = new WeakMap(); // SharedArrayBuffer to its number
    #known = []; // WeakRefs of those that have one

    constructor(control) {
      this.#control = control;
    }

    /** A buffer that this thread has just made. */
    created(buffer) {
      const { byteLength } = buffer;
      for (let i = 0; i < MAX_BUFFERS; i++) {
        if (compareExchange(this.#control, LENGTHS + i, 0, byteLength) === 0) return this.adopt(buffer, i + 1);
      }
      return this.adopt(buffer, 0); // of which there are too many: never the ring
    }

    /** Gives a buffer the number that it has in another thread. */
    adopt(buffer, number) {
      this.#numbers.set(buffer, number);
      this.#known.push(new WeakRef(buffer));
      return number;
    }

    /** The number of a buffer; one that came by an unknown way is told by its length. */
    numberOf(buffer) {
      const number = this.#numbers.get(buffer);
      if (number !== undefined) return number;
      const mine = new Set(this.known().map(([, known]) => known));
      const same = lengths(this.#control)
        .map((length, i) => (length === buffer.byteLength ? i + 1 : 0))
        .filter((other) => other > 0 && !mine.has(other));
      if (same.length === 0) return this.created(buffer);
      if (same.length > 1) store(this.#control, MIXED, 1);
      return this.adopt(buffer, same[0]);
    }

    /** All buffers of this thread that still live, as `[buffer, number]`. */
    known() {
      const pairs = this.#known.map((reference) => reference.deref()).filter((buffer) => buffer !== undefined);
      return pairs.map((buffer) => [buffer, this.#numbers.get(buffer)]);
    }

    get lengths() {
      return lengths(this.#control);
    }
  }

  function lengths(control) {
    const found = [];
    for (let i = 0; i < MAX_BUFFERS; i++) {
      const length = load(control, LENGTHS + i);
      if (length === 0) break;
      found.push(length);
    }
    return found;
  }

  const count = (control, what, by = 1) => add(control, what, by);

  sabring.control = { newControl, Buffers, lengths, count, TICKETS, DONE, ORDER, NEVER, MIXED, UNSEEN };
}
