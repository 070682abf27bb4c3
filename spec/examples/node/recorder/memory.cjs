'use strict';
// The accesses to the ring: each is done exactly as the program asked, and logged (see log.cjs for
// the order of the two). Accesses to other memory pass through.

const { RING_BYTES } = require('./log.cjs');

/** Atomics.* before they are replaced. */
const native = Object.fromEntries(Object.getOwnPropertyNames(Atomics).map((name) => [name, Atomics[name]]));

class Memory {
  #settings;
  #control;
  #log;
  #targets = new WeakMap(); // recorded array, as the program sees it, to the real array under it
  #places = []; // index in the buffer to { word, index? }

  constructor(settings, control, log) {
    this.#settings = settings;
    this.#control = control;
    this.#log = log;
    for (const [word, at] of Object.entries(settings.layout)) {
      if (word !== 'data') this.#places[at] = { word };
    }
  }

  /** Whether this SharedArrayBuffer holds the ring. The first that can is it, for all threads. */
  isRing(buffer) {
    const bytes = buffer.byteLength;
    if (bytes < this.#settings.leastBytes) return false;
    const chosen =
      this.#settings.bufferBytes ?? (native.compareExchange(this.#control, RING_BYTES, 0, bytes) || bytes);
    if (chosen !== bytes) return false;
    this.#control[RING_BYTES] = bytes;
    return true;
  }

  /** Makes `array` the recorded view of `target`. */
  register(array, target) {
    this.#targets.set(array, target);
  }

  /** The real array under a recorded one, or undefined. */
  target(array) {
    return this.#targets.get(array);
  }

  get(target, index) {
    return this.#load(target, index, () => target[index]);
  }

  set(target, index, value) {
    const number = +value; // once, as the language does
    this.#store(target, index, number, () => (target[index] = number));
  }

  /** Puts recording functions in the place of Atomics.*. */
  replaceAtomics() {
    const memory = this;
    /** An operation on a recorded array goes to `recorded`, with the real array and a checked index. */
    const replace = (name, recorded) => {
      const original = native[name];
      if (original === undefined) return; // an older Node
      const replacement = {
        [name](array, ...rest) {
          const target = memory.#targets.get(array);
          if (target === undefined) return original(array, ...rest);
          const index = Math.trunc(+rest[0]) || 0;
          rest[0] = index;
          if (memory.#place(target, index) === undefined) return original(target, ...rest);
          return recorded(target, index, ...rest.slice(1));
        },
      }[name];
      Object.defineProperty(replacement, 'length', { value: original.length, configurable: true });
      Object.defineProperty(Atomics, name, { value: replacement, writable: true, configurable: true });
    };
    replace('load', (target, index) => this.#load(target, index, () => native.load(target, index)));
    replace('store', (target, index, value) => {
      const number = +value;
      return this.#store(target, index, number, () => native.store(target, index, number));
    });
    for (const name of ['add', 'sub', 'and', 'or', 'xor', 'exchange', 'compareExchange']) {
      replace(name, (target, index, ...operands) => this.#modify(name, target, index, operands.map((it) => +it)));
    }
    replace('wait', (target, index, value, timeout) => this.#wait(target, index, +value, +timeout));
    replace('notify', (target, index, count = Infinity) => this.#notify(target, index, +count));
    replace('waitAsync', (target, index, value, timeout) => this.#waitAsync(target, index, +value, +timeout));
  }

  /** What the layout calls this element, or undefined. */
  #place(target, index) {
    if (!(index >= 0 && index < target.length)) return undefined;
    const at = target.byteOffset / target.BYTES_PER_ELEMENT + index;
    const slot = at - this.#settings.layout.data;
    if (slot < 0) return this.#places[at];
    return slot < (this.#settings.capacity ?? Infinity) ? { word: 'data', index: slot } : undefined;
  }

  #load(target, index, load) {
    const place = this.#place(target, index);
    if (place === undefined) return load();
    this.#log.claim();
    const value = load();
    this.#log.step({ access: 'load', ...place, value });
    return value;
  }

  #store(target, index, number, store) {
    const place = this.#place(target, index);
    if (place !== undefined) {
      this.#log.claim();
      this.#log.step({ access: 'store', ...place, value: number | 0 });
    }
    return store();
  }

  /** The old value is known only afterwards, but a word with one writer has it already. */
  #modify(name, target, index, operands) {
    this.#log.claim();
    const foreseen = native.load(target, index);
    const delta = name === 'add' && (operands[0] | 0) !== 1 ? { delta: operands[0] | 0 } : {};
    this.#log.step({ access: name, ...this.#place(target, index), value: foreseen, ...delta });
    const old = native[name](target, index, ...operands);
    if (old !== foreseen) this.#log.correct({ value: old });
    return old;
  }

  #wait(target, index, expected, timeout) {
    this.#log.claim();
    const bounded = timeout < Infinity ? { bounded: true } : {}; // NaN, as undefined, is for ever
    this.#log.step({ access: 'wait', ...this.#place(target, index), expected: expected | 0, ...bounded });
    const result = native.wait(target, index, expected, timeout);
    this.#log.awoke(result);
    return result;
  }

  /** Has no counterpart in the format: logged by its name, for the reader to refuse. */
  #waitAsync(target, index, expected, timeout) {
    this.#log.claim();
    this.#log.step({ access: 'waitAsync', ...this.#place(target, index), expected: expected | 0 });
    return native.waitAsync(target, index, expected, timeout);
  }

  #notify(target, index, count) {
    this.#log.claim();
    this.#log.begin({ access: 'notify', ...this.#place(target, index) });
    const woken = native.notify(target, index, count);
    this.#log.outcome({ woken });
    return woken;
  }
}

module.exports = { Memory };
