'use strict';
// A thread's log in a file of its own, each line with one write call: it survives SIGKILL.

const fs = require('node:fs');
const path = require('node:path');
const { threadId, isMainThread } = require('node:worker_threads');
const { NEVER } = require('../core/index.cjs').control;

const { wait } = Atomics; // taken before it is replaced
const BUDGET_SPENT = 'budget-spent'; // a file of this name says why the program was stopped
const LAST_STEPS_MS = 1000; // for steps begun to be logged, when the budget is spent
const LOG = /^(?:(main)|worker-(\d+))\.log$/;

class FileSink {
  #directory;
  #control;
  #file; // opened with the first step

  constructor(directory, control) {
    this.#directory = directory;
    this.#control = control;
  }

  append(text) {
    try {
      this.#file ??= fs.openSync(path.join(this.#directory, `${isMainThread ? 'main' : `worker-${threadId}`}.log`), 'a');
      const bytes = Buffer.from(text);
      for (let from = 0; from < bytes.length; ) from += fs.writeSync(this.#file, bytes, from);
    } catch (error) {
      fs.writeSync(2, `sabring recorder: cannot record: ${error.message}\n`);
      this.#kill(); // a log with a gap would accuse the program
    }
  }

  /** Says that the thread is at work, though it logs nothing. */
  alive() {
    const now = new Date();
    if (this.#file !== undefined) fs.futimesSync(this.#file, now, now);
  }

  /** The steps are used up. Steps begun elsewhere may still have to be logged. */
  stop(othersAreAtWork) {
    if (othersAreAtWork) wait(this.#control, NEVER, 0, LAST_STEPS_MS);
    fs.writeFileSync(path.join(this.#directory, BUDGET_SPENT), '');
    this.#kill();
  }

  #kill() {
    process.kill(process.pid, 'SIGKILL');
    wait(this.#control, NEVER, 0); // until the signal arrives
  }
}

/** The logs in a directory, `[{ name, text }]`. */
function readFiles(directory) {
  return fs.readdirSync(directory)
    .map((file) => [file, LOG.exec(file)])
    .filter(([, match]) => match !== null)
    .map(([file, [, main, worker]]) => ({ name: main ?? `worker ${worker}`, text: fs.readFileSync(path.join(directory, file), 'utf8') }));
}

module.exports = { FileSink, readFiles, BUDGET_SPENT };
