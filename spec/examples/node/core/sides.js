'use strict';
// Which thread is which side: who stores to a cursor, else who behaves so. And what a layout cannot
// mean, since the steps contradict it.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const STORES = ['store', 'add'];
  const PRODUCER_WORDS = ['write', 'data', 'produced', 'producer-waits'];
  const ENOUGH = 200; // steps of a run that was cut short, after which each side has shown itself

  /** A layout that the run contradicts. */
  class Contradiction extends Error {}

  const isStoreTo = (word) => (step) => step.word === word && STORES.includes(step.access);
  const ofRing = ({ steps }) => steps.filter((step) => step.word !== 'other');
  const first = (thread) => ofRing(thread)[0]?.order ?? Infinity;
  const lastStore = (thread, word) => thread.steps.findLast(isStoreTo(word))?.order ?? -1;

  /**
   * The thread that a cursor belongs to: of those that store to it, the one that does so last. Stores
   * by others are set-up, which ends before that thread begins.
   */
  function ownerOf(word, threads) {
    const storing = threads.filter((thread) => thread.steps.some(isStoreTo(word)));
    if (storing.length < 2) return storing[0];
    const [owner, ...others] = storing.sort((a, b) => lastStore(b, word) - lastStore(a, word));
    const late = others.find((thread) => lastStore(thread, word) > first(owner));
    if (late !== undefined) {
      throw new Contradiction(`both ${owner.name} and ${late.name} store to ${word}, and a cursor has one writer`);
    }
    return owner;
  }

  /** How much a thread behaves as the producer (positive) or the consumer (negative). */
  function leaning(thread) {
    const side = (step) => (PRODUCER_WORDS.includes(step.word) ? 1 : -1);
    const sum = (test, sign) => ofRing(thread).filter(test).reduce((total, step) => total + sign * side(step), 0);
    // A side notifies on its own cursor and waits on the other's.
    return (
      sum((step) => STORES.includes(step.access), 1) ||
      sum((step) => step.access === 'notify', 1) ||
      sum((step) => step.access === 'wait', -1)
    );
  }

  /** Whether a thread does nothing but set up: it has stored for the last time when `other` begins. */
  const setsUp = (thread, word, other) => other !== undefined && lastStore(thread, word) < first(other);

  /** `{ P, C }`, either undefined when nobody behaves so. */
  function sidesOf(threads) {
    let P = ownerOf('write', threads);
    let C = ownerOf('read', threads);
    if (P !== undefined && P === C) {
      const others = threads.filter((thread) => thread !== P && ofRing(thread).length > 0);
      const other = others.sort((a, b) => ofRing(b).length - ofRing(a).length)[0];
      if (setsUp(P, 'read', other) && !setsUp(P, 'write', other)) C = other;
      else if (setsUp(P, 'write', other) && !setsUp(P, 'read', other)) P = other;
      else if (setsUp(P, 'write', other)) [P, C] = leaning(P) >= 0 ? [P, other] : [other, P];
      else throw new Contradiction(`${P.name} stores to both write and read, and a ring has two sides`);
    }
    const rest = threads.filter((thread) => thread !== P && thread !== C && ofRing(thread).length > 0);
    const leans = rest.map((thread) => ({ thread, by: leaning(thread) }));
    P ??= leans.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by)[0]?.thread;
    C ??= leans.filter(({ by }) => by < 0).sort((a, b) => a.by - b.by)[0]?.thread;
    // A single thread that did too little to tell is the side that is missing.
    const left = rest.filter((thread) => thread !== P && thread !== C);
    if (left.length === 1 && (P === undefined) !== (C === undefined)) {
      if (P === undefined) [P] = left;
      else [C] = left;
    } else if (left.length === 1 && P === undefined) {
      [P] = left;
    }
    return { P, C };
  }

  /** The order of a side's last store to the other's cursor, which is set-up; -1 if there is none. */
  const setUpEnds = (side, P) => lastStore(side, side === P ? 'read' : 'write');

  /** Each step's thread in the trace: P, C, main for set-up, undefined for what is left out. */
  function label(threads, { P, C }) {
    const starts = [P, C]
      .filter((side) => side !== undefined)
      .map((side) => [side, setUpEnds(side, P)])
      .map(([side, until]) => ofRing(side).find((step) => step.order > until)?.order ?? Infinity);
    const begins = Math.min(...starts);
    for (const thread of threads) {
      if (thread === P || thread === C) {
        const [side, until] = [thread === P ? 'P' : 'C', setUpEnds(thread, P)];
        for (const step of thread.steps) step.thread = step.order <= until ? 'main' : side;
        continue;
      }
      const late = ofRing(thread).find((step) => step.order > begins && STORES.includes(step.access));
      if (late !== undefined) {
        throw new Contradiction(`a third thread, ${thread.name}, stores to ${late.word}, and a ring has two sides;` +
          ' record such a queue as a history (history.cjs)');
      }
      for (const step of thread.steps) step.thread = step.order < begins ? 'main' : undefined;
    }
  }

  /** Throws what the layout cannot mean. `whole` says that the run was not cut short. */
  function contradict(threads, { P, C }, { cells, layout, whole }) {
    const all = threads.flatMap((thread) => thread.steps);
    const enough = whole || all.length >= ENOUGH;
    const moved = (word) => all.filter(isStoreTo(word)).length;
    const stores = all.filter((step) => STORES.includes(step.access)).length;
    for (const word of ['write', 'read']) {
      const silent = moved(word) === 0 && stores > 0 && enough;
      if (silent && (word === 'write' || C === undefined || stores > moved('write') + moved('data'))) {
        throw new Contradiction(`nobody stores to ${word}`);
      }
    }
    const stored = (side) => side?.steps.filter(isStoreTo('data')).length ?? 0;
    if (P !== undefined && stored(P) === 0 && stored(C) > 0) {
      throw new Contradiction(`${C.name} stores to read and to data, ${P.name} to write alone: write and read look exchanged`);
    }
    if (enough && moved('write') > 0 && moved('data') === 0) throw new Contradiction('nobody stores to data');
    const looks = C?.steps.some((step) => step.word === 'write' && ['load', 'wait'].includes(step.access));
    if (enough && C !== undefined && moved('read') > 0 && !looks) {
      throw new Contradiction(`${C.name} moves read and never looks at write, so this is not where it learns what is stored`);
    }
    const beyond = all.find((step) => step.beyond && STORES.includes(step.access));
    if (beyond !== undefined) {
      throw new Contradiction(`slot ${beyond.index} is stored to, and capacity=${cells.capacity} has slots 0 to ${cells.capacity - 1}`);
    }
    for (const word of ['write', 'read']) cursorInRange(word, all, cells.capacity, layout.cursors);
  }

  /** The top two bits may be flags, and the last value a mark for the end. */
  function cursorInRange(word, all, capacity, cursors) {
    const values = all.filter(isStoreTo(word)).map((step) => (step.access === 'add' ? step.value + (step.by ?? 1) : step.value));
    const positions = values.slice(0, -1).map((value) => Number(BigInt(value) & 0x3fff_ffffn));
    const past = positions.findIndex((value) => value > capacity);
    if (past < 0) return;
    const jump = positions.findIndex((value, i) => i > 0 && Math.abs(value - positions[i - 1]) > capacity);
    if (cursors === 'wrapped') throw new Contradiction(`${word} becomes ${values[past]}, beyond the end of capacity=${capacity}`);
    if (jump > 0) {
      throw new Contradiction(`${word} goes from ${values[jump - 1]} to ${values[jump]}, and capacity=${capacity};` +
        ' is it a cursor, of this type, that counts slots?');
    }
  }

  sabring.sides = { Contradiction, sidesOf, label, contradict };
}
