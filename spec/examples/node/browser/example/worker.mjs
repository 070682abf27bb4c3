// The consumer: a worker that pops what there is, and goes on for ever.

import { join } from '/browser/recorder.mjs';
import { RingBuffer } from '/ring.mjs';

addEventListener('message', ({ data: { shared, recording } }) => {
  join(recording, 'worker');
  const ring = new RingBuffer(shared, Float32Array);
  const samples = new Float32Array(3);
  const round = () => {
    for (let i = 0; i < 1000; i++) ring.pop(samples);
    setTimeout(round);
  };
  postMessage('ready');
  round();
});
