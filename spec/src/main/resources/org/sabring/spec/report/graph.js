// The state graph that was exported from the law, and walks in it. Nothing here knows the protocol;
// what it adds are calls: where one begins, and that a side in a call does not begin another.

function readGraph(play, machine) {
  const width = play.fields.length;
  const out = machine.edges.split(';').slice(0, -1).map((edges) => edges.split(',').filter(Boolean).map((edge) =>
    ({ step: play.steps[parseInt(edge[0], 36)], to: parseInt(edge.slice(1), 36) })));
  const word = (digit) => (/[A-Z]/.test(digit) ? digit.charCodeAt(0) - 65 + '!' : String(parseInt(digit, 36)));
  const state = (number) => {
    const text = machine.states.slice(number * width, (number + 1) * width);
    const fields = Object.fromEntries(play.fields.map((name, i) => [name, word(text[i])]));
    fields.pStep = play.steps[Number(fields.pStep)];
    fields.cStep = play.steps[Number(fields.cStep)];
    return fields;
  };
  const broken = (number) => (machine.broken[number] || []).map((one) => play.promises[one]);
  return { machine, out, state, broken, size: out.length };
}

const IDLE = { P: 'PLoadWrite', C: 'CLoadWrite' };
const stands = (state, side) => (side === 'P' ? state.pStep : state.cStep);
const within = (call) => !/^(close|cancel)$/.test(call);

/** Where a walk is: a state, and for each side the call it is in. */
const beginning = { at: 0, calls: { P: '', C: '' }, side: '', letter: '', call: '' };

/** The steps that can be taken from a place in a walk. */
function possible(graph, place) {
  const before = graph.state(place.at);
  return graph.out[place.at].map(({ step, to }) => {
    const side = step[0];
    const after = graph.state(to);
    const begins = stands(before, side) === IDLE[side] && !place.calls[side];
    const ends = /^(PClose|CCancel)$/.test(stands(after, side)) && stands(before, side) === IDLE[side];
    if (ends && place.calls[side]) return null;
    const name = side === 'P' ? (ends ? 'close' : 'put ' + before.pElement) : ends ? 'cancel' : 'take';
    const call = begins ? name : place.calls[side];
    const returns = !begins && !/Wait$|Wake$/.test(step) && (stands(after, side) === IDLE[side] || /Done$/.test(stands(after, side)));
    return {
      at: to, side, step, call: begins ? name : '',
      letter: side + (/Wake$/.test(step) ? 's' : ''),
      calls: { ...place.calls, [side]: returns ? '' : call },
    };
  }).filter(Boolean);
}

/** A shortest way to a state that breaks a promise, or null: nothing is broken anywhere. */
function findBreach(graph, from) {
  const key = (place) => `${place.at} ${Boolean(place.calls.P)} ${Boolean(place.calls.C)}`;
  const known = new Set([key(from)]);
  let open = [{ place: from, way: null }];
  while (open.length) {
    const next = [];
    for (const one of open) {
      for (const place of possible(graph, one.place)) {
        if (known.has(key(place))) continue;
        known.add(key(place));
        const reached = { place, way: one };
        if (graph.broken(place.at).length) {
          const way = [];
          for (let at = reached; at.way; at = at.way) way.unshift(at.place);
          return way;
        }
        next.push(reached);
      }
    }
    open = next;
  }
  return null;
}

/** The command that takes the same walk on the Java ring. */
function command(play, graph, walk) {
  const called = (side) => walk.filter((place) => place.side === side && place.call).map((place) => place.call).join(', ');
  const wakes = walk.filter((place) => place.letter.length > 1).length;
  return ['./sabring explore --memory sc', `--capacity ${play.capacity}`,
    graph.machine.name ? `--mistake ${graph.machine.name} --from-outside` : '',
    `--producer "${called('P') || 'close'}"`, `--consumer "${called('C') || 'take'}"`,
    wakes ? `--spurious ${wakes}` : '', `--replay ${walk.map((place) => place.letter).join('')}`].filter(Boolean).join(' ');
}

/** Takes the walk of such a command. An error says which step is not possible. */
function follow(graph, text) {
  const option = (name) => (new RegExp(`--${name} (?:"([^"]*)"|(\\S+))`).exec(text) || []).slice(1).find((found) => found !== undefined);
  const calls = { P: (option('producer') || '').split(/, */), C: (option('consumer') || '').split(/, */) };
  const walk = [];
  for (const letter of (option('replay') || text.trim()).match(/[A-Z][a-z0-9]?/g) || []) {
    const place = walk[walk.length - 1] || beginning;
    const side = letter[0];
    const begins = calls[side] && calls[side][0] ? (call) => call === calls[side][0] : within;
    const next = possible(graph, place).find((one) => one.letter === letter && (!one.call || begins(one.call)));
    if (!next) throw new Error(`step ${walk.length + 1} is ${letter}, which is not possible there`);
    if (next.call) calls[side].shift();
    walk.push(next);
  }
  return walk;
}
