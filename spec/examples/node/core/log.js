'use strict';
// What one thread did, a line a step, in the order that makes every cut of all logs consistent:
//
//   store, add   logged, then done: nobody can have seen what is in no log
//   load         done, then logged: what it saw was logged before
//   wait         begun, then done, then its result
//   notify       begun, then done, then how many it woke: a begun notification explains a waking
//
// A line without `access` completes the line before it, or the one whose order it gives as `of`; one
// with `lengths` says what the threads share, each time that this has changed.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { count, lengths, TICKETS, DONE, ORDER, MIXED, UNSEEN } = sabring.control;
  const { load } = Atomics;
  const LONGEST_ROUND = 8; // loads

  /**
   * Leaves out loads that only repeat those before: a thread that spins reads the same values from the
   * same words, round after round, and a run would be nothing else. Where the first round fits, so do
   * the others; no recording breaks a rule for the want of them.
   */
  class Repeats {
    #seen = []; // what was logged since the last step that was no load
    #held = []; // the start of one more round, held back until it is whole or differs
    #round = 0; // loads in a round, 0 when nothing repeats

    /** The steps to log, now that this load was done. */
    load(step) {
      const key = keyOf(step);
      if (this.#round === 0) this.#round = this.#roundThatStartsWith(key);
      if (this.#round === 0) {
        this.#saw(key);
        return [step];
      }
      if (this.#seen[this.#seen.length - this.#round + this.#held.length] !== key) {
        return [...this.#letGo(), ...this.load(step)];
      }
      this.#held.push(step);
      if (this.#held.length === this.#round) this.#held = [];
      return [];
    }

    /** The steps to log before one that is no load. */
    end() {
      const late = this.#letGo();
      this.#seen = [];
      return late;
    }

    #roundThatStartsWith(key) {
      for (let round = 1; round <= LONGEST_ROUND; round++) {
        if (this.#seen.at(-round) === key) return round;
      }
      return 0;
    }

    #letGo() {
      const late = this.#held;
      for (const step of late) this.#saw(keyOf(step));
      this.#held = [];
      this.#round = 0;
      return late;
    }

    #saw(key) {
      this.#seen.push(key);
      if (this.#seen.length > 4 * LONGEST_ROUND) this.#seen = this.#seen.slice(-LONGEST_ROUND);
    }
  }

  const keyOf = ({ buffer, at, type, value }) => `${buffer} ${at} ${type} ${value}`;

  /** The log of this thread. `sink` has `append(text)`, `alive()`, and `stop()` for when the steps are used up. */
  class Log {
    #control;
    #steps;
    #sink;
    #repeats = new Repeats();
    #left = 0; // loads left out since the last line
    #told = ''; // what the threads share, as told last

    constructor(control, steps, sink) {
      this.#control = control;
      this.#steps = steps;
      this.#sink = sink;
    }

    /** Claims a step of the budget, before it is done, and says whether there was one. */
    claim() {
      for (const step of this.#repeats.end()) this.#logLoad(step);
      return this.#claim();
    }

    #claim() {
      // Once they are used up the words are let alone, for a thread that goes on for hours.
      const claimed = load(this.#control, TICKETS) < this.#steps && count(this.#control, TICKETS) < this.#steps;
      if (!claimed) this.#sink.stop(true);
      return claimed;
    }

    /** Logs a load that was done. */
    load(step) {
      const told = this.#repeats.load(step);
      for (const it of told) this.#logLoad(it);
      if (told.length === 0 && ++this.#left % 256 === 0) this.#sink.alive();
    }

    #logLoad(step) {
      if (this.#claim()) this.step(step);
    }

    /** Logs a claimed step that is known in full, or a wait that begins; gives back its order. */
    step(record) {
      const order = this.begin(record);
      this.#count();
      return order;
    }

    /** Logs a claimed step of which the outcome is still to come. */
    begin(record) {
      const order = count(this.#control, ORDER);
      this.#write({ order, ...record });
      return order;
    }

    /** Logs the outcome of the step begun last. */
    outcome(record) {
      this.#write(record);
      this.#count();
    }

    /** Logs what the wait begun at this order came to, and that it did so now. */
    awoke(of, result) {
      // What a notification after the last step did is in no log.
      if (load(this.#control, TICKETS) > this.#steps) return;
      this.#write({ of, awoke: count(this.#control, ORDER), result });
    }

    /** Corrects the step logged last. */
    correct(record) {
      this.#write(record);
    }

    #count() {
      if (count(this.#control, DONE) + 1 >= this.#steps) this.#sink.stop(false);
    }

    #write(record) {
      const { [MIXED]: mixed, [UNSEEN]: unseen } = this.#control;
      const shared = JSON.stringify({ lengths: lengths(this.#control), mixed, unseen }) + '\n';
      const left = this.#left > 0 ? { left: this.#left } : {};
      this.#left = 0;
      this.#sink.append((shared === this.#told ? '' : shared) + JSON.stringify({ ...record, ...left }) + '\n');
      this.#told = shared;
    }
  }

  sabring.log = { Log, Repeats };
}
