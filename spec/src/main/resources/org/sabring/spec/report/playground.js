// The playground: the reader is the scheduler.

(function playground() {
  const play = data.playground;
  const root = document.getElementById('play');
  let graph = readGraph(play, play.machines[0]);
  let walk = [];

  const place = () => walk[walk.length - 1] || beginning;

  /** A state of the graph as a scene. */
  function scene(number) {
    const s = graph.state(number);
    const words = Object.fromEntries(['WRITE', 'READ', 'PRODUCED', 'CONSUMED', 'PRODUCER_WAITS', 'CONSUMER_WAITS'].map((name) => [name, s[name]]));
    const slots = Array.from({ length: play.capacity }, (_, slot) => s['slot' + slot]);
    const says = (step) => (/Done$/.test(step) ? 'has ended' : /Asleep$/.test(step) ? play.says[play.steps.indexOf(step)] : 'next: ' + step);
    return {
      words, slots, beside: '', views: [],
      asleep: (s.pStep === 'PAsleep' ? 'P' : '') + (s.cStep === 'CAsleep' ? 'C' : ''),
      knows: { P: { WRITE: s.pWrite, READ: s.pRead }, C: { WRITE: s.cWrite, READ: s.cRead } },
      stands: { P: says(s.pStep), C: says(s.cStep) },
    };
  }

  const slot = (word) => cursor(word).slot;

  /** A step taken, as a line of a counterexample. */
  function line(one) {
    const s = graph.state(one.at);
    const p = one.side === 'P';
    const did = {
      LoadWrite: () => 'WRITE is ' + (p ? s.pWrite : s.cWrite), LoadRead: () => 'READ is ' + (p ? s.pRead : s.cRead),
      Publish: () => (p ? 'WRITE := ' + s.WRITE : 'READ := ' + s.READ),
      Close: () => 'WRITE := ' + s.WRITE, Cancel: () => 'READ := ' + s.READ,
      WriteSlot: () => `slot${slot(s.pWrite)} := ` + s['slot' + slot(s.pWrite)], ReadSlot: () => `slot${slot(s.cRead)} is ` + s.cElement,
      CountProduced: () => 'PRODUCED := ' + s.PRODUCED, CountConsumed: () => 'CONSUMED := ' + s.CONSUMED,
      CountWait: () => (p ? 'PRODUCER_WAITS := ' + s.PRODUCER_WAITS : 'CONSUMER_WAITS := ' + s.CONSUMER_WAITS),
      Wait: () => (stands(s, one.side) === one.side + 'Asleep' ? 'sleeps' : 'has changed, goes on'),
    }[one.step.slice(1)];
    const text = one.step + ' ' + (did ? did() : play.says[play.steps.indexOf(one.step)]);
    return { ...scene(one.at), side: one.side, text: (one.call ? one.call + ': ' : '') + text, memory: '', note: '' };
  }

  const mistakes = el('select', { 'aria-label': 'mistake', onchange: () => { graph = readGraph(play, play.machines[mistakes.selectedIndex]); walk = []; show(''); } },
    play.machines.map((machine) => el('option', {}, machine.name || 'no mistake: the law')));
  const back = el('button', { type: 'button', onclick: () => { walk.pop(); show(''); } }, '◀ back');
  const again = el('button', { type: 'button', onclick: () => { walk = []; show(''); } }, '|◀ begin again');
  const find = el('button', { type: 'button', onclick: breach }, 'break it for me');
  const says = el('p', { class: 'now', 'aria-live': 'polite' });
  const choices = el('div', { class: 'choices' });
  const rules = el('ul', { class: 'promises' });
  const board = el('div', { class: 'board' });
  const scroller = el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'steps taken' });
  const shared = el('code', { class: 'shared' });
  const given = el('input', { type: 'text', 'aria-label': 'a schedule, or such a command', placeholder: 'paste a schedule or such a command' });
  const load = el('button', { type: 'button', onclick: replay }, 'replay');

  function breach() {
    const way = findBreach(graph, place());
    if (way) walk = walk.concat(way);
    show(way ? `${way.length} more steps.` : `No schedule from here breaks a promise: all of them were searched, in ${graph.size} states.`);
  }

  function replay() {
    try {
      const named = /--mistake (\w+)/.exec(given.value);
      const wanted = named ? play.machines.findIndex((machine) => machine.name === named[1]) : /explore/.test(given.value) ? 0 : mistakes.selectedIndex;
      if (wanted < 0) throw new Error(`${named[1]} is not in the playground`);
      const other = readGraph(play, play.machines[wanted]);
      const taken = follow(other, given.value);
      mistakes.selectedIndex = wanted;
      graph = other;
      walk = taken;
      show(`${walk.length} steps replayed.`);
    } catch (error) {
      show(error.message);
    }
  }

  function take(next) {
    walk.push(next);
    show('');
  }

  function choose(side) {
    return possible(graph, place()).filter((one) => one.side === side).map((one) => el('button', {
      type: 'button', class: side, onclick: () => take(one), title: play.says[play.steps.indexOf(one.step)],
    }, el('b', {}, names[side]), ' ', one.call ? one.call + ': ' : '', one.step));
  }

  function show(message) {
    const here = place();
    const wrong = graph.broken(here.at);
    const focused = choices.contains(document.activeElement);
    const lines = walk.map(line);
    says.replaceChildren(message || graph.machine.mistake || 'The law. Choose who takes the next step.',
      wrong.length ? el('span', { class: 'note' }, ' Broken: ' + wrong.map((one) => one.name).join(', ')) : '');
    choices.replaceChildren(el('div', {}, choose('P')), el('div', {}, choose('C')));
    rules.replaceChildren(...play.promises.map((one) => {
      const isBroken = wrong.includes(one);
      return el('li', { class: isBroken ? 'broken' : false }, isBroken ? '✗ ' : '✓ ', one.name, ' ',
        el('span', { class: 'faint' }, one.rules.map((rule) => [el('a', { href: '#' + rule }, rule), ' '])));
    }));
    board.replaceChildren(...drawScene(scene(here.at), walk.length ? scene((walk[walk.length - 2] || beginning).at) : null));
    scroller.replaceChildren(drawHeads(), drawSequence(lines));
    const rows = scroller.querySelectorAll('.row');
    if (rows.length) rows[rows.length - 1].setAttribute('class', 'row current');
    scroller.scrollTop = scroller.scrollHeight;
    shared.textContent = command(play, graph, walk);
    back.disabled = again.disabled = walk.length === 0;
    root.dataset.steps = walk.length;
    root.dataset.broken = wrong.flatMap((one) => one.rules).join(' ');
    if (focused) (choices.querySelector('button') || back).focus();
  }

  root.addEventListener('keydown', (event) => {
    if (/INPUT|SELECT/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toUpperCase();
    const next = possible(graph, place()).find((one) => one.side === key);
    if (next) take(next);
    if (key === 'B' && walk.length) back.click();
    if (document.activeElement === document.body || document.activeElement.disabled) root.querySelector('.stage').focus();
  });

  root.append(el('div', { class: 'stage', tabindex: 0, role: 'group', 'aria-label': 'playground' },
    el('div', { class: 'controls' }, mistakes, back, again, find),
    says, choices,
    el('div', { class: 'boards' }, el('div', {}, scroller, rules), board),
    el('p', { class: 'small' }, 'The same on the Java ring here:'), shared,
    el('div', { class: 'controls' }, given, load)));
  show('');
})();
