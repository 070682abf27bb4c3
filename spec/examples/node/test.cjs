'use strict';
// The recorder's own tests:
//
//   SABRING_SEED=<the seed document> node test.cjs       (or: node test.cjs <the seed document>)

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { extract } = require('./extract.cjs');
const { parse, assertSound, assertReference, FLAG } = require('./test/invariants.cjs');
const { run, record, newDirectory } = require('./test/harness.cjs');

const SEED = process.argv[2] ?? process.env.SABRING_SEED;
const withSeed = { skip: SEED === undefined && 'no seed document: give its path as argument or in SABRING_SEED' };
const fixture = (name) => path.join(__dirname, 'test', 'fixtures', `${name}.cjs`);
const reference = path.join(__dirname, 'reference.cjs');

const lines = (text) => text.trimEnd().split('\n').map((line) => JSON.parse(line));
const threads = (steps) => [...new Set(steps.map((step) => step.thread))].sort();
const withoutMode = ({ mode, ...step }) => step;

test('the seed, cut after any number of steps, leaves a trace that explains itself', withSeed, async () => {
  for (const budget of [60, 101, 400]) {
    const cwd = newDirectory();
    assert.deepStrictEqual(extract(SEED, cwd), ['sab-stream.js', 'main.js', 'worker.js']);
    const { code, text } = await record(['main.js'], { cwd, env: { SABRING_PROFILE: 'seed', SABRING_STEPS: `${budget}` } });
    assert.strictEqual(code, 0);
    const trace = parse(text);
    assert.strictEqual(trace.steps.length, budget);
    assert.deepStrictEqual([trace.head.capacity, trace.head.profile, trace.head.complete], [8, 'seed', false]);
    assert.deepStrictEqual(threads(trace.steps), ['C', 'P']);
    assertSound(trace);
  }
});

test('the seed, stopped by a signal while it runs, is no complete sleeper', withSeed, async () => {
  const cwd = newDirectory();
  extract(SEED, cwd);
  const onOutput = (out, child) => child.kill('SIGTERM');
  const { code, text } = await record(['main.js'], { cwd, onOutput });
  assert.strictEqual(code, 128 + os.constants.signals.SIGTERM);
  const trace = parse(text);
  assertSound(trace);
  const asleep = trace.steps.some((step) => step.access === 'wait' && !('result' in step));
  assert.strictEqual(trace.head.complete, !asleep);
});

test('extract writes the programs byte for byte', () => {
  const directory = newDirectory();
  const document = path.join(directory, 'document.md');
  const programs = { 'one.js': '"# not a heading";\n\n', 'two.js': 'const a = `x`; // ü\n' };
  const blocks = Object.entries(programs).map(([name, text], i) =>
    `# File ${i + 1} — \`${name}\` (a note)\n\nwords\n\n\`\`\`js\n${text}\`\`\`\n\n\`\`\`js\nno program\n\`\`\`\n`);
  fs.writeFileSync(document, `# Title\n\n\`\`\`js\nnor this\n\`\`\`\n\n${blocks.join('\n')}`);
  assert.deepStrictEqual(extract(document, directory), Object.keys(programs));
  for (const [name, text] of Object.entries(programs)) {
    assert.strictEqual(fs.readFileSync(path.join(directory, name), 'utf8'), text);
  }
});

test('our ring runs alike with and without the recorder, and goes step by step', async () => {
  const env = { SABRING_PROFILE: 'reference' };
  const plain = await run([reference, '200']);
  const recorded = await record([reference, '200'], { env });
  assert.strictEqual(plain.out, 'took 200 elements, their sum is 20100\n');
  assert.deepStrictEqual([plain.text, recorded.out, recorded.code], [undefined, plain.out, 0]);
  const trace = parse(recorded.text);
  assert.deepStrictEqual([trace.head.profile, trace.head.capacity, trace.head.complete], ['reference', 8, true]);
  assertSound(trace);
  assertReference(trace);
  assert.strictEqual(trace.steps.filter((step) => step.word === 'data').length, 400);
  assert.strictEqual(trace.steps.findLast((step) => step.word === 'write').value & FLAG, FLAG);
});

