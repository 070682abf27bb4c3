'use strict';
// The recorder in a browser: a ring between an AudioWorklet and a worker, in a headless Chromium.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { parse } = require('./invariants.cjs');
const { assertRing } = require('./ring-checker.cjs');
const { newDirectory } = require('./harness.cjs');
const { chromium, posted } = require('./chromium.cjs');

const RING = path.join(__dirname, '..', 'browser', 'example', 'ring.mjs');
const inBrowser = { skip: chromium === undefined && 'Chromium is not on the PATH' };

async function recorded(ring) {
  const [pathname, text] = await posted(ring);
  assert.strictEqual(pathname, '/trace', text);
  return parse(text);
}

test('a ring between an AudioWorklet and a worker is recorded, and keeps its promises', inBrowser, async () => {
  const { head, steps } = await recorded(RING);
  assert.deepStrictEqual([head.capacity, head.source], [17, '/']);
  assert(assertRing(head, steps) > 5 * head.capacity, `${steps.length} steps`);
  assert.deepStrictEqual([...new Set(steps.map((step) => step.thread))].sort(), ['C', 'P']);
});

test('control: a ring that publishes one more than it stored is found', inBrowser, async () => {
  const text = fs.readFileSync(RING, 'utf8');
  const spoilt = text.replace('(write + count) % slots', '(write + count + 1) % slots');
  assert.notStrictEqual(spoilt, text);
  const file = path.join(newDirectory(), 'ring.mjs');
  fs.writeFileSync(file, spoilt);
  const { head, steps } = await recorded(file);
  assert.throws(() => assertRing(head, steps), /passed by the cursor, but was not touched|was read before|is filled before|element/);
});
