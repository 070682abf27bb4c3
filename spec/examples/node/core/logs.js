'use strict';
// The threads' logs read back: each thread's steps, with what became of them.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});

  /** The steps in a log, and what it says of what the threads share. A last line without its end was never written whole. */
  function stepsOf(text) {
    const steps = [];
    const begun = new Map(); // waits by their order
    let shared = { lengths: [], mixed: 0, unseen: 0 };
    let left = 0; // loads that were left out
    for (const told of text.split('\n').slice(0, -1)) {
      const record = JSON.parse(told);
      left += record.left ?? 0;
      if ('lengths' in record) {
        shared = record;
      } else if ('access' in record) {
        steps.push(record);
        if (record.access === 'wait') begun.set(record.order, record);
      } else if ('of' in record) {
        const { of, ...outcome } = record;
        Object.assign(begun.get(of), outcome);
      } else {
        Object.assign(steps.at(-1), record);
      }
    }
    return { steps, shared, left };
  }

  const isPending = (step, access, outcome) => step.access === access && !(outcome in step);
  const placeOf = (step) => `${step.buffer} ${step.at}`;
  const inOrder = (a, b) => a.order - b.order;

  /**
   * Settles the waits and notifications that were cut short. Each notification that wakes a side and
   * each waking it causes are counted once, so the one that was logged tells of the one that was not.
   */
  function settle(threads) {
    const all = threads.flatMap((thread) => thread.steps).sort(inOrder);
    const unexplained = {}; // place to wakings less notifications
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
    for (const thread of threads) thread.steps = thread.steps.filter((step) => !isPending(step, 'notify', 'woken'));
  }

  /**
   * Waits that did not block although the format's do. When the thread took no step before the word
   * of its end came, nobody can tell the difference. Otherwise all that is left of it is that it read
   * the expected value, and the notification that woke it woke one less.
   *
   * @returns how many of the latter there were
   */
  function straighten(threads) {
    let loosened = 0;
    const all = threads.flatMap((thread) => thread.steps).sort(inOrder);
    for (const { steps } of threads) {
      steps.forEach((step, i) => {
        if (!step.async || step.result === 'not-equal' || step.result === undefined && i === steps.length - 1) return;
        const next = steps[i + 1];
        if (next === undefined || (step.awoke ?? Infinity) < next.order) return;
        loosened++;
        if (step.result === 'ok') {
          const waker = all.findLast((it) => it.woken > 0 && placeOf(it) === placeOf(step) && it.order < (step.awoke ?? Infinity));
          if (waker !== undefined) waker.woken--;
        }
        const { order, buffer, at, type, expected: value } = step;
        steps[i] = { order, buffer, at, type, access: 'load', value, mode: 'volatile' };
      });
    }
    return loosened;
  }

  /** What the threads share, as the one says that saw the most of it. */
  function latest(logs) {
    const most = logs.map((log) => log.shared).reduce((a, b) => (b.lengths.length > a.lengths.length ? b : a), { lengths: [] });
    const any = (key) => logs.some((log) => log.shared[key] !== 0);
    return { lengths: most.lengths, mixed: any('mixed'), unseen: any('unseen'), left: logs.reduce((sum, log) => sum + log.left, 0) };
  }

  /**
   * Logs `[{ name, text }]` as threads `{ name, steps }`, how many waits overlapped other steps, and
   * what the threads share.
   */
  function readLogs(logs) {
    const read = logs.map(({ name, text }) => ({ name, ...stepsOf(text) }));
    const threads = read
      .filter(({ steps }) => steps.length > 0)
      .sort((a, b) => inOrder(a.steps[0], b.steps[0]));
    settle(threads);
    const loosened = straighten(threads);
    return { threads, loosened, shared: latest(read) };
  }

  /** Whether somebody sleeps at the end, and whether that is for ever unless notified. */
  function sleepers(threads) {
    const asleep = threads.map(({ steps }) => steps.at(-1)).filter((step) => step && isPending(step, 'wait', 'result'));
    return { any: asleep.length > 0, bounded: asleep.some((step) => step.bounded) };
  }

  sabring.logs = { readLogs, sleepers };
}
