'use strict';
// The threads' logs made into one trace.

const fs = require('node:fs');
const path = require('node:path');

const PRODUCER_WORDS = ['write', 'data', 'produced', 'producer-waits'];
const READING = ['load', 'wait', 'notify', 'waitAsync'];

/** One thread's log: `{ thread, bytes, steps }`. A last line without its end was never written whole. */
function readLog(directory, name) {
  const lines = fs.readFileSync(path.join(directory, name), 'utf8').split('\n').slice(0, -1);
  const [head, ...records] = lines.map((line) => JSON.parse(line));
  const steps = [];
  for (const record of records) {
    if ('access' in record) steps.push(record);
    else Object.assign(steps.at(-1), record);
  }
  return { thread: Number(name.match(/\d+/)[0]), bytes: head?.bytes, steps };
}

function readLogs(directory) {
  return fs.readdirSync(directory)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readLog(directory, name))
    .filter((log) => log.steps.length > 0)
    .sort((a, b) => a.steps[0].order - b.steps[0].order);
}

const isPending = (step, access, outcome) => step.access === access && !(outcome in step);
const placeOf = (step) => `${step.word}[${step.index ?? ''}]`;

/**
 * Settles the waits and notifications that were cut short. Each notification that wakes a side and
 * each waking it causes are counted once, so the one that was logged tells of the one that was not.
 */
function settle(logs) {
  const all = logs.flatMap((log) => log.steps).sort((a, b) => a.order - b.order);
  const unexplained = {}; // word to wakings less notifications
  for (const step of all) {
    const surplus = step.result === 'ok' ? 1 : -(step.woken ?? 0);
    unexplained[placeOf(step)] = (unexplained[placeOf(step)] ?? 0) + surplus;
  }
  for (const step of all) {
    const place = placeOf(step);
    if (isPending(step, 'notify', 'woken') && unexplained[place] > 0) {
      step.woken = unexplained[place];
      unexplained[place] = 0;
    } else if (isPending(step, 'wait', 'result') && unexplained[place] < 0) {
      step.result = 'ok';
      unexplained[place]++;
    }
  }
  for (const log of logs) log.steps = log.steps.filter((step) => !isPending(step, 'notify', 'woken'));
}

/** How much a thread behaves as the producer (positive) or the consumer (negative). */
function leaning({ steps }) {
  const side = (step) => (PRODUCER_WORDS.includes(step.word) ? 1 : -1);
  const sum = (chosen, sign) => chosen.reduce((total, step) => total + sign * side(step), 0);
  const writes = sum(steps.filter((step) => !READING.includes(step.access)), 1);
  // A side notifies on its own cursor and waits on the other's.
  const notifications = sum(steps.filter((step) => step.access === 'notify'), 1);
  const waits = sum(steps.filter((step) => step.access === 'wait'), -1);
  return writes || notifications || waits;
}

/** Thread names, in the order of the logs: P and C, then P2, C2, T3 … for those too many. */
function nameThreads(logs) {
  const names = logs.map(() => undefined);
  const rank = logs.map((log, i) => ({ i, leaning: leaning(log) }));
  const nameSide = (letter, sign) =>
    rank
      .filter((it) => Math.sign(it.leaning) === sign)
      .sort((a, b) => Math.abs(b.leaning) - Math.abs(a.leaning) || a.i - b.i)
      .forEach((it, place) => (names[it.i] = place === 0 ? letter : `${letter}${place + 1}`));
  nameSide('P', 1);
  nameSide('C', -1);
  // A single thread that did too little to tell is the side that is missing.
  const missing = ['P', 'C'].filter((letter) => !names.includes(letter));
  if (missing.length === 1 && names.filter((name) => name === undefined).length === 1) {
    names[names.indexOf(undefined)] = missing[0];
  }
  return names.map((name, i) => name ?? `T${i + 1}`);
}

/**
 * The logs of a run as `{ bytes, complete, lines }`, or undefined when nothing was recorded.
 *
 * @param cut whether the program was stopped because the budget was spent
 * @param quiet whether nothing had been logged for a while when the program ended
 */
function merge(directory, { cut, quiet }) {
  const logs = readLogs(directory);
  if (logs.length === 0) return undefined;
  settle(logs);
  const asleep = logs.map((log) => log.steps.at(-1)).filter((step) => step && isPending(step, 'wait', 'result'));
  const names = nameThreads(logs);
  const lines = logs
    .flatMap((log, i) => log.steps.map((step) => ({ thread: names[i], ...step })))
    .sort((a, b) => a.order - b.order)
    .map(({ order, bounded, ...line }) => JSON.stringify(line));
  const sleepIsFinal = quiet && asleep.every((step) => !step.bounded);
  return { bytes: logs[0].bytes, complete: !cut && (asleep.length === 0 || sleepIsFinal), lines };
}

module.exports = { merge, nameThreads };
