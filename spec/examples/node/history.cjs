'use strict';
// Records what is asked of a queue and what it answers, in any threads of one process:
//
//   const { record } = require('./history.cjs');
//   const queue = record(new Queue(8), { put: 'push', poll: 'shift', bound: 8 });
//
// Each side of each thread writes a file of its own, SABRING_HISTORY-P.jsonl, -C.jsonl, -P2.jsonl …,
// that belong together: sabring check history-*.jsonl. The main thread loads this file before it
// starts a worker, for their runs to be one.

const fs = require('node:fs');
const path = require('node:path');
const { randomBytes } = require('node:crypto');
const { isMainThread, getEnvironmentData, setEnvironmentData } = require('node:worker_threads');
const sabring = require('./core/index.cjs');

const KEY = 'sabring history';
const { add, load, wait } = Atomics; // taken before a recorder replaces them
const STOPPED = 2; // not 0: a call threw, and nothing more is recorded
const LANES = { P: 0, C: 1 }; // how many there are of each
const NEVER = 3; // nobody ever notifies here
const COMPLETE = ['"complete":false', '"complete":true '];

if (isMainThread && getEnvironmentData(KEY) === undefined) {
  const base = path.resolve(process.env.SABRING_HISTORY ?? 'history');
  const shared = new Int32Array(new SharedArrayBuffer(16));
  setEnvironmentData(KEY, { base, run: randomBytes(6).toString('hex'), shared });
}
const recording = getEnvironmentData(KEY);

const ONLY = /("thread":"[PC]")(?=,)/;

/** Gives the first thread of a side its number, now that there is a second: it has none while it is the only one. */
function numberTheFirst(side) {
  const file = `${recording.base}-${side}.jsonl`;
  const only = `"thread":"${side}" `;
  for (let tries = 0; tries < 100; tries++) {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n')[0] : '';
    if (text.includes(recording.run) && text.includes(only)) {
      const opened = fs.openSync(file, 'r+');
      fs.writeSync(opened, `"thread":"${side}1"`, text.indexOf(only));
      return fs.closeSync(opened);
    }
    wait(recording.shared, NEVER, 0, 10); // it is only just being made
  }
}

/**
 * The calls of one side in one thread, or of those of them that overlap: a file. A call is in it
 * before it is made, without its return, and is overwritten when it comes back: so at any moment the
 * files of all threads together tell what happened until then, even after SIGKILL.
 */
class Lane {
  #file;
  #at = 0; // where the line of the call at work begins, and the file ends when none is
  #completeAt; // where the header says whether it is complete
  #atWork = false;

  constructor(side, { capacity, bound, overwrites, source, thread }) {
    const nth = add(recording.shared, LANES[side], 1);
    const name = thread ?? (nth === 0 ? side : `${side}${nth + 1}`);
    if (nth === 1 && thread === undefined) numberTheFirst(side);
    const header = sabring.values.line({
      format: 'sabring-trace', version: 1, kind: 'history', capacity, bound, overwrites,
      complete: false, run: recording.run, thread: name, source: source ?? path.basename(process.argv[1] ?? 'node'),
    });
    const padded = header.replace(ONLY, '$1 '); // room for a number
    this.#completeAt = padded.indexOf(COMPLETE[0]);
    this.#file = fs.openSync(`${recording.base}-${name}.jsonl`, 'w');
    this.#at = this.#write(`${padded}\n`, 0);
    process.once('exit', () => this.#close());
  }

  begin(line) {
    if (load(recording.shared, STOPPED) !== 0) return;
    this.#atWork = true;
    this.#write(line, this.#at);
  }

  end(line) {
    if (load(recording.shared, STOPPED) !== 0) return;
    this.#atWork = false;
    this.#at = this.#write(line, this.#at);
  }

  /** What a call that threw did to the queue, nobody knows: the history ends here, for all threads. */
  fail(error) {
    if (add(recording.shared, STOPPED, 1) > 0) return;
    fs.writeSync(2, `sabring history: a call threw ${error?.name ?? error}; the history ends here and is not complete\n`);
  }

  /** Writes the text there, and gives back where it ends. */
  #write(text, at) {
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; ) from += fs.writeSync(this.#file, bytes, from, bytes.length - from, at + from);
    return at + bytes.length;
  }

  #close() {
    if (!this.#atWork && load(recording.shared, STOPPED) === 0) this.#write(COMPLETE[1], this.#completeAt);
  }
}

/** See core/history.js for the options. */
function record(queue, options) {
  if (recording === undefined) {
    throw new Error('the main thread has to load history.cjs before it starts a worker, or: node --require ./history.cjs');
  }
  return sabring.history.recordCalls(queue, options, {
    now: () => process.hrtime.bigint(),
    lane: (side, lane) => new Lane(side, lane),
  });
}

module.exports = { record };
