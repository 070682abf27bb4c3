'use strict';
// Node's Buffer over recorded memory: its methods are native and want the real thing, so that it is
// made is all that can be told.

const { UNSEEN } = require('../core/index.cjs').control;

const { store } = Atomics; // taken before it is replaced

function noticeBuffers(memory, control) {
  const { from } = Buffer;
  Buffer.from = function (source, ...rest) {
    const buffer = memory.target(source)?.buffer ?? source;
    if (buffer instanceof SharedArrayBuffer && memory.isRecorded(buffer)) store(control, UNSEEN, 1);
    return from.call(this, source, ...rest);
  };
}

module.exports = { noticeBuffers };
