'use strict';
// Runs programs, recorded and not, in directories of their own.

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { afterEach } = require('node:test');

const RECORDER = path.join(__dirname, '..', 'recorder.cjs');

const directories = [];
afterEach(() => directories.splice(0).forEach((name) => fs.rmSync(name, { recursive: true })));

function newDirectory() {
  const name = fs.mkdtempSync(path.join(os.tmpdir(), 'sabring-node-'));
  directories.push(name);
  return name;
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
  const code = await new Promise((resolve) => child.on('close', resolve));
  const left = fs.readdirSync(cwd).filter((name) => name.includes('.parts-'));
  assert.deepStrictEqual(left, [], 'the recorder cleans up');
  return { ...result, code, text: fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined };
}

const record = (program, options) => run(['--require', RECORDER, ...program], options);

module.exports = { run, record, newDirectory };
