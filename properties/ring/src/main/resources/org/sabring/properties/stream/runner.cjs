'use strict';

// Runs scripts on Node's own streams: one JSON line in, a script; one JSON line out, its log.
// OurRun.java does the same with ours, word for word. Script.java says what is in a script.

const readline = require('node:readline');
const { Readable, Writable } = require('node:stream');

const READABLE_EVENTS = ['data', 'readable', 'end', 'error', 'close', 'pause', 'resume'];
const WRITABLE_EVENTS = ['drain', 'prefinish', 'finish', 'error', 'close', 'pipe', 'unpipe'];

class Run {
  constructor(script, finished) {
    this.script = script;
    this.finished = finished;
    this.log = [];
    this.next = 1; // what the next chunk holds
    this.queue = [];
    this.heard = new Map();
    this.streams = { r: this.readable(script.r) };
    script.w.forEach((settings, i) => (this.streams['w' + i] = this.writable('w' + i, settings)));
    this.listeners = {};
    for (const name of Object.keys(this.streams)) this.listen(name);
    this.post(() => this.task(0));
  }

  // One task at a time; Node itself drains the ticks before the next.
  post(task) {
    this.queue.push(task);
    if (this.queue.length === 1) setImmediate(() => this.turn());
  }

  turn() {
    this.queue[0]();
    setImmediate(() => {
      this.queue.shift();
      if (this.queue.length > 0) this.turn();
      else this.finished(this.log);
    });
  }

  task(i) {
    if (i === this.script.tasks.length) return;
    for (const op of this.script.tasks[i]) this.op(op);
    this.post(() => this.task(i + 1));
  }

  readable({ hwm, autoDestroy, reads, destroy }) {
    let call = 0;
    const stream = new Readable({
      objectMode: this.script.objects,
      highWaterMark: hwm,
      autoDestroy,
      read: (n) => {
        this.say('r.onRead ' + n);
        const answer = call < reads.length ? reads[call++] : 'now';
        const [when, ...ops] = answer.split(';');
        this.when(when, () => {
          for (const op of ops) {
            if (op === 'throw') throw new Error('thrown');
            this.op(op);
          }
        });
      },
      destroy: (error, done) => this.destroying('r', destroy, error, done),
    });
    return stream;
  }

  writable(name, { hwm, autoDestroy, writes, final, destroy }) {
    let call = 0;
    return new Writable({
      objectMode: this.script.objects,
      highWaterMark: hwm,
      autoDestroy,
      write: (chunk, encoding, done) => {
        this.say(name + '.onWrite ' + show(chunk));
        const [when, failed] = (call < writes.length ? writes[call++] : 'now').split(';');
        this.when(when, () => done(failed ? new Error('write') : null));
      },
      ...(final === 'none' ? {} : {
        final: (done) => {
          this.say(name + '.onFinal');
          const [when, failed] = final.split(';');
          this.when(when, () => done(failed ? new Error('final') : null));
        },
      }),
      destroy: (error, done) => this.destroying(name, destroy, error, done),
    });
  }

  destroying(name, destroy, error, done) {
    this.say(name + '.onDestroy ' + label(error));
    const [when, failed] = destroy.split(';');
    this.when(when, () => done(failed ? new Error('destroy') : error));
  }

  when(when, action) {
    if (when === 'now') action();
    else if (when === 'tick') process.nextTick(action);
    else if (when === 'later') this.post(action);
    else this.post(() => this.post(action));
  }

  listen(name) {
    const stream = this.streams[name];
    const events = name === 'r' ? READABLE_EVENTS : WRITABLE_EVENTS;
    for (const event of events) {
      const key = name + '.' + event;
      this.listeners[key] = (argument) => {
        const shown = event === 'data' ? ' ' + show(argument)
          : event === 'error' ? ' ' + label(argument) : '';
        this.say(key + shown);
        const count = this.heard.get(key) || 0;
        this.heard.set(key, count + 1);
        for (const op of (this.script.reactions[key] || [])[count] || []) this.op(op);
      };
    }
    stream.on('error', this.listeners[name + '.error']);
  }

