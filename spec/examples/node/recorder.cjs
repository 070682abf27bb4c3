'use strict';
// Records what an unmodified Node program does to its ring:
//
//   SABRING_LAYOUT=write=0,read=1,data=2 node --require ./recorder.cjs main.js
//
// The process that the shell starts becomes the supervisor. It does not run the program, it starts
// it again as a child, so that whatever becomes of the child (it ends, crashes, is killed, or sleeps
// for ever in Atomics.wait) somebody is left to write the trace. In the child, the main thread and
// every worker load this file before anything else.

const { isMainThread, getEnvironmentData, setEnvironmentData } = require('node:worker_threads');
const sabring = require('./core/index.cjs');

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
  const recording = { settings, control: sabring.control.newControl() };
  setEnvironmentData(KEY, recording); // every worker inherits it
  record(recording);
}

function record({ settings, control }) {
  const { FileSink } = require('./recorder/files.cjs');
  const { replaceMessaging } = require('./recorder/messaging.cjs');
  const { noticeBuffers } = require('./recorder/buffers.cjs');
  const layout = settings.layout === undefined ? undefined : sabring.layout.parseLayout(settings.layout);

  const log = new sabring.log.Log(control, settings.steps, new FileSink(settings.directory, control));
  const buffers = new sabring.control.Buffers(control);
  const follows = (number) => layout === undefined || sabring.cells.chosen(layout, buffers.lengths).has(number);
  const memory = new sabring.memory.Memory(log, buffers, follows);
  memory.replaceAtomics();
  const view = sabring.arrays.replaceViews(memory, buffers);
  noticeBuffers(memory, control);
  replaceMessaging(sabring.messages.messagesOf(memory, buffers, view), __filename);
}
