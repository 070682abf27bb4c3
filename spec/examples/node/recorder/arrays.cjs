'use strict';
// An Int32Array over the ring, as the program sees it: a Proxy that records its elements and is
// otherwise the array it stands for. All other Int32Arrays are the real thing.

const Native = Int32Array;
const TypedArray = Object.getPrototypeOf(Native);
const numeric = (a, b) => a - b;

// These getters and methods need the real array. A method is replaced by its generic twin on
// Array.prototype, which works element by element through the Proxy and so is recorded.
const GETTERS = new Set(['length', 'byteLength', 'byteOffset', 'buffer', Symbol.toStringTag]);
const SAME = `at copyWithin entries every fill find findIndex findLast findLastIndex forEach includes
  indexOf join keys lastIndexOf reduce reduceRight reverse some values toLocaleString`.split(/\s+/);
const MAKING_ARRAYS = ['filter', 'map', 'slice', 'toReversed', 'with'];
const SORTING = { sort: (sorted) => sorted, toSorted: (sorted) => Native.from(sorted) };

function methods(memory, view) {
  const twins = new Map(); // native method to the one that takes its place on a recorded array
  const replace = (name, twin) => {
    const original = TypedArray.prototype[name];
    if (original !== undefined) twins.set(original, twin);
  };
  for (const name of SAME) replace(name, Array.prototype[name]);
  for (const name of MAKING_ARRAYS) {
    const twin = Array.prototype[name];
    replace(name, function (...args) { return Native.from(twin.apply(this, args)); });
  }
  for (const [name, finish] of Object.entries(SORTING)) {
    const twin = Array.prototype[name];
    replace(name, function (compare = numeric) { return finish(twin.call(this, compare)); });
  }
  replace('set', function (source, offset = 0) {
    const from = typeof source === 'object' ? source : Object(source);
    const start = Math.trunc(+offset) || 0;
    if (start < 0 || start + from.length > this.length) throw new RangeError('offset is out of bounds');
    // A copy first, as source and target may overlap.
    Array.prototype.slice.call(from).forEach((value, i) => (this[start + i] = value));
  });
  replace('subarray', function (begin = 0, end = this.length) {
    const target = memory.target(this);
    const place = (at) => {
      const index = Math.trunc(+at) || 0;
      return index < 0 ? Math.max(index + target.length, 0) : Math.min(index, target.length);
    };
    const [first, last] = [place(begin), place(end)];
    const byteOffset = target.byteOffset + first * Native.BYTES_PER_ELEMENT;
    return view(new Native(target.buffer, byteOffset, Math.max(last - first, 0)));
  });
  return twins;
}

/** The element that `key` names, or -1. */
function elementOf(target, key) {
  if (typeof key !== 'string') return -1;
  const index = key >>> 0;
  return index < target.length && String(index) === key ? index : -1;
}

/**
 * Puts a recording constructor in the place of the global Int32Array.
 *
 * @returns a function that makes the recorded view of a real array over the ring, and gives back
 *     anything else as it is
 */
function replaceInt32Array(memory) {
  const handler = {
    get(target, key, receiver) {
      const index = elementOf(target, key);
      if (index >= 0) return memory.get(target, index);
      if (GETTERS.has(key)) return Reflect.get(target, key, target);
      const value = Reflect.get(target, key, receiver);
      return twins.get(value) ?? value;
    },
    set(target, key, value, receiver) {
      const index = elementOf(target, key);
      if (index < 0) return Reflect.set(target, key, value, receiver);
      memory.set(target, index, value);
      return true;
    },
  };
  const view = (array) => {
    if (!(array instanceof Native) || !(array.buffer instanceof SharedArrayBuffer)) return array;
    if (memory.target(array) !== undefined || !memory.isRing(array.buffer)) return array;
    const proxy = new Proxy(array, handler);
    memory.register(proxy, array);
    return proxy;
  };
  const twins = methods(memory, view);

  const Recorded = new Proxy(Native, {
    construct(native, args, newTarget) {
      const array = Reflect.construct(native, args, newTarget);
      return args[0] instanceof SharedArrayBuffer ? view(array) : array;
    },
    get(native, key, receiver) {
      // What slice, map and the like of a real array make is real.
      return key === Symbol.species && receiver === Recorded ? native : Reflect.get(native, key, receiver);
    },
  });
  Object.defineProperty(globalThis, 'Int32Array', { value: Recorded, writable: true, configurable: true });
  Object.defineProperty(Native.prototype, 'constructor', { value: Recorded, writable: true, configurable: true });

  const isView = ArrayBuffer.isView;
  ArrayBuffer.isView = { isView: (value) => isView(memory.target(value) ?? value) }.isView;
  return view;
}

module.exports = { replaceInt32Array };
