'use strict';
// Which bytes of which SharedArrayBuffer are which word of the ring: read from JSON, or from the short
// text `write=0,read=1,data=6`, which counts Int32 words.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { TYPES } = sabring.values;

  const CURSORS = ['write', 'read'];
  const COUNTERS = ['produced', 'consumed', 'producer-waits', 'consumer-waits'];
  const ALIASES = { tail: 'write', head: 'read' }; // of a queue: elements go in at its tail, out at its head
  const KEYS = ['buffer', 'type', ...CURSORS, ...Object.keys(ALIASES), ...COUNTERS, 'data', 'words', 'capacity', 'bound', 'cursors'];
  const PLACE_KEYS = ['at', 'type', 'buffer', 'big'];
  const DATA_KEYS = [...PLACE_KEYS, 'stride', 'parts'];

  /** A layout that cannot be meant; the message goes after "expected". */
  class BadLayout extends Error {}

  const isCount = (value, least) => Number.isInteger(value) && value >= least && value < 2 ** 31;
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  function only(keys, object, what) {
    const unknown = Object.keys(object).find((key) => !keys.includes(key));
    if (unknown !== undefined) throw new BadLayout(`in ${what} the keys ${keys.join(', ')}, not "${unknown}"`);
  }

  function typeNamed(name, what) {
    const type = TYPES[String(name).replace(/Array$/, '')];
    if (type === undefined) throw new BadLayout(`as type of ${what} one of ${Object.keys(TYPES).join(', ')}`);
    return type;
  }

  /** Which buffer: undefined for the first that is large enough, `{ number }` or `{ bytes }`. */
  function selector(found) {
    if (found === undefined) return undefined;
    if (isCount(found, 1)) return { number: found };
    if (isObject(found) && Object.keys(found).join() === 'bytes' && isCount(found.bytes, 1)) return { bytes: found.bytes };
    throw new BadLayout('as buffer a number, 1 for the first that the program makes, or {"bytes":LENGTH}');
  }

  /** A place of one element, given as its byte offset or as an object. */
  function place(found, what, layout, keys = PLACE_KEYS) {
    const given = isObject(found) ? found : { at: found };
    only(keys, given, what);
    if (!isCount(given.at, 0)) throw new BadLayout(`for ${what} a byte offset, or an object with "at"`);
    return {
      at: given.at,
      type: typeNamed(given.type ?? layout.type ?? 'Int32', what),
      buffer: selector(given.buffer ?? layout.buffer),
      big: given.big === true,
    };
  }

  /** The elements of a slot, each with its offset in it. */
  function partsOf(given, type, big) {
    const list = Array.isArray(given) ? given : isCount(given, 1) ? new Array(given).fill(type.name) : [];
    if (list.length === 0) throw new BadLayout('as parts of data how many, or the type of each');
    let next = 0;
    return list.map((it) => {
      const part = isObject(it) ? it : { type: it };
      const partType = typeNamed(part.type ?? type.name, 'a part');
      const at = part.at ?? next;
      if (!isCount(at, 0)) throw new BadLayout('as "at" of a part its byte offset in the slot');
      next = at + partType.width;
      return { at, type: partType, big };
    });
  }

  function dataOf(found, layout) {
    const data = place(found, 'data', layout, DATA_KEYS);
    const parts = partsOf(found.parts ?? 1, data.type, data.big);
    const width = Math.max(...parts.map((part) => part.at + part.type.width));
    const stride = found.stride ?? width;
    if (!isCount(stride, width)) throw new BadLayout(`as stride of data the bytes from slot to slot, at least ${width}`);
    return { ...data, parts, stride };
  }

  /** The layout that an object tells. */
  function layoutOf(given) {
    if (!isObject(given)) throw new BadLayout('an object');
    only(KEYS, given, 'the layout');
    const layout = { ...given };
    for (const [alias, word] of Object.entries(ALIASES)) {
      if (alias in layout && word in layout) throw new BadLayout(`${word} or ${alias}, not both`);
      if (alias in layout) layout[word] = layout[alias];
    }
    for (const word of [...CURSORS, 'data']) {
      if (!(word in layout)) throw new BadLayout(`a place for each of write, read and data`);
    }
    const words = [...CURSORS, ...COUNTERS].filter((word) => word in layout)
      .map((word) => ({ word, ...place(layout[word], word, layout) }));
    if (!isObject(layout.words ?? {})) throw new BadLayout('as words an object, name to place');
    for (const [name, found] of Object.entries(layout.words ?? {})) {
      words.push({ word: 'other', name, ...place(found, name, layout) });
    }
    const data = dataOf(layout.data, layout);
    checkNumbers(layout);
    checkOverlap(words);
    return { words, data, capacity: layout.capacity, bound: layout.bound, cursors: layout.cursors };
  }

  function checkNumbers({ capacity, bound, cursors }) {
    if (capacity !== undefined && !isCount(capacity, 2)) throw new BadLayout('as capacity a number of slots, at least 2');
    if (bound !== undefined && !isCount(bound, 1)) throw new BadLayout('as bound how many elements can be stored');
    if (![undefined, 'wrapped', 'counting'].includes(cursors)) throw new BadLayout('as cursors "wrapped" or "counting"');
  }

  function checkOverlap(words) {
    words.forEach((one, i) => words.slice(0, i).forEach((other) => {
      const apart = one.at + one.type.width <= other.at || other.at + other.type.width <= one.at;
      const sameBuffer = JSON.stringify(one.buffer) === JSON.stringify(other.buffer);
      if (sameBuffer && !apart) throw new BadLayout('an index of its own for each word');
    }));
  }

  /** The layout that the short text tells: each word an Int32 at its index. */
  function layoutOfText(text) {
    const layout = {};
    for (const pair of text.split(',')) {
      const [, name, index] = /^([a-z-]+)=([0-9]{1,8})$/.exec(pair) ?? [];
      const word = ALIASES[name] ?? name;
      if (![...CURSORS, ...COUNTERS, 'data'].includes(word)) {
        throw new BadLayout(`word=index pairs with commas between them, the words from ${[...CURSORS, ...COUNTERS, 'data'].join(', ')}`);
      }
      if (word in layout) throw new BadLayout(`${word} once`);
      layout[word] = Number(index) * 4;
    }
    return layoutOf(layout);
  }

  function parseLayout(text) {
    if (!text.trimStart().startsWith('{')) return layoutOfText(text);
    let given;
    try {
      given = JSON.parse(text);
    } catch (error) {
      throw new BadLayout(`JSON (${error.message})`);
    }
    return layoutOf(given);
  }

  sabring.layout = { BadLayout, parseLayout, layoutOf };
}
