'use strict';
// Recorded arrays on their way between threads. Structured clone refuses a Proxy, so a message
// leaves with the real array and arrives with a recorded one: at top level, or anywhere inside
// plain objects and arrays.

const threads = require('node:worker_threads');
const { syncBuiltinESMExports } = require('node:module');

// How Node hands a message to a port's listeners, whichever way they were added.
const DISPATCH = Symbol.for('nodejs.internal.kHybridDispatch');

function isPlain(value) {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function replaceMessaging(memory, ringArray, recorder) {
  const isRecorded = (value) => typeof value === 'object' && value !== null && memory.target(value) !== undefined;

  function contains(value, seen = new Set()) {
    if (isRecorded(value)) return true;
    if (!isPlain(value) || seen.has(value)) return false;
    seen.add(value);
    return Object.keys(value).some((key) => contains(value[key], seen));
  }

  function copy(value, copies = new Map()) {
    if (isRecorded(value)) return memory.target(value);
    if (!isPlain(value)) return value;
    if (copies.has(value)) return copies.get(value);
    const result = Array.isArray(value) ? new Array(value.length) : Object.create(null);
    copies.set(value, result);
    for (const key of Object.keys(value)) result[key] = copy(value[key], copies);
    return result;
  }

  /** What is sent in the place of `value`. */
  const outgoing = (value) => (contains(value) ? copy(value) : value);

  /** What the program gets in the place of `value`, which nobody else has yet. */
  function incoming(value, seen = new Set()) {
    if (!isPlain(value)) return ringArray(value);
    if (seen.has(value)) return value;
    seen.add(value);
    for (const key of Object.keys(value)) {
      const replaced = incoming(value[key], seen);
      if (replaced !== value[key]) value[key] = replaced;
    }
    return value;
  }

  /** Calls what clones `value`, and says more when it cannot. */
  function sending(value, clone) {
    try {
      return clone(outgoing(value));
    } catch (error) {
      if (error?.name !== 'DataCloneError' || !/Int32Array|#<Object>/.test(error.message)) throw error;
      const hint = 'under the sabring recorder an Int32Array over the ring can be sent alone or inside' +
        ' plain objects and arrays; send its SharedArrayBuffer instead';
      throw new DOMException(`${error.message} (${hint})`, 'DataCloneError');
    }
  }

  const ports = threads.MessagePort.prototype;
  const { postMessage, [DISPATCH]: dispatch } = ports;
  ports.postMessage = function (value, ...rest) { // Worker.postMessage and workerData come by here
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

  // A worker inherits --require, unless it is given an execArgv of its own.
  threads.Worker = new Proxy(Worker, {
    construct(target, [file, options, ...rest], newTarget) {
      const execArgv = options?.execArgv;
      const given = execArgv ? { ...options, execArgv: ['--require', recorder, ...execArgv] } : options;
      return Reflect.construct(target, [file, given, ...rest], newTarget);
    },
  });
  syncBuiltinESMExports();
}

module.exports = { replaceMessaging };
