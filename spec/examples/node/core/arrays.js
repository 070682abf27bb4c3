'use strict';
// Typed arrays over recorded memory, as the program sees them: Proxies that record their elements and
// are otherwise the arrays they stand for. All other typed arrays are the real thing.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { TYPES, typeOf } = sabring.values;

  const TypedArray = Object.getPrototypeOf(Int32Array);
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  // These getters and methods need the real array. A method is replaced by its generic twin on
  // Array.prototype, which works element by element through the Proxy and so is recorded.
  const GETTERS = new Set(['length', 'byteLength', 'byteOffset', 'buffer', Symbol.toStringTag]);
  const SAME = `at copyWithin entries every fill find findIndex findLast findLastIndex forEach includes
    indexOf join keys lastIndexOf reduce reduceRight reverse some values toLocaleString`.split(/\s+/);
  const MAKING_ARRAYS = ['filter', 'map', 'slice', 'toReversed', 'with'];
  const SORTING = { sort: (sorted) => sorted, toSorted: (sorted, array) => array.from(sorted) };

  /** Native method to the one that takes its place on a recorded array. */
  function methods(memory, view) {
    const twins = new Map();
    const arrayOf = (recorded) => typeOf(memory.target(recorded)).array;
    const replace = (name, twin) => {
      const original = TypedArray.prototype[name];
      if (original !== undefined) twins.set(original, twin);
    };
    for (const name of SAME) replace(name, Array.prototype[name]);
    for (const name of MAKING_ARRAYS) {
      const twin = Array.prototype[name];
      replace(name, function (...args) { return arrayOf(this).from(twin.apply(this, args)); });
    }
    for (const [name, finish] of Object.entries(SORTING)) {
      const twin = Array.prototype[name];
      replace(name, function (by = compare) { return finish(twin.call(this, by), arrayOf(this)); });
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
      const { array, width } = typeOf(target);
      const place = (at) => {
        const index = Math.trunc(+at) || 0;
        return index < 0 ? Math.max(index + target.length, 0) : Math.min(index, target.length);
      };
      const [first, last] = [place(begin), place(end)];
      return view(new array(target.buffer, target.byteOffset + first * width, Math.max(last - first, 0)));
    });
    return twins;
  }

  /** The element that `key` names, or -1. */
  function elementOf(target, key) {
    if (typeof key !== 'string') return -1;
    const index = key >>> 0;
    return index < target.length && String(index) === key ? index : -1;
  }

  function arrayHandler(memory, twins) {
    return {
      get(target, key, receiver) {
        const index = elementOf(target, key);
        if (index >= 0) {
          const type = typeOf(target);
          return memory.get(target, index * type.width, type, () => target[index]);
        }
        if (GETTERS.has(key)) return Reflect.get(target, key, target);
        const value = Reflect.get(target, key, receiver);
        return twins.get(value) ?? value;
      },
      set(target, key, value, receiver) {
        const index = elementOf(target, key);
        if (index < 0) return Reflect.set(target, key, value, receiver);
        const type = typeOf(target);
        memory.set(target, index * type.width, type, value, (element) => (target[index] = element));
        return true;
      },
    };
  }

  /** A recorded DataView: its getters and setters by name, with the real one under them. */
  function dataViewHandler(memory) {
    const twins = {};
    const offsetOf = (target, width, offset) => {
      const at = Math.trunc(+offset) || 0;
      return at >= 0 && at + width <= target.byteLength ? at : -1;
    };
    for (const type of Object.values(TYPES)) {
      const { [type.get]: get, [type.set]: set } = DataView.prototype;
      twins[type.get] = function (offset, little) {
        const target = memory.target(this);
        const at = offsetOf(target, type.width, offset);
        if (at < 0) return get.call(target, offset, little);
        return memory.get(target, at, type, () => get.call(target, at, little), !little && type.width > 1);
      };
      twins[type.set] = function (offset, value, little) {
        const target = memory.target(this);
        const at = offsetOf(target, type.width, offset);
        if (at < 0) return set.call(target, offset, value, little);
        memory.set(target, at, type, value, (element) => set.call(target, at, element, little), !little && type.width > 1);
      };
    }
    return {
      get(target, key, receiver) {
        if (GETTERS.has(key)) return Reflect.get(target, key, target);
        return Object.hasOwn(twins, key) ? twins[key] : Reflect.get(target, key, receiver);
      },
    };
  }

  /**
   * Puts recording constructors in the place of the global typed arrays, of DataView and of
   * SharedArrayBuffer.
   *
   * @returns a function that makes the recorded view of a real view over recorded memory, and gives
   *     back anything else as it is
   */
  function replaceViews(memory, buffers) {
    const view = (real) => {
      if (!ArrayBuffer.isView(real) || !(real.buffer instanceof SharedArrayBuffer)) return real;
      if (memory.target(real) !== undefined || !memory.isRecorded(real.buffer)) return real;
      if (typeof Buffer === 'function' && real instanceof Buffer) return real;
      const proxy = new Proxy(real, typeOf(real) === undefined ? forDataView : forArray);
      memory.register(proxy, real);
      return proxy;
    };
    const forArray = arrayHandler(memory, methods(memory, view));
    const forDataView = dataViewHandler(memory);

    const isView = ArrayBuffer.isView;
    ArrayBuffer.isView = { isView: (value) => isView(memory.target(value) ?? value) }.isView;
    const Shared = replaceConstructor(SharedArrayBuffer, (buffer) => {
      buffers.created(buffer);
      return buffer;
    });
    for (const native of [...Object.values(TYPES).map((type) => type.array), DataView]) {
      replaceConstructor(native, (made, args) => (args[0] instanceof Shared ? view(made) : made));
    }
    return view;
  }

  /** Puts a constructor in the place of a global one, that passes on what `finish` makes of an object. */
  function replaceConstructor(native, finish) {
    const Recorded = new Proxy(native, {
      construct(target, args, newTarget) {
        return finish(Reflect.construct(target, args, newTarget), args);
      },
      get(target, key, receiver) {
        // What slice, map and the like of a real array make is real.
        return key === Symbol.species && receiver === Recorded ? target : Reflect.get(target, key, receiver);
      },
    });
    Object.defineProperty(globalThis, native.name, { value: Recorded, writable: true, configurable: true });
    Object.defineProperty(native.prototype, 'constructor', { value: Recorded, writable: true, configurable: true });
    return Recorded;
  }

  sabring.arrays = { replaceViews };
}
