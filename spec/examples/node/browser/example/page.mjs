// A ring between an AudioWorklet and a worker, recorded, and the trace posted to the server.

import { start } from '/browser/recorder.mjs';
import { RingBuffer } from '/ring.mjs';

const FRAMES = 128 * 50_000;

const say = (text) => (document.body.textContent += `${text}\n`);
const post = (path, body) => fetch(path, { method: 'POST', body });

async function run() {
  const recording = start({
    layout: { write: { at: 0, type: 'Uint32' }, read: { at: 4, type: 'Uint32' }, data: { at: 8, type: 'Float32' } },
    steps: 5000,
  });
  const shared = RingBuffer.getStorageForCapacity(16, Float32Array);
  const worker = new Worker('/worker.mjs', { type: 'module' });
  worker.onerror = ({ message }) => post('/error', message);
  const ready = new Promise((resolve) => (worker.onmessage = resolve));
  worker.postMessage({ shared, recording: recording.token });
  await ready;

  const audio = new OfflineAudioContext(1, FRAMES, 48_000);
  await audio.audioWorklet.addModule('/processor.mjs');
  const source = new AudioWorkletNode(audio, 'source', { processorOptions: { shared, recording: recording.token } });
  source.onprocessorerror = () => post('/error', 'the processor failed');
  source.connect(audio.destination);
  await audio.startRendering();

  const { text, notes, sides, steps } = await recording.trace();
  for (const note of notes) say(note);
  say(`${steps} steps; P is ${sides.P}, C is ${sides.C}`);
  await post('/trace', text);
}

run().catch((error) => {
  say(error);
  return post('/error', `${error}`);
});
