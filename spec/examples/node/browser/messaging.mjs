// A browser's ways from thread to thread, taken by the recorder's messages (../core/messages.js).

export function replaceMessaging({ incoming, sending }) {
  for (const owner of [globalThis.MessagePort?.prototype, globalThis.Worker?.prototype, globalThis.DedicatedWorkerGlobalScope && globalThis]) {
    const postMessage = owner?.postMessage;
    if (postMessage === undefined) continue;
    owner.postMessage = function (value, ...rest) {
      return sending(value, (sent) => postMessage.call(this ?? globalThis, sent, ...rest));
    };
  }
  const data = Object.getOwnPropertyDescriptor(globalThis.MessageEvent?.prototype ?? {}, 'data');
  if (data === undefined) return;
  const arrived = new WeakMap(); // event to its data, which is looked at more than once
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get() {
      if (!arrived.has(this)) arrived.set(this, incoming(data.get.call(this)));
      return arrived.get(this);
    },
  });
}
