'use strict';
// The logs of a run and a layout made into a trace.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { readLogs, sleepers } = sabring.logs;
  const { Cells } = sabring.cells;
  const { ringSteps, lineOf } = sabring.steps;
  const { Contradiction, sidesOf, label, contradict } = sabring.sides;
  const { survey } = sabring.survey;

  /** No trace, and why: `lines` for a reader. */
  class Refusal extends Error {
    constructor(message, lines) {
      super([message, ...lines].join('\n'));
      this.lines = lines;
    }
  }

  /**
   * The trace of a run: `{ text, notes, steps, sides }`.
   *
   * @param logs `[{ name, text }]`, a thread each
   * @param layout as of layout.js, or undefined: then the refusal shows what was seen
   * @param ending how the run ended: `cut` because its steps were used up, `quiet` when nothing had
   *     been logged for a while
   * @param head `{ profile, source }` of the header
   */
  function makeTrace(logs, layout, ending, head) {
    const { threads, loosened, shared } = readLogs(logs);
    const { lengths } = shared;
    const seen = () => survey(threads, lengths).lines;
    if (threads.length === 0) {
      const hint = layout === undefined ? '' : ' of this layout; without SABRING_LAYOUT all that are there are shown';
      throw new Refusal(`no access was seen to a SharedArrayBuffer${hint}`, []);
    }
    if (layout === undefined) throw new Refusal('which word of which SharedArrayBuffer is which? SABRING_LAYOUT has to say', seen());
    const cells = new Cells(layout, lengths);
    if (!cells.isWhole || !(cells.capacity >= 2)) {
      throw new Refusal(`no SharedArrayBuffer of this layout was seen, of ${lengths.join(', ') || 'no'} bytes`, seen());
    }
    const asleep = sleepers(threads);
    let missed = 0;
    for (const thread of threads) {
      const made = ringSteps(cells, thread.steps);
      thread.ring = made.steps;
      missed += made.missed;
    }
    const ofRing = threads.map(({ name, ring }) => ({ name, steps: ring }));
    const sides = sortOut(ofRing, { cells, layout, whole: !ending.cut }, seen);
    const kept = ofRing.flatMap(({ steps }) => steps).filter((step) => isKept(step));
    const lines = kept.sort((a, b) => a.order - b.order).map((step) => lineOf(step.thread, step));
    const notes = notesOf(shared, { missed, loosened });
    const complete = !ending.cut && notes.unseen.length === 0 && (!asleep.any || (ending.quiet && !asleep.bounded));
    const header = {
      format: 'sabring-trace', version: 1, kind: 'steps', capacity: cells.capacity, bound: layout.bound,
      cursors: layout.cursors, profile: head.profile, complete, source: head.source,
    };
    return { text: [sabring.values.line(header), ...lines, ''].join('\n'), steps: lines.length, notes: Object.values(notes).flat(), sides, complete };
  }

  /** What is not named, or has no value, is no line of a trace. */
  const isKept = (step) => step.thread !== undefined && !step.unnamed && !step.beyond;

  function sortOut(threads, given, seen) {
    try {
      const sides = sidesOf(threads);
      contradict(threads, sides, given);
      label(threads, sides);
      return { P: sides.P?.name, C: sides.C?.name };
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      throw new Refusal(`the layout does not fit: ${error.message}`, seen());
    }
  }

  /** What a reader has to know: `unseen` makes the recording incomplete, `other` does not. */
  function notesOf({ mixed, unseen, left }, { missed, loosened }) {
    return {
      unseen: [
        ...(missed > 0 ? [`${missed} accesses touched but a part of a word, and were left out: is its type right?`] : []),
        ...(loosened > 0 ? [`${loosened} calls of waitAsync overlapped other steps of their thread, and are told as loads`] : []),
        ...(mixed ? ['a SharedArrayBuffer came by a way that is not followed, and was told by its length from others as long'] : []),
        ...(unseen ? ['a Buffer was made over the ring, and its accesses are not seen'] : []),
      ],
      other: left > 0 ? [`${left} loads that only repeated the ones before were left out`] : [],
    };
  }

  sabring.trace = { makeTrace, Refusal };
}
