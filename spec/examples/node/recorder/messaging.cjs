'use strict';
// Node's ways from thread to thread, taken by the recorder's messages (../core/messages.js).

const threads = require('node:worker_threads');
const { syncBuiltinESMExports } = require('node:module');

// How Node hands a message to a port's listeners, whichever way they were added.
const DISPATCH = Symbol.for('nodejs.internal.kHybridDispatch');

/** Whether it is Node's own message that starts a worker, in which no recorder runs yet. */
const startsWorker = (value) => value?.type === 'loadScript' && 'environmentData' in value;

function replaceMessaging({ outgoing, incoming, sending }, recorder) {
  const ports = threads.MessagePort.prototype;
  const { postMessage, [DISPATCH]: dispatch } = ports;
  ports.postMessage = function (value, ...rest) { // Worker.postMessage comes by here
    if (startsWorker(value)) return postMessage.call(this, value, ...rest);
    return sending(value, (sent) => postMessage.call(this, sent, ...rest));
  };
  Object.defineProperty(ports, DISPATCH, {
    value(data, ...rest) { return dispatch.call(this, incoming(data), ...rest); },
    writable: true,
    configurable: true,
  });

  const { receiveMessageOnPort, Worker } = threads;
  threads.receiveMessageOnPort = (port) => {
    const received = receiveMessageOnPort(port);
    if (received !== undefined) received.message = incoming(received.message);
    return received;
  };
  const { structuredClone } = globalThis;
  globalThis.structuredClone = (value, ...rest) =>
    sending(value, (sent) => incoming(structuredClone(sent, ...rest)));
  threads.workerData = incoming(threads.workerData);

  threads.Worker = new Proxy(Worker, {
    construct(target, [file, options, ...rest], newTarget) {
      const given = { ...options };
      if (options && 'workerData' in options) given.workerData = outgoing(options.workerData);
      // A worker inherits --require, unless it is given an execArgv of its own.
      if (options?.execArgv) given.execArgv = ['--require', recorder, ...options.execArgv];
      return sending(undefined, () => Reflect.construct(target, [file, given, ...rest], newTarget));
    },
  });
  syncBuiltinESMExports();
}

module.exports = { replaceMessaging };
