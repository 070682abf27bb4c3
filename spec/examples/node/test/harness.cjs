'use strict';
// Runs programs, recorded and not, in directories of their own.

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { after, afterEach } = require('node:test');

const RECORDER = path.join(__dirname, '..', 'recorder.cjs');

// Where nothing else is said, the ring of the seed and ours.
const LAYOUT = 'write=0,read=1,produced=2,consumed=3,producer-waits=4,consumer-waits=5,data=6';

const PATIENCE_MS = 60_000; // a program that hangs is stopped, and its test fails

const directories = [];
const kept = [];
const remove = (names) => names.splice(0).forEach((name) => fs.rmSync(name, { recursive: true }));
afterEach(() => remove(directories));
after(() => remove(kept));

function newDirectory() {
  const name = fs.mkdtempSync(path.join(os.tmpdir(), 'sabring-node-'));
  directories.push(name);
  return name;
}

/** Keeps a new directory until all tests are over. */
function keep(directory) {
  kept.push(...directories.splice(directories.indexOf(directory), 1));
  return directory;
}

/**
 * Runs a program to its end: `{ code, out, err, text }`, where `text` is the trace.
 * `onOutput` gets all output so far and the process, each time there is more.
 */
async function run(nodeArguments, { env = {}, cwd = newDirectory(), onOutput = () => {} } = {}) {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^SABRING_|^NODE_/.test(name)));
  const file = path.join(cwd, 'trace.jsonl');
  const child = spawn(process.execPath, nodeArguments, { cwd, env: { ...clean, SABRING_TRACE: file, ...env } });
  const result = { out: '', err: '' };
  child.stderr.on('data', (chunk) => (result.err += chunk));
  child.stdout.on('data', (chunk) => {
    result.out += chunk;
    onOutput(result.out, child);
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const left = fs.readdirSync(cwd).filter((name) => name.includes('.parts-'));
  assert.deepStrictEqual(left, [], 'the recorder cleans up');
  return { ...result, code, text: fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined };
}

/** Runs a program under the recorder; `err` is without what the recorder says, which is `said`. */
async function record(program, { env = {}, ...options } = {}) {
  const result = await run(['--require', RECORDER, ...program], { env: { SABRING_LAYOUT: LAYOUT, ...env }, ...options });
  const at = result.err.search(/^sabring recorder: /m);
  const [err, said] = at < 0 ? [result.err, ''] : [result.err.slice(0, at), result.err.slice(at)];
  return { ...result, err, said };
}

module.exports = { run, record, newDirectory, keep };
