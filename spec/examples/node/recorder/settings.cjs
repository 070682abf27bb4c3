'use strict';
// The recorder's variables, each checked before anything runs.

const fs = require('node:fs');
const path = require('node:path');

const SEED_LAYOUT = 'write=0,read=1,produced=2,consumed=3,producer-waits=4,consumer-waits=5,data=6';
const WORDS = SEED_LAYOUT.split(',').map((part) => part.split('=')[0]);
const REQUIRED_WORDS = ['write', 'read', 'data'];
const PROFILES = ['seed', 'reference', 'bare'];
const MAX_INT = 2 ** 31 - 1;

/** A value that a variable may not have. */
class BadSetting extends Error {
  constructor(name, found, expected) {
    super(`${name}=${found}, expected ${expected}`);
  }
}

function integer(env, name, least, absent) {
  const found = env[name];
  if (found === undefined) return absent;
  const value = Number(found);
  if (!/^[0-9]+$/.test(found) || value < least || value > MAX_INT) {
    throw new BadSetting(name, found, `an integer from ${least} to ${MAX_INT}`);
  }
  return value;
}

function profile(env) {
  const found = env.SABRING_PROFILE ?? 'seed';
  if (!PROFILES.includes(found)) {
    throw new BadSetting('SABRING_PROFILE', found, `one of ${PROFILES.join(', ')}`);
  }
  return found;
}

/** Word name to index in the buffer, counted in Int32 words. */
function layout(env) {
  const found = env.SABRING_LAYOUT ?? SEED_LAYOUT;
  const bad = (expected) => new BadSetting('SABRING_LAYOUT', found, expected);
  const places = {};
  for (const part of found.split(',')) {
    const match = /^([a-z-]+)=([0-9]{1,9})$/.exec(part);
    if (!match || !WORDS.includes(match[1])) {
      throw bad(`word=index pairs with commas between them, the words from ${WORDS.join(', ')}`);
    }
    if (match[1] in places) throw bad(`${match[1]} once`);
    places[match[1]] = Number(match[2]);
  }
  for (const word of REQUIRED_WORDS) {
    if (!(word in places)) throw bad(`an index for each of ${REQUIRED_WORDS.join(', ')}`);
  }
  const indexes = Object.values(places);
  if (new Set(indexes).size < indexes.length) throw bad('an index of its own for each word');
  if (places.data < Math.max(...indexes)) throw bad('data after all other words');
  return places;
}

function trace(env) {
  const found = env.SABRING_TRACE ?? 'sabring-trace.jsonl';
  const file = path.resolve(found);
  const isDirectory = (name) => fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (found === '' || isDirectory(file) || !isDirectory(path.dirname(file))) {
    throw new BadSetting('SABRING_TRACE', found, 'a file in a directory that exists');
  }
  return file;
}

/** The settings that `env` asks for, or a BadSetting. */
function readSettings(env) {
  const places = layout(env);
  const capacity = integer(env, 'SABRING_CAPACITY', 2, undefined);
  const leastBytes = (places.data + (capacity ?? 2)) * Int32Array.BYTES_PER_ELEMENT;
  return {
    trace: trace(env),
    steps: integer(env, 'SABRING_STEPS', 1, 10000),
    profile: profile(env),
    layout: places,
    capacity,
    leastBytes,
    bufferBytes: integer(env, 'SABRING_BUFFER_BYTES', leastBytes, undefined),
  };
}

/** How many slots a ring in a buffer of this length has. */
function capacityOf(settings, bufferBytes) {
  const words = Math.floor(bufferBytes / Int32Array.BYTES_PER_ELEMENT);
  return settings.capacity ?? words - settings.layout.data;
}

module.exports = { BadSetting, readSettings, capacityOf };
