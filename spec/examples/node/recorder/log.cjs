'use strict';
// What one thread did, in a file of its own, each step with one write call: it survives SIGKILL.
//
// The order in which a step is logged and done makes every cut of the logs consistent:
//
//   store, add   logged, then done: nobody can have seen what is in no log
//   load         done, then logged: what it saw was logged before
//   wait         begun, then done, then its result
//   notify       begun, then done, then how many it woke: a begun notification explains a waking
//
// A line without `access` completes the line before it.

const fs = require('node:fs');
const path = require('node:path');
const { threadId } = require('node:worker_threads');

const { add, wait } = Atomics; // taken before they are replaced
const NativeInt32Array = Int32Array;

// The words that all threads of the recorder share.
const TICKETS = 0; // steps begun
const DONE = 1; // steps logged
const ORDER = 2; // the place of the next line among those of all threads
const RING_BYTES = 3; // byteLength of the ring, 0 until one is found
const NEVER = 4; // nobody ever notifies here
const BUDGET_SPENT = 'budget-spent'; // a file of this name says why the program was stopped
const LAST_STEPS_MS = 1000; // for steps begun to be logged, when the budget is spent

const newControl = () => new NativeInt32Array(new SharedArrayBuffer(5 * 4));

class Log {
  #settings;
  #control;
  #file; // opened with the first step

  constructor(settings, control) {
    this.#settings = settings;
    this.#control = control;
  }

  /** Claims a step of the budget. Called before the step is done or logged. */
  claim() {
    if (add(this.#control, TICKETS, 1) < this.#settings.steps) return;
    // All steps are taken; whoever logs the last of them stops the program.
    wait(this.#control, NEVER, 0, LAST_STEPS_MS);
    this.#stop();
  }

  /** Logs a step that is known in full, or a wait that begins. */
  step(record) {
    this.#write({ order: this.#nextOrder(), ...record });
    this.#count();
  }

  /** Logs a step of which the outcome is still to come. */
  begin(record) {
    this.#write({ order: this.#nextOrder(), ...record });
  }

  /** Logs the outcome of the step begun last. */
  outcome(record) {
    this.#write(record);
    this.#count();
  }

  /** Logs what a wait came to, and that it did so now. */
  awoke(result) {
    this.#write({ order: this.#nextOrder(), result });
  }

  /** Corrects the step logged last. */
  correct(record) {
    this.#write(record);
  }

  #nextOrder() {
    return add(this.#control, ORDER, 1);
  }

  #count() {
    if (add(this.#control, DONE, 1) + 1 >= this.#settings.steps) this.#stop();
  }

  #stop() {
    fs.writeFileSync(path.join(this.#settings.directory, BUDGET_SPENT), '');
    this.#kill();
  }

  #write(record) {
    try {
      if (this.#file === undefined) {
        this.#file = fs.openSync(path.join(this.#settings.directory, `thread-${threadId}.log`), 'a');
        this.#append({ bytes: this.#control[RING_BYTES] });
      }
      this.#append(record);
    } catch (error) {
      fs.writeSync(2, `sabring recorder: cannot record: ${error.message}\n`);
      this.#kill(); // a log with a gap would accuse the program
    }
  }

  #append(record) {
    const line = Buffer.from(JSON.stringify(record) + '\n');
    for (let from = 0; from < line.length; ) from += fs.writeSync(this.#file, line, from);
  }

  #kill() {
    process.kill(process.pid, 'SIGKILL');
    wait(this.#control, NEVER, 0); // until the signal arrives
  }
}

module.exports = { Log, newControl, RING_BYTES, BUDGET_SPENT };
