'use strict';
// Holds a ring against the schedules that `sabring vectors` writes, without a thread:
//
//   sabring vectors --output vectors.jsonl && node replay.cjs vectors.jsonl [the module of a ring]
//
// To take one step of a side its call is run again from its start: the accesses that it has made
// before are answered as they were answered then, and at the next one it is stopped. That one is held
// against the schedule, done to the memory, and the memory is held against the schedule too.
// Exit code 0: all is as written; 1: the first difference; 2: not such a file.

const fs = require('node:fs');
const path = require('node:path');

const WORDS = ['write', 'read', 'produced', 'consumed', 'producer-waits', 'consumer-waits'];
const DATA = WORDS.length;
const LONG = 1e9; // milliseconds; it is the schedule that says when time is up
const STOP = Symbol('stop');

class Difference extends Error {}
class Malformed extends Error {}

const show = (access) => [access.access, access.word, access.index, access.value, access.result]
  .filter((part) => part !== undefined).join(' ');

/** One side of the ring: its object, and the call that it is in. */
class Side {
  constructor(make, answerOf) {
    this.call = undefined;
    this.asleepOn = undefined;
    this.object = make(this.memory());
    this.answerOf = answerOf;
  }

  /** What the ring takes for an Int32Array: it asks this side for each access. */
  memory() {
    return new Proxy({}, {
      get: (_, key) => (key === 'length' ? this.length() : this.ask({ access: 'load', at: Number(key) })),
      set: (_, key, value) => { this.ask({ access: 'store', at: Number(key), value }); return true; },
    });
  }

  ask(access) {
    if (this.answered < this.call.answers.length) return this.call.answers[this.answered++];
    this.pending = access;
    throw STOP;
  }

  begin(op, args) {
    this.call = { op, args, answers: [], held: { ...this.object } };
  }

  /** Runs the call again; what it returns, or the access that it stands before. */
  run() {
    Object.assign(this.object, this.call.held);
    this.answered = 0;
    running = this;
    try {
      return { returned: this.object[this.call.op](...this.call.args) };
    } catch (stop) {
      if (stop !== STOP) throw new Difference(`${this.call.op} throws ${stop}`);
      return { pending: this.pending };
    }
  }

  answer(value) {
    this.call.answers.push(value);
  }
}

let running; // the side whose code is running
const atomics = {
  load: (_, at) => running.ask({ access: 'load', at }),
  store: (_, at, value) => { running.ask({ access: 'store', at, value }); return value; },
  add: (_, at, value) => running.ask({ access: 'add', at, value }),
  wait: (_, at, expected) => running.ask({ access: 'wait', at, expected }),
  notify: (_, at, count = Infinity) => running.ask({ access: 'notify', at, count }),
};

/** A ring of `capacity` slots that is replayed, all words 0. */
class Replay {
  constructor(ring, capacity) {
    this.words = new Array(DATA + capacity).fill(0);
    const make = (Made) => (memory) => {
      const Real = globalThis.Int32Array;
      globalThis.Int32Array = function Fake() { return memory; };
      try {
        return new Made(undefined);
      } finally {
        globalThis.Int32Array = Real;
      }
    };
    Side.prototype.length = () => this.words.length;
    this.sides = {
      P: new Side(make(ring.Producer), (answer) => (answer === true ? ['stored', 'closed'] : ['full', 'timed-out', 'cancelled'])),
      C: new Side(make(ring.Consumer), (answer) => (answer === ring.END ? ['end'] : answer === ring.EMPTY ? ['empty', 'timed-out'] : ['element'])),
    };
  }

  step(line) {
    const side = this.sides[line.thread];
    if (line.call !== undefined) {
      if (side.call !== undefined) throw new Malformed(`${line.thread} calls ${line.call} in a call`);
      const timeout = line.timed ? [LONG] : [];
      side.begin(line.call, line.call === 'put' || line.call === 'offer' ? [line.element, ...timeout] : timeout);
    }
    if (side.call === undefined) throw new Malformed(`${line.thread} takes a step between two calls`);
    if (line.access === 'wake') {
      this.wake(side, line);
    } else {
      this.take(side, line);
    }
    if (JSON.stringify(this.words) !== JSON.stringify(line.memory)) {
      throw new Difference(`the memory is ${JSON.stringify(this.words)}, expected ${JSON.stringify(line.memory)}`);
    }
    if (side.asleepOn === undefined) this.end(side, line);
  }

  wake(side, line) {
    if (side.asleepOn === undefined) throw new Difference('nobody sleeps who could wake');
    side.asleepOn = undefined;
    side.answer(line.result);
  }

  take(side, line) {
    if (side.asleepOn !== undefined) throw new Difference('the side still sleeps');
    const { pending, returned } = side.run();
    if (pending === undefined) throw new Difference(`${side.call.op} has come back with ${String(returned)} already`);
    const found = this.access(side, pending);
    const expected = {
      access: line.access, word: line.word, index: line.index,
      value: line.value ?? line.expected ?? line.woken, result: line.result,
    };
    if (show(found) !== show(expected)) throw new Difference(`found ${show(found)}, expected ${show(expected)}`);
  }

