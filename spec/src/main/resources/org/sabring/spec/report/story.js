// Counterexamples, stepped through with keys and buttons. The text that is there without script
// gives way to the stage when the reader opens it.

function buildStage(story) {
  const lines = story.lines;
  let at = 0;
  const count = el('output', { class: 'count' });
  const now = el('p', { class: 'now', 'aria-live': 'polite' });
  const board = el('div', { class: 'board' });
  const sequence = drawSequence(lines);
  const scroller = el('div', { class: 'scroller', tabindex: 0, role: 'group', 'aria-label': 'sequence diagram' }, drawHeads(), sequence);
  const button = (text, label, to) => el('button', { type: 'button', 'aria-label': label, title: label, onclick: () => show(to()) }, text);
  const back = [button('|◀', 'first step (Home)', () => 0), button('◀', 'step back (←)', () => at - 1)];
  const on = [button('▶', 'next step (→)', () => at + 1), button('▶|', 'last step (End)', () => lines.length - 1)];
  const rows = lines.map((line, i) => el('tr', { onclick: () => show(i) },
    el('td', {}, String(i)),
    el('td', { class: 'P' }, line.side === 'P' ? line.text : ''),
    el('td', { class: 'C' }, line.side === 'C' ? line.text : ''),
    el('td', { class: 'faint' }, (line.side ? '' : line.text + ' ') + line.memory, line.note ? el('b', { class: 'note' }, ' ' + line.note) : null)));
  const table = el('table', { class: 'small lines' },
    el('thead', {}, el('tr', {}, ['step', 'producer', 'consumer', 'memory after it'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows));

  function show(to) {
    at = Math.max(0, Math.min(lines.length - 1, to));
    const line = lines[at];
    count.textContent = `step ${at} of ${lines.length - 1}`;
    now.replaceChildren(el('b', { class: line.side || false }, line.side ? names[line.side] + ': ' : ''), line.text || 'at first', line.note ? el('span', { class: 'note' }, ' — ' + line.note) : '');
    board.replaceChildren(...drawScene(line, at > 0 ? lines[at - 1] : null));
    [...sequence.querySelectorAll('.row')].forEach((row, i) => row.setAttribute('class', 'row' + (i === at ? ' current' : i > at ? ' future' : '')));
    rows.forEach((row, i) => (i === at ? row.setAttribute('aria-current', 'step') : row.removeAttribute('aria-current')));
    showRow(scroller, sequence, at);
    back.forEach((one) => (one.disabled = at === 0));
    on.forEach((one) => (one.disabled = at === lines.length - 1));
    stage.dataset.at = at;
  }

  const keys = { ArrowRight: () => at + 1, ArrowLeft: () => at - 1, Home: () => 0, End: () => lines.length - 1 };
  const stage = el('div', {
    class: 'stage', tabindex: 0, role: 'group', 'aria-label': story.title + ', step by step',
    onkeydown: (event) => {
      if (!keys[event.key]) return;
      event.preventDefault();
      show(keys[event.key]());
      if (document.activeElement.disabled) stage.focus();
    },
  },
    el('div', { class: 'controls' }, back, on, count, el('span', { class: 'faint small' }, 'or ← → Home End')),
    now,
    el('div', { class: 'boards' }, scroller, board),
    el('details', {}, el('summary', {}, 'as a table'), el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'the steps as a table' }, table)));
  stage.addEventListener('shown', () => show(at));
  return stage;
}

document.querySelectorAll('details.story').forEach((details, i) => {
  const open = () => {
    if (!details.open || details.querySelector('.stage')) return;
    const stage = buildStage(data.stories[i]);
    details.append(stage);
    details.querySelector('pre').classList.add('paper');
    stage.dispatchEvent(new Event('shown'));
  };
  details.addEventListener('toggle', open);
  open();
});

/** Opens a counterexample, and all that it stands in, and goes there. */
function reveal(story) {
  for (let at = story; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  setTimeout(() => { // the stage is built when the browser says that its details are open
    const stage = story.querySelector('.stage');
    stage.scrollIntoView({ block: 'center' });
    stage.focus({ preventScroll: true });
  }, 50);
}

/** A link to a check opens the layer that it stands in, and its counterexample. */
function revealCheck() {
  const check = /^#check-/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!check) return;
  for (let at = check; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  check.querySelectorAll('details.story').forEach((story) => { story.open = true; });
  check.scrollIntoView({ block: 'start' });
  check.focus({ preventScroll: true });
}

window.addEventListener('hashchange', revealCheck);
document.addEventListener('click', (event) => { // the same link again changes nothing that the browser tells
  if (event.target.closest('a[href^="#check-"]')) setTimeout(revealCheck);
});
revealCheck();
