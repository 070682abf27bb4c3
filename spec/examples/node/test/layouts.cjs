'use strict';
// Layouts: rings of every shape, and what is said of a layout that a run contradicts.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { parse } = require('./invariants.cjs');
const { assertRing } = require('./ring-checker.cjs');
const { record, newDirectory } = require('./harness.cjs');

const fixture = (name) => path.join(__dirname, 'fixtures', `${name}.cjs`);
const shapes = fixture('shapes');
const reference = path.join(__dirname, '..', 'reference.cjs');

const SHAPES = {
  'float data': { write: 0, read: 4, data: { at: 8, type: 'Float32' } },
  'wide cursors, signed bytes': { type: 'BigInt64', head: 8, tail: 0, data: { at: 16, type: 'Int8' }, cursors: 'counting', bound: 4 },
  'wide data, cursors behind it': { write: { at: 32, type: 'Uint32' }, read: { at: 36, type: 'Uint32' }, data: { at: 0, type: 'BigUint64' } },
  'slots of several words': { write: 0, read: 4, data: { at: 8, stride: 16, parts: ['Int32', { at: 8, type: 'Float64' }] } },
  'data view': { write: { at: 0, big: true }, read: { at: 4, big: true }, data: { at: 8, type: 'Uint16', big: true } },
  'two buffers alike': { buffer: 2, write: 0, read: 4, data: { at: 0, buffer: 3, type: 'Float64' }, words: { status: 8 } },
};

for (const [name, layout] of Object.entries(SHAPES)) {
  test(`a ring of another shape: ${name}`, async () => {
    const { code, out, err, text, said } = await record([shapes, name], { env: { SABRING_LAYOUT: JSON.stringify(layout) } });
    assert.deepStrictEqual([err, code, out], ['', 0, 'taken 20\n'], said);
    const { head, steps } = parse(text);
    assert.deepStrictEqual([head.capacity, head.complete, head.cursors, head.bound], [4, true, layout.cursors, layout.bound]);
    assert.strictEqual(assertRing(head, steps), 20);
    assert.match(said, /P is (main|worker 1), C is worker [12]; to judge it: sabring check trace.jsonl/);
  });
}

test('values are exact', async () => {
  const textOf = async (name) => (await record([shapes, name], { env: { SABRING_LAYOUT: JSON.stringify(SHAPES[name]) } })).text;
  assert.match(await textOf('wide data, cursors behind it'), /"word":"data","index":1,"value":18446744073709551614,/);
  const floats = await textOf('float data');
  for (const value of ['"NaN"', '"-Infinity"', '-0', '0.10000000149011612']) assert(floats.includes(`"value":${value},`), value);
});

test('set-up by a third thread is told as main, and words beside the ring as other', async () => {
  const { text } = await record([shapes, 'two buffers alike'], { env: { SABRING_LAYOUT: JSON.stringify(SHAPES['two buffers alike']) } });
  const { steps } = parse(text);
  assert.deepStrictEqual(steps.slice(0, 2).map(({ thread, word, value }) => [thread, word, value]), [['main', 'write', 0], ['main', 'read', 0]]);
  assert(steps.every((step, i) => step.thread !== 'main' || i < 3));
  assert(steps.some((step) => step.word === 'other' && step.name === 'status'));
});

test('without a layout it says what it saw, and the layout that this may be', async () => {
  const { code, text, said } = await record([shapes, 'float data'], { env: { SABRING_LAYOUT: undefined } });
  assert.deepStrictEqual([code, text], [2, undefined]);
  assert.match(said, /SABRING_LAYOUT has to say/);
  assert.match(said, /buffer 1, byte 0: Int32, Atomics; stored by main \d+x; loaded by/);
  assert.match(said, /SABRING_LAYOUT='\{"write":0,"read":4,"data":\{"at":8,"type":"Float32"\}\}'/);
});

test('a layout in a file', async () => {
  const file = path.join(newDirectory(), 'layout.json');
  fs.writeFileSync(file, JSON.stringify(SHAPES['float data'], undefined, 2));
  const { text } = await record([shapes, 'float data'], { env: { SABRING_LAYOUT: file } });
  assert.strictEqual(parse(text).head.capacity, 4);
});

test('a layout that the run contradicts is refused, with what was seen', async () => {
  const refused = {
    'write=2,read=3,data=6': /the layout does not fit: main moves read and never looks at write/,
    'write=1,read=0,data=6': /write and read look exchanged/,
    '{"write":0,"read":4,"data":24,"capacity":4}': /slot 4 is stored to, and capacity=4 has slots 0 to 3/,
    '{"write":0,"read":16,"data":24}': /both|nobody stores to read|worker 1 stores to both write and read/,
    '{"write":24,"read":4,"data":28}': /write goes from|never looks at write/,
    '{"write":0,"read":4,"data":24,"buffer":2}': /no access was seen to a SharedArrayBuffer of this layout; without SABRING_LAYOUT/,
    '{"write":0,"read":4,"data":24,"buffer":{"bytes":64}}': /no access was seen to a SharedArrayBuffer of this layout/,
  };
  for (const [layout, why] of Object.entries(refused)) {
    const { code, text, said } = await record([reference, '50'], { env: { SABRING_LAYOUT: layout } });
    assert.deepStrictEqual([code, text], [2, undefined], layout);
    assert.match(said, why, layout);
    if (!layout.includes('buffer')) assert.match(said, /buffer 1, byte 0: Int32, Atomics; stored by worker 1 \d+x/);
  }
});

test('a Buffer over the ring makes the recording incomplete', async () => {
  const { text, said } = await record([shapes, 'float data', 'buffer'], { env: { SABRING_LAYOUT: JSON.stringify(SHAPES['float data']) } });
  assert.strictEqual(parse(text).head.complete, false);
  assert.match(said, /a Buffer was made over the ring, and its accesses are not seen/);
});
