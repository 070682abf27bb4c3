'use strict';
// The recorder's variables, each checked before anything runs.

const fs = require('node:fs');
const path = require('node:path');
const { layout: { BadLayout, parseLayout } } = require('../core/index.cjs');

const SEED_LAYOUT = 'write=0,read=1,produced=2,consumed=3,producer-waits=4,consumer-waits=5,data=6';
const PROFILES = ['any', 'seed', 'reference'];
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
  const found = env.SABRING_PROFILE ?? 'any';
  if (!PROFILES.includes(found)) {
    throw new BadSetting('SABRING_PROFILE', found, `one of ${PROFILES.join(', ')}`);
  }
  return found;
}

/** The layout's text, known to be good; undefined when none is given and none goes without saying. */
function layout(env, profileName) {
  const found = env.SABRING_LAYOUT;
  if (found === undefined) return profileName === 'any' ? undefined : SEED_LAYOUT;
  const isText = found.includes('=') || found.trimStart().startsWith('{');
  try {
    const text = isText ? found : readFile(found);
    parseLayout(text);
    return text;
  } catch (error) {
    if (!(error instanceof BadLayout)) throw error;
    throw new BadSetting('SABRING_LAYOUT', found, error.message);
  }
}

function readFile(name) {
  try {
    return fs.readFileSync(name, 'utf8');
  } catch {
    throw new BadLayout('word=index pairs, JSON, or a file that has one of them');
  }
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
  const profileName = profile(env);
  return {
    trace: trace(env),
    steps: integer(env, 'SABRING_STEPS', 1, 10000),
    profile: profileName === 'any' ? undefined : profileName,
    layout: layout(env, profileName),
  };
}

module.exports = { BadSetting, readSettings };
