'use strict';
// A layout laid over the buffers of a run: from the bytes of an access to the words of the ring.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { reinterpret } = sabring.values;

  /** The last byte that the layout needs in a buffer chosen this way. */
  function needs(layout, selector) {
    const wanted = JSON.stringify(selector);
    const places = [...layout.words.map((word) => [word, word.at + word.type.width])];
    places.push([layout.data, layout.data.at + layout.data.stride * (layout.capacity ?? 2)]);
    return Math.max(0, ...places.filter(([place]) => JSON.stringify(place.buffer) === wanted).map(([, end]) => end));
  }

  /** The number of the buffer that a selector means among buffers of these lengths, or undefined. */
  function choose(layout, selector, lengths) {
    const least = needs(layout, selector);
    if (selector?.number !== undefined) return lengths[selector.number - 1] >= least ? selector.number : undefined;
    const index = lengths.findIndex((length) => length >= least && length === (selector?.bytes ?? length));
    return index < 0 ? undefined : index + 1;
  }

  /** The numbers of the buffers that the layout is about, as far as they are there. */
  function chosen(layout, lengths) {
    const numbers = [...layout.words, layout.data].map((place) => choose(layout, place.buffer, lengths));
    return new Set(numbers.filter((number) => number !== undefined));
  }

  class Cells {
    #layout;
    #words;
    #data;
    capacity;

    constructor(layout, lengths) {
      this.#layout = layout;
      this.#words = layout.words.map((word) => ({ ...word, number: choose(layout, word.buffer, lengths) }));
      this.#data = { ...layout.data, number: choose(layout, layout.data.buffer, lengths) };
      this.isWhole = [...this.#words, this.#data].every((place) => place.number !== undefined);
      if (this.isWhole) this.capacity = layout.capacity ?? this.#slotsThatFit(lengths);
    }

    /** Slots up to the end of the buffer, or to the first word that lies behind the data. */
    #slotsThatFit(lengths) {
      const { number, at, stride, parts } = this.#data;
      const behind = this.#words.filter((word) => word.number === number && word.at > at).map((word) => word.at);
      const end = Math.min(lengths[number - 1], ...behind);
      const last = Math.max(...parts.map((part) => part.at + part.type.width));
      return Math.max(0, Math.floor((end - at - last) / stride) + 1);
    }

    /**
     * What of the ring an access of `width` bytes touched: cells `{ word, index, part, name, at, type }`,
     * or one of word `other`; `beyond` is set on what lies behind the last slot, in the place of more.
     */
    of(buffer, at, width) {
      const end = at + width;
      const touches = (cell) => cell.at < end && at < cell.at + cell.type.width;
      const cells = this.#words.filter((word) => word.number === buffer && touches(word));
      if (buffer === this.#data.number && cells.length === 0) cells.push(...this.#slots(at, end).filter(touches));
      if (cells.length > 0) return cells;
      return [{ word: 'other', name: `buffer ${buffer} byte ${at}`, at, unnamed: true }];
    }

    #slots(at, end) {
      const { at: start, stride, parts } = this.#data;
      const found = [];
      for (let index = Math.max(0, Math.floor((at - start) / stride)); start + index * stride < end; index++) {
        parts.forEach((part, i) => {
          const cell = { word: 'data', index, type: part.type, big: part.big, at: start + index * stride + part.at };
          if (parts.length > 1) cell.part = i;
          if (index >= this.capacity) cell.beyond = true;
          found.push(cell);
        });
      }
      return found;
    }
  }

  /** The value of a cell in an access that covers it, or undefined: it covers but a part of it. */
  function valueIn(cell, access, value) {
    const same = cell.type === access.type && cell.at === access.at;
    if (same && (cell.big === true) === (access.big === true)) return value;
    if (cell.at < access.at || cell.at + cell.type.width > access.at + access.type.width) return undefined;
    if (cell.type.width === access.type.width) return reinterpret(value, access.type, access.big, cell.type, cell.big);
    const bytes = new DataView(new ArrayBuffer(8));
    bytes[access.type.set](0, value, !access.big);
    return bytes[cell.type.get](cell.at - access.at, !cell.big);
  }

  sabring.cells = { Cells, chosen, valueIn };
}
