'use strict';
// Accesses to bytes made into steps on words of the ring, as the format has them.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { TYPES, unpacked, packed } = sabring.values;
  const { valueIn } = sabring.cells;

  /** A word's integer as the format takes it: of 64 bits the lower 32. Undefined if it is none. */
  function integer(value) {
    if (typeof value === 'bigint') return integer(Number(value >= -(2n ** 31n) && value < 2n ** 32n ? value : BigInt.asUintN(32, value)));
    return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 32 ? value + 0 : undefined;
  }

  /** The steps of one thread, and `missed`: on how many words an access touched but a part of them. */
  function ringSteps(cells, steps) {
    let missed = 0;
    const found = [];
    for (const step of steps) {
      const type = TYPES[step.type];
      for (const cell of cells.of(step.buffer, step.at, type.width)) {
        const made = cell.unnamed ? [] : onCell(cell, { ...step, type });
        if (made === undefined) missed++;
        else if (cell.unnamed) found.push({ order: step.order, access: step.access, word: 'other', name: cell.name, unnamed: true });
        else found.push(...made);
      }
    }
    return { steps: found, missed };
  }

  function onCell(cell, step) {
    const { word, index, part, name, beyond } = cell;
    const head = { order: step.order, word, index, part, name, beyond, atomic: step.mode === 'volatile' };
    const valueOf = (value) => {
      const read = valueIn(cell, step, unpacked(step.type, value));
      return read === undefined || word === 'data' || word === 'other' ? read : integer(read);
    };
    const access = (what, value) => {
      const read = valueOf(value);
      return read === undefined ? undefined : { ...head, access: what, value: read, mode: step.mode };
    };
    const all = (list) => (list.includes(undefined) ? undefined : list);
    switch (step.access) {
      case 'load':
      case 'store':
        return all([access(step.access, step.value)]);
      case 'exchange':
        return all([access('load', step.value), ...(step.leaves == null ? [] : [access('store', step.leaves)])]);
      case 'add': {
        const word32 = step.type.width === 4 && cell.type === step.type && !['data', 'other'].includes(word);
        if (!word32) return all([access('load', step.value), access('store', step.leaves)]);
        const by = integer(Number(step.by));
        return all([access('add', step.value)]).map((it) => (by === 1 ? it : { ...it, by }));
      }
      case 'wait': {
        const { result, bounded } = step;
        return [{ ...head, access: 'wait', expected: valueOf(step.expected), result, bounded }];
      }
      default:
        return [{ ...head, access: 'notify', woken: step.woken }];
    }
  }

  /** A step as a line of a trace. */
  function lineOf(thread, { access, word, name, index, part, value, by, expected, result, woken, mode }) {
    return sabring.values.line({ thread, access, word, name, index, part, value, by, expected, result, woken, mode });
  }

  sabring.steps = { ringSteps, lineOf, packed };
}
