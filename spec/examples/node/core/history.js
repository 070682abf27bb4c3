'use strict';
// A queue whose calls and answers are recorded: which method is which operation is all that has to be
// known of it.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  /** Operation to the side that may call it; how many there are may be asked by both. */
  const SIDES = {
    put: 'P', offer: 'P', close: 'P', take: 'C', poll: 'C', peek: 'C', skip: 'C', cancel: 'C', count: undefined, size: undefined,
  };
  const HEADER = ['capacity', 'bound', 'overwrites', 'source'];
  const OPTIONS = [...Object.keys(SIDES), ...HEADER, 'value', 'empty', 'end', 'thread', 'refused'];

  const isThenable = (result) => typeof result?.then === 'function';

  function checked(options) {
    const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
    if (unknown !== undefined) throw new TypeError(`option ${unknown}, expected ${OPTIONS.join(', ')}`);
    if (options.capacity === undefined && options.bound === undefined) {
      throw new TypeError('expected bound: how many elements the queue can hold, or capacity: how many slots, one of which stays empty');
    }
    return options;
  }

  /** A value as the format has it, or an error that says what to do. */
  function scalar(value, options) {
    const told = options.value === undefined ? value : options.value(value);
    if (told === null && !('empty' in options)) {
      throw new TypeError('an element is null, so option empty has to say what an empty queue gives');
    }
    if (told === undefined || (typeof told === 'object' && told !== null) || ['function', 'symbol'].includes(typeof told)) {
      throw new TypeError(`an element is ${typeof told}, expected a number, text, true, false or null; option value says which: value: (it) => it.id`);
    }
    return told;
  }

  /** What a call asked, known before it is made. */
  function asked(op, how, args, options) {
    if (['put', 'offer'].includes(op)) {
      if (!how.values) return { value: scalar(args[0], options) };
      const values = typeof how.values === 'function' ? how.values(args) : args[0];
      return { values: Array.from(values, (it) => scalar(it, options)) };
    }
    if (op === 'skip') return { n: args[0] };
    return how.values && typeof args[0] === 'number' ? { max: args[0] } : {};
  }

  /** What a call was answered. */
  function answered(op, how, args, result, options) {
    switch (op) {
      case 'offer':
        if (!how.values) return { result: Boolean(result) };
        return typeof result === 'number' ? { stored: result } : { result: Boolean(result) };
      case 'put':
        return how.values && typeof result === 'number' ? { stored: result } : {};
      case 'take':
      case 'poll':
      case 'peek':
        return taken(how, args, result, options);
      case 'count':
      case 'size':
        return { value: result };
      case 'skip':
        return { taken: result };
      default:
        return {};
    }
  }

  function taken(how, args, result, options) {
    if ('end' in options && Object.is(result, options.end)) return { end: true };
    const nothing = 'empty' in options ? Object.is(result, options.empty) : result === undefined || result === null;
    if (nothing) return { empty: true };
    if (!how.values) return { value: scalar(result, options) };
    const values = Array.from(typeof how.values === 'function' ? how.values(result, args) : result, (it) => scalar(it, options));
    return values.length === 0 ? { empty: true } : { values };
  }

  /** A call as a line of a history. */
  const lineOf = (record) => sabring.values.line(record) + '\n';

  /**
   * An object that does all that `queue` does, and records the calls that `options` names.
   *
   * @param options operation to the method's name, or to `{ method, values }` when it takes or gives
   *     several: `values` is true, or a function that finds them among the arguments of a put, or in
   *     the result and the arguments of a take. And `bound` or `capacity`, of the queue; what a take
   *     gives when it is `empty` (undefined, null) or at its `end`; `value`, the key of an element that
   *     is an object; `refused(error)`, whether a call threw for want of room or of elements.
   * @param recorder `{ now(), lane(side, options) }`; a lane makes one call at a time, and has
   *     `begin(line)`, `end(line)`, `fail(error)`
   */
  function recordCalls(queue, options, recorder) {
    checked(options);
    const free = { P: [], C: [] }; // lanes of this thread whose call is over
    const wrappers = new Map();
    const puts = options.put !== undefined || options.offer !== undefined;
    for (const [op, of] of Object.entries(SIDES)) {
      if (options[op] === undefined) continue;
      const side = of ?? (puts ? 'P' : 'C');
      const how = typeof options[op] === 'string' ? { method: options[op] } : options[op];
      if (typeof queue[how.method] !== 'function') throw new TypeError(`${op} is ${how.method}, expected the name of a method`);
      wrappers.set(how.method, (...args) => call(op, side, how, args));
    }

    function call(op, side, how, args) {
      const lane = free[side].pop() ?? recorder.lane(side, options);
      const record = { op, ...asked(op, how, args, options), call: recorder.now() };
      lane.begin(lineOf(record));
      const finish = (answer, at = recorder.now()) => {
        const { call: from, ...before } = record;
        lane.end(lineOf({ ...before, ...answer, call: from, return: at }));
        free[side].push(lane);
      };
      const done = (result) => {
        const at = recorder.now();
        finish(answered(op, how, args, result, options), at);
        return result;
      };
      const failed = (error) => {
        if (!options.refused?.(error)) lane.fail(error);
        else finish(side === 'P' ? { op: 'offer', result: false } : { op: 'poll', empty: true });
        throw error;
      };
      let result;
      try {
        result = queue[how.method](...args);
      } catch (error) {
        return failed(error);
      }
      return isThenable(result) ? result.then(done, failed) : done(result);
    }

    return new Proxy(queue, {
      get(target, key) {
        if (wrappers.has(key)) return wrappers.get(key);
        const value = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set: (target, key, value) => Reflect.set(target, key, value, target),
    });
  }

  sabring.history = { recordCalls, HEADER };
}
