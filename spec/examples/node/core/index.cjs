'use strict';
// The part of the recorder that needs nothing of Node, for Node. ../browser/recorder.mjs is the same
// for a browser: the files put what they offer into one object, in this order.

for (const part of ['values', 'control', 'log', 'memory', 'arrays', 'messages', 'layout', 'cells', 'logs', 'steps', 'sides', 'survey', 'trace', 'history']) {
  require(`./${part}.js`);
}

module.exports = globalThis[Symbol.for('sabring recorder')];
