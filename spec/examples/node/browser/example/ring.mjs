// A ring of floats between two threads that never wait: two cursors that wrap, and one slot empty.

export class RingBuffer {
  static getStorageForCapacity(capacity, type) {
    return new SharedArrayBuffer(8 + (capacity + 1) * type.BYTES_PER_ELEMENT);
  }

  constructor(shared, type) {
    this.write = new Uint32Array(shared, 0, 1);
    this.read = new Uint32Array(shared, 4, 1);
    this.data = new type(shared, 8);
  }

  /** Stores as many as there is room for, and says how many. For one thread. */
  push(elements) {
    const read = Atomics.load(this.read, 0);
    const write = Atomics.load(this.write, 0);
    const slots = this.data.length;
    const count = Math.min(elements.length, (read + slots - write - 1) % slots);
    if (count === 0) return 0;
    for (let i = 0; i < count; i++) this.data[(write + i) % slots] = elements[i];
    Atomics.store(this.write, 0, (write + count) % slots);
    return count;
  }

  /** Takes as many as there are, and says how many. For one thread. */
  pop(elements) {
    const read = Atomics.load(this.read, 0);
    const write = Atomics.load(this.write, 0);
    const slots = this.data.length;
    const count = Math.min(elements.length, (write + slots - read) % slots);
    if (count === 0) return 0;
    for (let i = 0; i < count; i++) elements[i] = this.data[(read + i) % slots];
    Atomics.store(this.read, 0, (read + count) % slots);
    return count;
  }
}