test('our ring, cancelled, lets the producer go', async () => {
  const { code, out, text } = await record([reference, '200', '3'], { env: { SABRING_PROFILE: 'reference' } });
  assert.deepStrictEqual([code, out], [0, 'took 3 elements, their sum is 6\n']);
  const trace = parse(text);
  assert.strictEqual(trace.head.complete, true);
  assertSound(trace);
  assertReference(trace);
});

test('our ring, cut after any number of steps, leaves a trace that explains itself', async () => {
  for (let budget = 1; budget <= 2000; budget = budget * 3 + 1) {
    const { code, text } = await record([reference, '1000'], { env: { SABRING_STEPS: `${budget}` } });
    const trace = parse(text);
    assert.deepStrictEqual([code, trace.steps.length, trace.head.complete], [0, budget, false]);
    if (threads(trace.steps).join() === 'C,P') assertSound(trace);
    else assert(budget < 50, `one side alone cannot take ${budget} steps`);
  }
});

test('arrays behave as without the recorder, and their elements are recorded', async () => {
  const plain = await run([fixture('arrays')]);
  const recorded = await record([fixture('arrays')]);
  assert.deepStrictEqual([plain.err, plain.out, plain.code], ['', 'all as it should be\n', 0]);
  assert.deepStrictEqual([recorded.err, recorded.out, recorded.code], ['', plain.out, 0]);
  const { steps } = parse(recorded.text);
  const tell = (step) => [step.access, step.word, step.index, step.value];
  const found = steps.map((step) => tell(step).join(' '));
  const has = (...wanted) => assert(found.join('\n').includes(wanted.join('\n')), `${wanted} in ${found.join('\n')}`);
  has('store data 0 7', 'store data 1 8', 'load data 0 7', 'load data 1 8');
  has('store data 2 9', 'store data 3 9', 'store data 2 4', 'store data 3 5'); // fill, set
  has('load data 0 7', 'load data 1 7', 'load data 2 8', 'load data 3 5'); // for-of
  has('store write  2', 'load write  2', 'add produced  0');
  has('load write  2', 'store read  5', 'load read  5'); // the worker, by arrays it was sent
  assert.deepStrictEqual(threads(steps), ['C', 'P']);
});

test('what the format has no name for is told by loads, stores and adds', async () => {
  const { text } = await record([fixture('operations')], { env: { SABRING_STEPS: '12' } });
  const steps = lines(text).slice(1).map(({ thread, mode, word, ...step }) => [word, ...Object.values(step)].join(' '));
  assert.deepStrictEqual(steps, [
    'produced add 0 5', 'produced add 5 -1', 'write load 0', 'write store 3', 'write load 3', 'write store 1',
    'write load 1', 'write load 1', 'write store 3', 'write load 3', 'write store 2', 'data load 0 0', 'data store 0 5',
    'data load 1 0', 'data store 1 2', 'read wait 1 not-equal', 'read wait 0 timed-out', 'read load 0',
  ]);
});

test('a second producer is refused, with what was seen', async () => {
  const { code, said, text } = await record([fixture('two-producers')]);
  assert.deepStrictEqual([code, text], [2, undefined]);
  assert.match(said, /the layout does not fit: both worker 1 and worker 2 store to write, and a cursor has one writer/);
  assert.match(said, /buffer 1, byte 0: Int32, Atomics; stored by worker 1 3x, worker 2 2x; loaded by/);
});

