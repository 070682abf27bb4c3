// The producer: an AudioWorklet that pushes the number of each sample, a few in each render quantum.

import { join } from '/browser/recorder.mjs';
import { RingBuffer } from '/ring.mjs';

class Source extends AudioWorkletProcessor {
  constructor({ processorOptions: { shared, recording } }) {
    super();
    join(recording, 'audio worklet');
    this.ring = new RingBuffer(shared, Float32Array);
    this.next = 0;
  }

  process() {
    const samples = Float32Array.from({ length: 1 + (this.next % 5) }, (_, i) => this.next + i);
    this.next += this.ring.push(samples);
    return true;
  }
}

registerProcessor('source', Source);
