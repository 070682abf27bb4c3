'use strict';
// Recorded views and their buffers on their way between threads. Structured clone refuses a Proxy, so
// a message leaves with the real view and arrives with a recorded one; and since the same memory is
// another object in each thread, the numbers of its buffers travel with it.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const BUFFERS = 'sabring recorder: buffers'; // key of a message that is an object
  const VALUE = 'sabring recorder: value'; // and, when it is none, of what stands in its place

  function isPlain(value) {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return true;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }

  /** `{ outgoing, incoming }`: what is sent in the place of a value, and what arrives in its place. */
  function messagesOf(memory, buffers, view) {
    const isRecorded = (value) => typeof value === 'object' && value !== null && memory.target(value) !== undefined;
    const isShared = (value) =>
      value instanceof SharedArrayBuffer || (ArrayBuffer.isView(value) && value.buffer instanceof SharedArrayBuffer);

    /** Whether `test` holds for something in the value, wherever structured clone would look. */
    function contains(value, test, seen = new Set()) {
      if (typeof value !== 'object' || value === null) return false;
      if (test(value)) return true;
      if (seen.has(value) || ArrayBuffer.isView(value)) return false;
      seen.add(value);
      const inner = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.values(value);
      return inner.some((it) => contains(it, test, seen));
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

    function outgoing(value) {
      if (!contains(value, isShared)) return value;
      // All of this thread's, since the clone keeps which object is which.
      const known = buffers.known();
      const sent = isPlain(value) && !Array.isArray(value) ? copy(value) : { [VALUE]: copy(value) };
      sent[BUFFERS] = { buffers: known.map(([buffer]) => buffer), numbers: known.map(([, number]) => number) };
      return sent;
    }

    function incoming(message) {
      if (!isPlain(message) || !Object.hasOwn(message, BUFFERS)) return message;
      const { [BUFFERS]: known } = message;
      delete message[BUFFERS];
      known.buffers.forEach((buffer, i) => buffers.adopt(buffer, known.numbers[i]));
      return recorded(Object.hasOwn(message, VALUE) ? message[VALUE] : message);
    }

    /** The value, which nobody else has yet, with recorded views in the place of the real ones. */
    function recorded(value, seen = new Set()) {
      if (!isPlain(value)) return view(value);
      if (seen.has(value)) return value;
      seen.add(value);
      for (const key of Object.keys(value)) {
        const replaced = recorded(value[key], seen);
        if (replaced !== value[key]) value[key] = replaced;
      }
      return value;
    }

    /** Calls what clones `value`, and says more when it cannot. */
    function sending(value, clone) {
      try {
        return clone(outgoing(value));
      } catch (error) {
        if (error?.name !== 'DataCloneError' || !contains(value, isRecorded)) throw error;
        const hint = 'under the sabring recorder a view of shared memory can be sent alone or inside' +
          ' plain objects and arrays; send its SharedArrayBuffer instead';
        throw new DOMException(`${error.message} (${hint})`, 'DataCloneError');
      }
    }

    return { outgoing, incoming, sending };
  }

  sabring.messages = { messagesOf };
}
