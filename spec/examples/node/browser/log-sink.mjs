// A thread's log in shared memory: the page can read it at any time, whatever becomes of the thread.
// Word 0 is who has it (0 nobody), word 1 how many bytes are written; then the thread's name and the
// lines, which are ASCII.

const { load, store, compareExchange } = Atomics; // taken before they are replaced
const Bytes = Uint8Array;
const HEAD = 8; // bytes
const BYTES_A_STEP = 250;

/** Logs for so many threads, each of which may take all the steps. */
export function newLogs(threads, steps) {
  return Array.from({ length: threads }, () => new Int32Array(new SharedArrayBuffer(1024 + steps * BYTES_A_STEP)));
}

export class LogSink {
  #log;
  #bytes;
  #full;

  /** `full` is called when nothing more can be logged. */
  constructor(logs, name, full) {
    this.#log = logs.find((log) => compareExchange(log, 0, 0, 1) === 0);
    if (this.#log === undefined) throw new RangeError(`more than ${logs.length} threads take part in the recording`);
    this.#bytes = new Bytes(this.#log.buffer, HEAD);
    this.#full = full;
    this.append(`${encodeURIComponent(name)}\n`);
  }

  append(text) {
    const from = load(this.#log, 1);
    if (from + text.length > this.#bytes.length) return this.#full();
    for (let i = 0; i < text.length; i++) this.#bytes[from + i] = text.charCodeAt(i);
    store(this.#log, 1, from + text.length); // only now is the line there
  }

  alive() {}

  stop() {}
}

/** What was logged, `[{ name, text }]`. */
export function readLogs(logs) {
  return logs.filter((log) => load(log, 0) !== 0).map((log) => {
    const bytes = new Bytes(log.buffer, HEAD, load(log, 1));
    let all = '';
    for (let i = 0; i < bytes.length; i += 10_000) all += String.fromCharCode(...bytes.subarray(i, i + 10_000));
    const end = all.indexOf('\n');
    return { name: decodeURIComponent(all.slice(0, end)), text: all.slice(end + 1) };
  });
}
