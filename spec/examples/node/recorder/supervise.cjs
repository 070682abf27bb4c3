'use strict';
// The process that outlives the program: it starts it, passes signals on, and writes the trace.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const Module = require('node:module');
const { spawn } = require('node:child_process');
const { BadSetting, readSettings } = require('./settings.cjs');
const { readFiles, BUDGET_SPENT } = require('./files.cjs');
const { trace: { makeTrace, Refusal }, layout: { parseLayout } } = require('../core/index.cjs');

const BAD_USAGE = 2; // as for sabring
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const QUIET_MS = 1000; // so long without a step, and who sleeps is taken to sleep for good
const SETTLE_MS = 300; // who still takes steps so long after a signal is at work
const POLL_MS = 20;
const PATIENCE_MS = 2000; // for the program to heed a signal, before SIGKILL

const say = (message) => process.stderr.write(`sabring recorder: ${message}\n`);

function fail(message) {
  say(message);
  process.exit(BAD_USAGE);
}

/** Starts the program as a child in the place of running it here. */
function takeOver() {
  if (process.argv[1] === undefined) fail('no program, expected: node --require recorder.cjs main.js');
  let settings;
  try {
    settings = readSettings(process.env);
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    fail(error.message);
  }
  Module.runMain = () => supervise(settings);
}

function supervise(settings) {
  const directory = fs.mkdtempSync(`${settings.trace}.parts-`);
  const started = Date.now();
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    argv0: process.argv0,
    stdio: 'inherit',
    env: { ...process.env, SABRING_CHILD: JSON.stringify({ ...settings, directory }) },
  });
  for (const signal of SIGNALS) process.on(signal, () => passOn(signal, child, directory, started));
  child.on('error', (error) => {
    fs.rmSync(directory, { recursive: true });
    fail(`cannot start the program: ${error.message}`);
  });
  child.on('exit', (code, signal) => {
    const cut = fs.existsSync(path.join(directory, BUDGET_SPENT));
    const quiet = silence(directory, started) >= QUIET_MS;
    say(whyStopped(settings, { cut, code, signal }));
    let written;
    try {
      written = writeTrace(settings, directory, { cut, quiet });
    } finally {
      fs.rmSync(directory, { recursive: true });
    }
    const status = cut ? 0 : signal === null ? code : 128 + os.constants.signals[signal];
    process.exit(written || status !== 0 ? status : BAD_USAGE);
  });
}

function whyStopped({ steps }, { cut, code, signal }) {
  if (cut) return `${steps} steps are recorded (SABRING_STEPS), so the program was stopped`;
  return signal === null ? `the program ended, with exit code ${code}` : `the program was ended by ${signal}`;
}

/** For how long no thread has logged a step, in milliseconds. */
function silence(directory, started) {
  const last = fs.readdirSync(directory)
    .map((name) => fs.statSync(path.join(directory, name)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), started);
  return Date.now() - last;
}

/**
 * Stops the program, though not before it is known whether it sleeps or was only between two steps:
 * it is watched until it has been silent for QUIET_MS, or goes on after SETTLE_MS.
 */
function passOn(signal, child, directory, started) {
  const asked = Date.now();
  const watch = setInterval(() => {
    const silent = silence(directory, started);
    const atWork = Date.now() - silent > asked + SETTLE_MS;
    if (!atWork && silent < QUIET_MS) return;
    clearInterval(watch);
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS); // asleep, with a handler it cannot run
  }, POLL_MS);
}

/** Writes the trace whole or not at all, and says what it is or why there is none. */
function writeTrace(settings, directory, ending) {
  const program = [path.basename(process.argv[1]), ...process.argv.slice(2)].join(' ');
  const head = { profile: settings.profile, source: `node ${process.version} ${program}` };
  const layout = settings.layout === undefined ? undefined : parseLayout(settings.layout);
  let trace;
  try {
    trace = makeTrace(readFiles(directory), layout, ending, head);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`no trace was written: ${error.message}`);
    return false;
  }
  const whole = path.join(directory, 'trace');
  fs.writeFileSync(whole, trace.text);
  fs.renameSync(whole, settings.trace);
  const { P, C } = trace.sides;
  for (const note of trace.notes) say(note);
  const name = path.relative('', settings.trace);
  say(`${name}: ${trace.steps} steps; P is ${P ?? 'nobody'}, C is ${C ?? 'nobody'}; to judge it: sabring check ${name}`);
  return true;
}

module.exports = { takeOver };
