'use strict';
// Rings of others, from npm and unmodified, each recorded under load and judged by a checker that
// shares nothing with the recorder; and a copy of each with one mistake planted, which this finds.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { test, before } = require('node:test');
const { parse } = require('./invariants.cjs');
const { assertRing } = require('./ring-checker.cjs');
const { assertFifo } = require('./history-checker.cjs');
const { chromium, posted } = require('./chromium.cjs');
const { record, run, newDirectory, keep } = require('./harness.cjs');

const RINGS = path.join(__dirname, 'rings');
const RINGBUF = { write: { at: 0, type: 'Uint32' }, read: { at: 4, type: 'Uint32' }, data: { at: 8, type: 'Float32' } };

let modules; // the node_modules, or undefined
let absent = '';

before(() => {
  const directory = keep(newDirectory());
  for (const name of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(RINGS, name), path.join(directory, name));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: directory, encoding: 'utf8', timeout: 60_000 });
  assert(!/EINTEGRITY/.test(npm.stderr), npm.stderr);
  if (npm.status === 0) modules = path.join(directory, 'node_modules');
  else absent = `npm or the network is not there: ${npm.error?.message ?? npm.stderr.split('\n')[0]}`;
});

/** A test that is skipped, by name, where the rings cannot be had. */
const withRings = (name, body) => test(name, (t) => (modules === undefined ? t.skip(absent) : body()));

/** A copy of the modules in which one place of one file is another. */
function planted(file, from, to) {
  const copy = path.join(newDirectory(), 'node_modules');
  fs.cpSync(modules, copy, { recursive: true });
  const text = fs.readFileSync(path.join(copy, file), 'utf8');
  assert.strictEqual(text.split(from).length, 2, `${from} is once in ${file}`);
  fs.writeFileSync(path.join(copy, file), text.replace(from, to));
  return copy;
}

/** Leaves what was recorded to whoever runs these tests, and asked for it: `sabring check` judges it. */
function leave(name, text) {
  if (process.env.SABRING_KEEP) fs.writeFileSync(path.join(process.env.SABRING_KEEP, `${name}.jsonl`), text);
}

async function recordRingbuf(from, name) {
  const env = { SABRING_LAYOUT: JSON.stringify(RINGBUF), SABRING_STEPS: '100000' };
  const result = await record([path.join(RINGS, 'ringbuf.cjs'), path.join(from, 'ringbuf.js'), '2000'], { env });
  assert.strictEqual(result.code, 0, result.err + result.said);
  leave(name, result.text);
  return { ...result, ...parse(result.text) };
}

withRings('ringbuf.js is recorded, element by element, and keeps its promises', async () => {
  const { out, head, steps, said } = await recordRingbuf(modules, 'right-ringbuf');
  assert.strictEqual(out, 'taken 2000, 0 wrong\n');
  assert.deepStrictEqual([head.capacity, head.complete], [17, true], said);
  assert.strictEqual(assertRing(head, steps), 2000);
  const told = (step) => `${step.thread} ${step.access} ${step.word} ${step.mode}`;
  assert.deepStrictEqual([...new Set(steps.map(told))].sort(), [
    'C load data plain', 'C load read volatile', 'C load write volatile', 'C store read volatile',
    'P load read volatile', 'P load write volatile', 'P store data plain', 'P store write volatile',
  ]);
});

withRings('control: a ringbuf.js that forgets to wrap what it copies is found', async () => {
  const from = 'this._copy(elements, offset + first_part, this.storage, 0, second_part);\n    Atomics.store(';
  const { head, steps } = await recordRingbuf(planted('ringbuf.js/dist/index.js', from, 'Atomics.store('), 'planted-forgets-to-wrap');
  assert.throws(() => assertRing(head, steps), /slot 0 is passed by the cursor, but was not touched/);
});

withRings('control: a ringbuf.js that overwrites when it is full is found', async () => {
  const from = '_available_write(rd, wr) {';
  const { head, steps } = await recordRingbuf(planted('ringbuf.js/dist/index.js', from, `${from} return this._capacity;`), 'planted-overwrites');
  assert.throws(() => assertRing(head, steps), /is filled before it is known to be free|taken in line|were taken of/);
});

test('ringbuf.js in a browser, between an AudioWorklet and a worker, keeps its promises', async (t) => {
  if (modules === undefined || chromium === undefined) return t.skip(absent || 'Chromium is not on the PATH');
  const [pathname, text] = await posted(path.join(modules, 'ringbuf.js', 'dist', 'index.mjs'));
  assert.strictEqual(pathname, '/trace', text);
  const { head, steps } = parse(text);
  assert(assertRing(head, steps) > 5 * head.capacity, `${steps.length} steps`);
});

async function recordStream(from, name) {
  const cwd = newDirectory();
  const program = [path.join(RINGS, 'thread-stream.cjs'), path.join(from, 'thread-stream'), '500'];
  const { code, err } = await run(program, { cwd });
  assert.deepStrictEqual([code, err], [0, '']);
  const files = fs.readdirSync(cwd).filter((name) => name.endsWith('.jsonl'));
  assert.deepStrictEqual(files.sort(), ['history-C.jsonl', 'history-P.jsonl']);
  const texts = files.map((file) => fs.readFileSync(path.join(cwd, file), 'utf8'));
  texts.forEach((text, i) => leave(`${name}-${i}`, text));
  return texts;
}

withRings('thread-stream is recorded as a history, byte by byte, and keeps its promises', async () => {
  const bytes = Array.from({ length: 500 }, (_, i) => `${i}\n`).join('').length;
  assert.strictEqual(assertFifo(await recordStream(modules, 'right-stream')), bytes);
});

withRings('control: a thread-stream that skips a byte is found', async () => {
  const from = planted('thread-stream/lib/worker.js', 'data.subarray(current, end)', 'data.subarray(current, end - 1)');
  const files = await recordStream(from, 'planted-skips-a-byte');
  assert.throws(() => assertFifo(files), /element \d+ was taken as/);
});

withRings('thread-stream is no ring of two cursors: the main thread stores to both', async () => {
  const layout = { buffer: { bytes: 128 }, write: 16, read: 32, data: { at: 0, buffer: { bytes: 64 }, type: 'Uint8' } };
  const program = [path.join(RINGS, 'thread-stream.cjs'), path.join(modules, 'thread-stream'), '500'];
  const { code, said } = await record(program, { env: { SABRING_LAYOUT: JSON.stringify(layout) } });
  assert.strictEqual(code, 2, said);
  assert.match(said, /the layout does not fit: .*store/);
});
