'use strict';
// What ../test.cjs asks of a trace: that each line has the format's form, and that what each side read
// is what the other had stored. `sabring check` asks more; this is to know the recorder by itself.

const assert = require('node:assert');

const HEAD = ['format', 'version', 'kind', 'capacity', 'bound', 'cursors', 'profile', 'complete', 'source'];
const OPTIONAL = ['bound', 'cursors', 'profile'];
const OWN = { P: ['write', 'data', 'produced', 'producer-waits'], C: ['read', 'consumed', 'consumer-waits'] };
const WORDS = [...OWN.P, ...OWN.C];
const KEYS = { load: ['value', 'mode'], store: ['value', 'mode'], add: ['value', 'mode'], wait: ['expected', 'result'], notify: ['woken'] };
const FLAG = 1 << 30;

/** The trace as `{ head, steps }`, each line checked against the format. */
function parse(text) {
  assert(text.endsWith('\n'), 'the last line is whole');
  const [head, ...steps] = text.slice(0, -1).split('\n').map((line) => JSON.parse(line));
  assert.deepStrictEqual(Object.keys(head), HEAD.filter((key) => key in head || !OPTIONAL.includes(key)));
  assert.deepStrictEqual([head.format, head.version, head.kind], ['sabring-trace', 1, 'steps']);
  assert.strictEqual(typeof head.complete, 'boolean');
  for (const step of steps) assertForm(step, head.capacity);
  return { head, steps };
}

function assertForm(step, capacity) {
  const told = JSON.stringify(step);
  const { thread, access, word, index, part } = step;
  assert(['P', 'C', 'main'].includes(thread) && access in KEYS && [...WORDS, 'other'].includes(word), told);
  const place = word === 'data' ? ['index', ...(part === undefined ? [] : ['part'])] : word === 'other' ? ['name'] : [];
  const keys = ['thread', 'access', 'word', ...place, ...KEYS[access]];
  if (access === 'add' && 'by' in step) keys.splice(-1, 0, 'by');
  if (access === 'wait' && !('result' in step)) keys.pop(); // it never woke
  assert.deepStrictEqual(Object.keys(step), keys, told);
  const whole = ['expected', 'woken', ...(word === 'data' || word === 'other' ? [] : ['value'])];
  for (const key of whole) assert(!(key in step) || Number.isInteger(step[key]), told);
  if ('value' in step) assert(['number', 'string'].includes(typeof step.value), told);
  if (word === 'data') assert(Number.isInteger(index) && index >= 0 && index < capacity, told);
  if ('mode' in step) assert(['plain', 'volatile'].includes(step.mode), told);
  if ('result' in step) assert(['ok', 'not-equal', 'timed-out'].includes(step.result), told);
}

const addressOf = (step) => `${step.word}${step.index ?? ''}`;

/**
 * Checks two sides, P and C, that put and take 1, 2, 3 …: one writer a word; a load returns what
 * that writer stored, and never something older than the load before it; counters count up; elements
 * in order; every waking has its notification.
 */
function assertSound({ steps }) {
  const stored = {}; // address to all values its writer gave it, in order
  for (const step of steps) {
    if (!['store', 'add'].includes(step.access)) continue;
    assert(OWN[step.thread].includes(step.word), `who writes ${step.word}: ${JSON.stringify(step)}`);
    const values = (stored[addressOf(step)] ??= [0]);
    if (step.access === 'add') assert.strictEqual(step.value, values.at(-1), JSON.stringify(step));
    values.push(step.access === 'add' ? (step.value + 1) | 0 : step.value);
  }
  for (const thread of ['P', 'C']) assertReads(thread, steps.filter((step) => step.thread === thread), stored);
  assertElements('put', steps, 'P', 'store');
  assertElements('taken', steps, 'C', 'load');
  for (const word of ['write', 'read']) {
    const of = steps.filter((step) => step.word === word);
    const woken = of.reduce((sum, step) => sum + (step.woken ?? 0), 0);
    assert.strictEqual(of.filter((step) => step.result === 'ok').length, woken, `wakings on ${word}`);
  }
}

function assertReads(thread, steps, stored) {
  const versions = {}; // address to how far this side has seen, or come by itself
  for (const step of steps) {
    const address = addressOf(step);
    const values = stored[address] ?? [0];
    const seen = versions[address] ?? 0;
    if (['store', 'add'].includes(step.access)) {
      versions[address] = seen + 1;
    } else if (step.access === 'load') {
      const own = OWN[thread].includes(step.word);
      const version = own ? seen : values.indexOf(step.value, seen);
      assert.strictEqual(values[version], step.value, `nothing explains ${JSON.stringify(step)}`);
      versions[address] = version;
    }
  }
}

function assertElements(what, steps, thread, access) {
  const values = steps.filter((it) => it.thread === thread && it.access === access && it.word === 'data').map((it) => it.value);
  assert.deepStrictEqual(values, values.map((_, i) => i + 1), `elements ${what}`);
}

/** The steps of each side as they must follow one another in `reference`, by word and access. */
const REFERENCE = {
  P: /^(load write,load read,(add producer-waits,wait read,|store data,add produced,store write,notify write,))*load write,(load read,|store write,notify write,)$/,
  C: /^(load write,load read,(add consumer-waits,wait write,|load data,store read,add consumed,notify read,))*load (write,load read,|read,store read,notify read,)$/,
};

/** Checks that each side of a whole run goes step by step as the profile says. */
function assertReference({ steps }) {
  for (const [thread, pattern] of Object.entries(REFERENCE)) {
    const taken = steps.filter((step) => step.thread === thread).map((step) => `${step.access} ${step.word},`).join('');
    assert.match(taken, pattern);
  }
}

module.exports = { parse, assertSound, assertReference, FLAG };