test('two sides asleep, stopped by a signal, are a complete recording', async () => {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    const onOutput = (out, child) => out.includes('main') && out.includes('worker') && child.kill(signal);
    const { code, text } = await record([fixture('deadlock')], { onOutput });
    const { head, steps } = parse(text);
    assert.deepStrictEqual([code, head.complete], [128 + os.constants.signals[signal], true]);
    assert.deepStrictEqual(steps.sort((a, b) => a.thread.localeCompare(b.thread)), [
      { thread: 'C', access: 'wait', word: 'write', expected: 0 },
      { thread: 'P', access: 'wait', word: 'read', expected: 0 },
    ]);
  }
});

test('a sleep with a timeout that a signal cuts short is not complete', async () => {
  const onOutput = (out, child) => out.includes('main') && out.includes('worker') && child.kill('SIGTERM');
  const { text } = await record([fixture('deadlock'), '600000'], { onOutput });
  const { head, steps } = parse(text);
  assert.deepStrictEqual([head.complete, steps.map((step) => step.result)], [false, [undefined, undefined]]);
});

test('the exit code is the program’s', async () => {
  for (const [way, code, said] of [['code', 7, /^$/], ['throws', 1, /thrown on purpose/], ['killed', 137, /^$/]]) {
    const result = await record([fixture('ends'), way]);
    assert.strictEqual(result.code, code, way);
    assert.match(result.err, said);
    assert.strictEqual(parse(result.text).steps.length, 1);
  }
});

test('a process that the program starts is not recorded', async () => {
  const { code, text } = await record([fixture('ends'), 'forks']);
  assert.deepStrictEqual([code, parse(text).steps.length], [0, 1]);
});

test('a recorded array where it cannot be sent is refused with advice', async () => {
  const { code, err } = await record([fixture('ends'), 'clones']);
  assert.strictEqual(code, 1);
  assert.match(err, /DataCloneError.*could not be cloned.*send its SharedArrayBuffer instead/);
});

test('without a program the recorder says how to use it', async () => {
  const { code, out, said } = await record(['-e', 'console.log(1)']);
  assert.deepStrictEqual([code, out], [2, '']);
  assert.match(said, /expected: node --require recorder.cjs main.js/);
});

test('bad values are named, and nothing runs', async () => {
  const bad = {
    SABRING_STEPS: ['0', 'many', '1e3', '-1', '2147483648', ''],
    SABRING_PROFILE: ['ours', '', 'bare'],
    SABRING_TRACE: ['', 'no/such/directory/t.jsonl', '.'],
    SABRING_LAYOUT: [
      '', 'no-such-file', 'write=0,read=1', 'write=0,read=0,data=6', 'write=0,write=1,data=2', 'reed=1', '{', '{"write":0}',
      '{"write":0,"read":2,"data":8}', '{"write":0,"head":4,"read":4,"data":8}', '{"write":0,"read":4,"data":8,"capacity":1}',
      '{"write":0,"read":4,"data":8,"type":"Int31"}', '{"write":0,"read":4,"data":{"at":8,"stride":3}}', '{"write":0,"read":4,"data":8,"size":1}',
    ],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const { code, out, said } = await record([reference], { env: { [name]: value } });
      assert.deepStrictEqual([code, out], [2, ''], `${name}=${value}`);
      assert(said.startsWith(`sabring recorder: ${name}=${value}, expected `), said);
    }
  }
});

test('a program deaf to the signal is killed, and only then is the old trace replaced', async () => {
  const cwd = newDirectory();
  const old = path.join(cwd, 'trace.jsonl');
  fs.writeFileSync(old, 'old');
  let during;
  const onOutput = (out, child) => {
    during = fs.readFileSync(old, 'utf8');
    child.kill('SIGTERM');
  };
  const { code, text } = await record([fixture('ends'), 'deaf'], { cwd, onOutput });
  assert.deepStrictEqual([during, code], ['old', 128 + os.constants.signals.SIGKILL]);
  assert.strictEqual(parse(text).head.complete, true);
});

require('./test/layouts.cjs');
require('./test/parts.cjs');
require('./test/histories.cjs');
require('./test/readme.cjs');
