'use strict';
// The accesses to shared memory: each is done exactly as the program asked, and logged (see log.js for
// the order of the two). Accesses to other memory pass through.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { TYPES, typeOf, stored, packed } = sabring.values;

  /** Atomics.* before they are replaced. */
  const native = Object.fromEntries(Object.getOwnPropertyNames(Atomics).map((name) => [name, Atomics[name]]));

  /** What each operation leaves in its word, of what it found there. */
  const LEAVES = {
    add: (old, by) => old + by,
    sub: (old, by) => old - by,
    and: (old, by) => old & by,
    or: (old, by) => old | by,
    xor: (old, by) => old ^ by,
    exchange: (old, replacement) => replacement,
    compareExchange: (old, expected, replacement) => (old === expected ? replacement : undefined),
  };

  class Memory {
    #log;
    #buffers;
    #follows;
    #targets = new WeakMap(); // recorded view, as the program sees it, to the real view under it
    #followed = new WeakMap(); // buffer to whether it is recorded

    /** `follows(number, buffers)` says whether a buffer is one to record. */
    constructor(log, buffers, follows) {
      this.#log = log;
      this.#buffers = buffers;
      this.#follows = follows;
    }

    /** Whether accesses to this buffer are recorded. */
    isRecorded(buffer) {
      if (!this.#followed.has(buffer)) {
        this.#followed.set(buffer, this.#follows(this.#buffers.numberOf(buffer), this.#buffers));
      }
      return this.#followed.get(buffer);
    }

    /** Makes `view` the recorded view of `target`. */
    register(view, target) {
      this.#targets.set(view, target);
    }

    /** The real view under a recorded one, or undefined. */
    target(view) {
      return this.#targets.get(view);
    }

    /** A plain read of so many bytes into the view. */
    get(target, offset, type, read, big) {
      const value = read();
      this.#log.load({ access: 'load', ...this.#place(target, offset, type, big), value: packed(value), mode: 'plain' });
      return value;
    }

    /** A plain write of what `value` becomes in that type. */
    set(target, offset, type, value, write, big) {
      const element = stored(type, value); // once, as the language does
      if (this.#log.claim()) {
        this.#log.step({ access: 'store', ...this.#place(target, offset, type, big), value: packed(element), mode: 'plain' });
      }
      write(element);
    }

    /** Puts recording functions in the place of Atomics.*. */
    replaceAtomics() {
      this.#replace('load', (target, index) => this.#load(target, index));
      this.#replace('store', (target, index, value) => this.#store(target, index, value));
      for (const name of Object.keys(LEAVES)) {
        this.#replace(name, (target, index, ...operands) => this.#modify(name, target, index, operands));
      }
      this.#replace('wait', (target, index, value, timeout) => this.#wait(target, index, value, +timeout));
      this.#replace('notify', (target, index, count = Infinity) => this.#notify(target, index, +count));
      this.#replace('waitAsync', (target, index, value, timeout) => this.#waitAsync(target, index, value, +timeout));
    }

    /** An operation on a recorded array goes to `recorded`, with the real array and a checked index. */
    #replace(name, recorded) {
      const original = native[name];
      if (original === undefined) return; // an older Node
      const memory = this;
      const replacement = {
        [name](array, ...rest) {
          const target = memory.#targets.get(array);
          if (target === undefined) return original(array, ...rest);
          const index = Math.trunc(+rest[0]) || 0;
          const type = typeOf(target);
          rest[0] = index;
          const legal = type?.whole && type.name !== 'Uint8Clamped' && index >= 0 && index < target.length;
          return legal ? recorded(target, index, ...rest.slice(1)) : original(target, ...rest);
        },
      }[name];
      Object.defineProperty(replacement, 'length', { value: original.length, configurable: true });
      Object.defineProperty(Atomics, name, { value: replacement, writable: true, configurable: true });
    }

    #place(target, offset, type, big) {
      const place = { buffer: this.#buffers.numberOf(target.buffer), at: target.byteOffset + offset, type: type.name };
      return big ? { ...place, big } : place;
    }

    #element(target, index) {
      const type = typeOf(target);
      return this.#place(target, index * type.width, type);
    }

    #load(target, index) {
      const value = native.load(target, index);
      this.#log.load({ access: 'load', ...this.#element(target, index), value: packed(value), mode: 'volatile' });
      return value;
    }

    #store(target, index, value) {
      const type = typeOf(target);
      const operand = operandOf(type, value);
      if (this.#log.claim()) {
        const element = packed(stored(type, operand));
        this.#log.step({ access: 'store', ...this.#element(target, index), value: element, mode: 'volatile' });
      }
      return native.store(target, index, operand);
    }

    /** The old value is known only afterwards, but a word with one writer has it already. */
    #modify(name, target, index, values) {
      const type = typeOf(target);
      const operands = values.map((value) => stored(type, operandOf(type, value)));
      const claimed = this.#log.claim();
      const foreseen = native.load(target, index);
      const outcome = (old) => {
        const leaves = LEAVES[name](old, ...operands);
        return { value: packed(old), leaves: leaves === undefined ? undefined : packed(stored(type, leaves)) };
      };
      const by = name === 'add' ? operands[0] : name === 'sub' ? -operands[0] : undefined;
      const access = by === undefined ? 'exchange' : 'add';
      const amount = by === undefined ? {} : { by: packed(by) };
      if (claimed) this.#log.step({ access, ...this.#element(target, index), ...outcome(foreseen), ...amount, mode: 'volatile' });
      const old = native[name](target, index, ...operands);
      if (claimed && old !== foreseen) this.#log.correct({ leaves: null, ...outcome(old) });
      return old;
    }

    #wait(target, index, value, timeout) {
      const begun = this.#beginWait(target, index, value, timeout);
      const result = native.wait(target, index, value, timeout);
      if (begun !== undefined) this.#log.awoke(begun, result);
      return result;
    }

    /** A wait that does not block: the log says when the word of its end came. */
    #waitAsync(target, index, value, timeout) {
      const begun = this.#beginWait(target, index, value, timeout, { async: true });
      const answer = native.waitAsync(target, index, value, timeout);
      if (begun === undefined) return answer;
      if (answer.async) answer.value.then((result) => this.#log.awoke(begun, result));
      else this.#log.awoke(begun, answer.value);
      return answer;
    }

    #beginWait(target, index, value, timeout, more = {}) {
      const type = typeOf(target);
      if (!(target.buffer instanceof SharedArrayBuffer) || !['Int32', 'BigInt64'].includes(type.name)) return undefined;
      const expected = packed(stored(type, operandOf(type, value)));
      const bounded = timeout < Infinity ? { bounded: true } : {}; // NaN, as undefined, is for ever
      if (!this.#log.claim()) return undefined;
      return this.#log.step({ access: 'wait', ...this.#element(target, index), expected, ...bounded, ...more });
    }

    #notify(target, index, count) {
      const claimed = this.#log.claim();
      if (claimed) this.#log.begin({ access: 'notify', ...this.#element(target, index) });
      const woken = native.notify(target, index, count);
      if (claimed) this.#log.outcome({ woken });
      return woken;
    }
  }

  /** An operand of Atomics.*, converted once; what is refused is left for the operation to refuse. */
  const operandOf = (type, value) => (type.big || typeof value === 'bigint' ? value : Math.trunc(+value) || 0);

  sabring.memory = { Memory, TYPES };
}