  op(op) {
    const [target, word] = op.split(' ');
    const [name, verb] = target.split('.');
    const answer = this.act(this.streams[name], name, verb, word);
    this.say(op + (answer === undefined ? '' : ' = ' + answer));
  }

  act(stream, name, verb, word) {
    switch (verb) {
      case 'push': return stream.push(this.chunk(+word));
      case 'pushEnd': stream.push(null); return undefined;
      case 'unshift': return stream.unshift(this.chunk(+word));
      case 'read': return show(word === undefined ? stream.read() : stream.read(+word));
      case 'pipe': stream.pipe(this.streams[word]); return undefined;
      case 'pipeWithoutEnd': stream.pipe(this.streams[word], { end: false }); return undefined;
      case 'unpipe': stream.unpipe(word === undefined ? undefined : this.streams[word]);
        return undefined;
      case 'write': return stream.write(this.chunk(+word));
      case 'writeTold': return stream.write(this.chunk(+word), this.told(name + '.written'));
      case 'end': stream.end(); return undefined;
      case 'endTold': stream.end(this.told(name + '.ended')); return undefined;
      case 'endWith': stream.end(this.chunk(+word)); return undefined;
      case 'fail': stream.destroy(new Error('asked')); return undefined;
      case 'on': case 'off': case 'once':
        stream[verb](word, this.listeners[name + '.' + word]);
        return undefined;
      default: // pause, resume, destroy, cork, uncork
        stream[verb]();
        return undefined;
    }
  }

  told(name) {
    return (error) => this.say(name + ' ' + label(error));
  }

  chunk(size) {
    if (this.script.objects) return this.next++;
    return Buffer.from(Array.from({ length: size }, () => this.next++ & 0xff));
  }

  // Every line carries what can be seen of every stream then.
  say(line) {
    const states = Object.keys(this.streams).length === 0 ? []
      : Object.entries(this.streams).map(([name, s]) => name === 'r' ? seenR(s) : seenW(s));
    this.log.push(line + ' | ' + states.join(' | '));
    if (this.streams.r && hasLostCount(this.streams.r)) broke('Node has lost count');
  }
}

// A read within _read takes what it read off the count twice.
function hasLostCount(r) {
  const held = [...r._readableState.buffer].filter((chunk) => chunk !== null);
  const count = r.readableObjectMode ? held.length
    : held.reduce((sum, chunk) => sum + chunk.length, 0);
  return count !== r.readableLength;
}

function seenR(r) {
  return [r.readableLength, r.readableHighWaterMark, r.readableFlowing, flags([
    r.isPaused(), r.readable, r.readableEnded, r.readableDidRead, r.destroyed, r.closed]),
    label(r.errored)].join(' ');
}

function seenW(w) {
  return [w.writableLength, w.writableCorked, flags([
    w.writable, w.writableNeedDrain, w.writableEnded, w.writableFinished, w.destroyed, w.closed]),
    label(w.errored)].join(' ');
}

function flags(values) {
  return values.map((value) => (value ? '1' : '0')).join('');
}

function show(chunk) {
  return Buffer.isBuffer(chunk) ? '[' + [...chunk].join(' ') + ']' : String(chunk);
}

function label(error) {
  return error ? error.code || error.message : '-';
}

let run = null;
let broken = false;
const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line) => {
  run = new Run(JSON.parse(line), (log) => {
    if (!broken) process.stdout.write(JSON.stringify(log) + '\n');
  });
});

// Where Node's own code throws or loses count the log ends, and so does this Node: its streams are
// broken then.
function broke(why) {
  if (broken) return;
  broken = true;
  process.stdout.write(JSON.stringify([...run.log, 'broke: ' + why]) + '\n', () => process.exit());
}

process.on('uncaughtException', (error) => broke(error.stack));
