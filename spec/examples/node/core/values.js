'use strict';
// The types of element a view can have, and their values as JSON text: exact, whatever they are.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});

  const NAMES = `Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 BigInt64 BigUint64 Float16 Float32 Float64`;

  /** Type name to its `{ name, array, width, big, whole, get, set }`; `get` and `set` are DataView's. */
  const TYPES = Object.fromEntries(
    NAMES.split(' ')
      .filter((name) => globalThis[`${name}Array`] !== undefined) // Float16 came late
      .map((name) => {
        const array = globalThis[`${name}Array`];
        const big = name.startsWith('Big');
        const accessor = name === 'Uint8Clamped' ? 'Uint8' : name;
        const { BYTES_PER_ELEMENT: width } = array;
        const whole = !name.startsWith('Float');
        return [name, { name, array, width, big, whole, get: `get${accessor}`, set: `set${accessor}`, scratch: new array(1) }];
      }),
  );

  /** What an element of this type holds after `value` was stored; throws as the store would. */
  function stored(type, value) {
    type.scratch[0] = value;
    return type.scratch[0];
  }

  const BY_ARRAY = Object.fromEntries(Object.values(TYPES).map((type) => [type.array.name, type]));
  const { get: nameOf } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int32Array.prototype), Symbol.toStringTag);

  /** The elements under a view: their type, or undefined for a DataView. */
  const typeOf = (view) => BY_ARRAY[nameOf.call(view)];

  const bytes = new DataView(new ArrayBuffer(8));

  /** A value of one type, as the other type of the same width reads its bytes. */
  function reinterpret(value, from, fromBig, to, toBig) {
    bytes[from.set](0, value, !fromBig);
    return bytes[to.get](0, !toBig);
  }

  /** A value as JSON. Numbers are exact, also those of 64 bits; what is no number in JSON is text. */
  function json(value) {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'number') return JSON.stringify(value);
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? String(value) : `"${value}"`;
  }

  /** An object of such values, or of arrays of them, as a line of JSON; what is undefined is left out. */
  function line(object) {
    const told = (value) => (Array.isArray(value) ? `[${value.map(json).join()}]` : json(value));
    const members = Object.entries(object).filter(([, value]) => value !== undefined);
    return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${told(value)}`).join()}}`;
  }

  /** A value in a log, where JSON.parse must not spoil it: text if it is no plain number. */
  function packed(value) {
    if (typeof value === 'bigint' || Object.is(value, -0) || !Number.isFinite(value)) {
      return Object.is(value, -0) ? '-0' : String(value);
    }
    return value;
  }

  /** The value that was packed. */
  function unpacked(type, value) {
    return type.big ? BigInt(value) : Number(value);
  }

  sabring.values = { TYPES, stored, typeOf, reinterpret, json, line, packed, unpacked };
}
