'use strict';
// The commands of ../README.md do what it shows. Numbers that differ from run to run may differ.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { test } = require('node:test');
const { newDirectory } = require('./harness.cjs');

const HOME = path.join(__dirname, '..');

/** The commands of the README, `[{ command, output }]`, all of one shell. */
function commands() {
  const blocks = fs.readFileSync(path.join(HOME, 'README.md'), 'utf8').matchAll(/^```console\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, block]) =>
    block.split(/^\$ /m).slice(1).map((it) => ({ command: it.slice(0, it.indexOf('\n')), output: it.slice(it.indexOf('\n') + 1) })));
}

/** What is the same in each run: no counts, clocks, names of runs; and a line that is not in each run goes. */
const lasting = (text) => text
  .replace(/^sabring recorder: \d+ loads .*\n/gm, '')
  .replace(/"run":"[0-9a-f]+"/g, '"run":"…"')
  .replace(/\b\d+(?= steps;|x\b)/g, 'N')
  .replace(/"(call|return)":\d+/g, '"$1":N');

test('control: what lasts differs where the README would be wrong', () => {
  const shown = commands().find(({ output }) => output.includes('steps; P is main')).output;
  assert.strictEqual(lasting(shown.replace(/\d+ steps/, '7 steps')), lasting(shown));
  assert.notStrictEqual(lasting(shown.replace('P is main', 'P is worker 1')), lasting(shown));
  assert.notStrictEqual(lasting(shown.replace('47.5', '48.5')), lasting(shown));
});

test('the commands of the README do what it shows', () => {
  const cwd = newDirectory();
  for (const name of ['core', 'recorder', 'recorder.cjs', 'history.cjs', 'ring.cjs', 'reference.cjs', 'example.cjs', 'example-queue.cjs']) {
    fs.cpSync(path.join(HOME, name), path.join(cwd, name), { recursive: true });
  }
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^SABRING_|^NODE_/.test(name)));
  const all = commands();
  assert(all.length >= 6, 'the README has commands');
  const settings = []; // what the shell remembers from command to command
  for (const { command, output } of all) {
    if (/^(export|unset) /.test(command)) settings.push(command);
    const script = [...settings, command].join('\n');
    const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${script}\n} 2>&1`], { cwd, env, encoding: 'utf8', timeout: 60_000 });
    assert.strictEqual(lasting(stdout), lasting(output), command + stderr);
  }
});