  /** Does an access to the memory, and says what it was. */
  access(side, { access, at, value, expected, count }) {
    const { words } = this;
    if (!(at >= 0 && at < words.length)) return { access, word: `word ${at}` };
    const where = at < DATA ? { access, word: WORDS[at] } : { access, word: 'data', index: at - DATA };
    switch (access) {
      case 'store':
        words[at] = value;
        side.answer(value);
        return { ...where, value };
      case 'add': {
        const before = words[at];
        words[at] = (before + value) | 0;
        side.answer(before);
        return { ...where, value: before };
      }
      case 'wait':
        if (words[at] !== expected) {
          side.answer('not-equal');
          return { ...where, value: expected, result: 'not-equal' };
        }
        side.asleepOn = at;
        return { ...where, value: expected, result: 'sleeps' };
      case 'notify': {
        const woken = Object.values(this.sides).filter((other) => other.asleepOn === at).slice(0, count);
        for (const other of woken) {
          other.asleepOn = undefined;
          other.answer('ok');
        }
        side.answer(woken.length);
        return { ...where, value: woken.length };
      }
      default:
        side.answer(words[at]);
        return { ...where, value: words[at] };
    }
  }

  /** After a step the call has come back, or has not, as written. */
  end(side, line) {
    const outcome = side.run();
    const over = !('pending' in outcome);
    const { op } = side.call;
    if (line.returns === undefined) {
      if (over) throw new Difference(`${op} comes back with ${String(outcome.returned)}, expected another step`);
      return;
    }
    if (!over) throw new Difference(`${op} goes on to ${outcome.pending.access}, expected ${line.returns}`);
    const plain = op === 'close' || op === 'cancel'; // they answer nothing
    const fits = plain || side.answerOf(outcome.returned).includes(line.returns);
    if (!fits || (line.returns === 'element' && outcome.returned !== line.element)) {
      throw new Difference(`${op} comes back with ${String(outcome.returned)}, expected ${line.returns} ${line.element ?? ''}`.trimEnd());
    }
    side.call = undefined;
  }
}

function parse(text) {
  const line = JSON.parse(text);
  if (line === null || typeof line !== 'object') throw new Malformed('expected an object');
  return line;
}

function check(line) {
  if (line.thread !== 'P' && line.thread !== 'C') throw new Malformed(`thread=${line.thread}, expected P or C`);
  if (!Array.isArray(line.memory)) throw new Malformed(`memory=${line.memory}, expected an array`);
  const ops = line.thread === 'P' ? ['put', 'offer', 'close'] : ['take', 'poll', 'cancel'];
  if (line.call !== undefined && !ops.includes(line.call)) throw new Malformed(`call=${line.call}, expected one of ${ops}`);
}

/** Replays a whole file on a ring; how many schedules and steps there were. */
function replay(ring, lines) {
  const done = { schedules: 0, steps: 0, line: 0 };
  let head;
  let now;
  const real = globalThis.Atomics;
  globalThis.Atomics = atomics;
  try {
    for (const text of lines) {
      done.line++;
      const line = parse(text);
      if (head === undefined) {
        if (line.format !== 'sabring-vectors' || line.version !== 1 || !(line.capacity >= 2)) {
          throw new Malformed('expected a header: {"format":"sabring-vectors","version":1,"capacity":2,…}');
        }
        head = line;
      } else if (line.schedule !== undefined) {
        now = new Replay(ring, head.capacity);
        done.schedules++;
      } else {
        if (now === undefined) throw new Malformed('expected {"schedule":1,…} before the first step');
        check(line);
        done.steps++;
        try {
          now.step(line);
        } catch (e) {
          if (e instanceof Difference) e.message = `schedule ${done.schedules}, ${line.step}: ${e.message}`;
          throw e;
        }
      }
    }
    if (head === undefined) throw new Malformed('expected a header, found nothing');
    if (head.schedules !== done.schedules || head.steps !== done.steps) {
      throw new Malformed(`expected ${head.schedules} schedules of ${head.steps} steps, found ${done.schedules} of ${done.steps}`);
    }
    return done;
  } catch (e) {
    e.line = done.line;
    throw e;
  } finally {
    globalThis.Atomics = real;
  }
}

function main([file, module = path.join(__dirname, 'ring.cjs')]) {
  if (file === undefined) {
    console.error('usage: node replay.cjs VECTORS [RING]');
    return 2;
  }
  try {
    const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
    const { schedules, steps } = replay(require(path.resolve(module)), lines);
    console.log(`${file}: CONFORMS, ${schedules} schedules, ${steps} steps`);
    return 0;
  } catch (e) {
    const bad = !(e instanceof Difference);
    console.error(`${file}${e.line === undefined ? '' : `:${e.line}`}: ${e.message}`);
    return bad ? 2 : 1;
  }
}

process.exitCode = main(process.argv.slice(2));
