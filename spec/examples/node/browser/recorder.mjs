// Records what a page, its workers and its AudioWorklets do to a ring in a SharedArrayBuffer, without
// a change to the ring. Each thread says so before it makes its first view of shared memory:
//
//   import { start } from './recorder.mjs';          // in the page
//   const recording = start({ layout: { write: 0, read: 4, data: { at: 8, type: 'Float32' } } });
//   worker.postMessage({ recording: recording.token, ... });
//
//   import { join } from './recorder.mjs';           // in a worker, or a processor
//   join(token, 'worker');
//
//   const { text, notes } = await recording.trace(); // in the page, when it has run for a while
//
// Needs cross-origin isolation, as SharedArrayBuffer does, and nothing of Node.

import '../core/values.js';
import '../core/control.js';
import '../core/log.js';
import '../core/memory.js';
import '../core/arrays.js';
import '../core/messages.js';
import '../core/layout.js';
import '../core/cells.js';
import '../core/logs.js';
import '../core/steps.js';
import '../core/sides.js';
import '../core/survey.js';
import '../core/trace.js';
import { LogSink, newLogs, readLogs } from './log-sink.mjs';
import { replaceMessaging } from './messaging.mjs';

const sabring = globalThis[Symbol.for('sabring recorder')];
const { TICKETS, DONE } = sabring.control;
const { load, exchange } = Atomics; // taken before they are replaced
const QUIET_MS = 1000; // so long without a step, and who sleeps is taken to sleep for good
const LAST_STEPS_MS = 1000; // for steps begun to be logged
const THREADS = 16; // at most

/** Records this thread too, and others that `join` with the token. */
export function start({ layout, steps = 10_000, profile, source = globalThis.location?.pathname ?? 'browser', name = 'page' } = {}) {
  if (layout !== undefined) sabring.layout.layoutOf(layout); // throws what it cannot be
  const control = sabring.control.newControl();
  const logs = newLogs(THREADS, steps);
  const token = { control, logs, steps, layout };
  join(token, name);
  return { token, trace: () => trace(token, { profile, source }) };
}

/** Records this thread from now on. */
export function join({ control, logs, steps, layout: told }, name) {
  const layout = told === undefined ? undefined : sabring.layout.layoutOf(told);
  const log = new sabring.log.Log(control, steps, new LogSink(logs, name, () => exchange(control, TICKETS, steps)));
  const buffers = new sabring.control.Buffers(control);
  const own = new Set([control.buffer, ...logs.map((it) => it.buffer)]);
  for (const buffer of own) buffers.adopt(buffer, 0);
  const follows = (number) => number > 0 && (layout === undefined || sabring.cells.chosen(layout, buffers.lengths).has(number));
  const memory = new sabring.memory.Memory(log, buffers, follows);
  memory.replaceAtomics();
  const view = sabring.arrays.replaceViews(memory, buffers);
  replaceMessaging(sabring.messages.messagesOf(memory, buffers, view));
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ends the recording, and makes a trace of it; rejects with a Refusal that says why there is none. */
async function trace({ control, logs, steps, layout }, head) {
  const before = load(control, DONE);
  await pause(QUIET_MS);
  const quiet = load(control, DONE) === before;
  const claimed = Math.min(steps, exchange(control, TICKETS, steps + 1));
  for (let waited = 0; load(control, DONE) < claimed && waited < LAST_STEPS_MS; waited += 10) await pause(10);
  const given = layout === undefined ? undefined : sabring.layout.layoutOf(layout);
  return sabring.trace.makeTrace(readLogs(logs), given, { cut: !quiet, quiet }, head);
}
