'use strict';
// Records what an unmodified Node program does to its ring:
//
//   SABRING_TRACE=trace.jsonl node --require ./recorder.cjs main.js
//
// The process that the shell starts becomes the supervisor. It does not run the program, it starts
// it again as a child, so that whatever becomes of the child (it ends, crashes, is killed, or sleeps
// for ever in Atomics.wait) somebody is left to write the trace. In the child, the main thread and
// every worker load this file before anything else.

const { isMainThread, getEnvironmentData, setEnvironmentData } = require('node:worker_threads');
const { newControl } = require('./recorder/log.cjs');

const KEY = 'sabring recorder';
const NESTED = 'nested'; // a process that the recorded program started: not recorded

if (!isMainThread) {
  const recording = getEnvironmentData(KEY);
  if (recording !== undefined) record(recording);
} else if (process.env.SABRING_CHILD === undefined) {
  require('./recorder/supervise.cjs').takeOver();
} else if (process.env.SABRING_CHILD !== NESTED) {
  const settings = JSON.parse(process.env.SABRING_CHILD);
  process.env.SABRING_CHILD = NESTED;
  const recording = { settings, control: newControl() };
  setEnvironmentData(KEY, recording); // every worker inherits it
  record(recording);
}

function record({ settings, control }) {
  const { Log } = require('./recorder/log.cjs');
  const { Memory } = require('./recorder/memory.cjs');
  const { replaceInt32Array } = require('./recorder/arrays.cjs');
  const { replaceMessaging } = require('./recorder/messages.cjs');

  const memory = new Memory(settings, control, new Log(settings, control));
  memory.replaceAtomics();
  const ringArray = replaceInt32Array(memory);
  replaceMessaging(memory, ringArray, __filename);
}
