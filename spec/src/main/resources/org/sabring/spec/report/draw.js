'use strict';
// Drawings. Text from the data becomes text nodes and never markup.

const data = JSON.parse(document.getElementById('data').textContent);
const names = { P: 'producer', C: 'consumer' };

function make(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

function el(tag, attributes, ...children) {
  return make(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return make(document.createElementNS(document.getElementById('ink').namespaceURI, tag), attributes, children);
}

/** A cursor word as a slot and a flag: "1!" and "1+flag" say that its side has closed or cancelled. */
function cursor(word) {
  const found = /^(\d+)(!|\+flag)?$/.exec(word === undefined ? '' : word);
  return found && { slot: Number(found[1]), flagged: Boolean(found[2]) };
}

function isStored(slot, read, write, capacity) {
  return (slot - read.slot + capacity) % capacity < (write.slot - read.slot + capacity) % capacity;
}

/** The ring: its slots in a circle, and where the cursors point. */
function drawRing(scene, before) {
  const capacity = scene.slots.length;
  const write = cursor(scene.words.WRITE);
  const read = cursor(scene.words.READ);
  const at = (slot, radius, turn) => {
    const angle = ((slot + (turn || 0)) / capacity) * 2 * Math.PI - Math.PI / 2;
    return { x: 130 + radius * Math.cos(angle), y: 130 + radius * Math.sin(angle) };
  };
  const parts = [svg('circle', { cx: 130, cy: 130, r: 62, class: 'track' })];
  scene.slots.forEach((value, slot) => {
    const place = at(slot, 62);
    const stored = write && read && isStored(slot, read, write, capacity);
    const changed = before && before.slots[slot] !== value;
    parts.push(svg('circle', { cx: place.x, cy: place.y, r: 25, class: 'slot' + (stored ? ' stored' : '') + (changed ? ' changed' : '') }));
    parts.push(svg('text', { x: place.x, y: place.y + 5, class: 'value' }, value));
    const inside = at(slot, 24);
    parts.push(svg('text', { x: inside.x, y: inside.y + 4, class: 'index' }, String(slot)));
  });
  const pointer = (name, side, word, turn) => {
    if (!word || word.slot >= capacity) return;
    const tip = at(word.slot, 90, turn);
    const label = at(word.slot, 112, turn);
    const moved = before && before.words[name] !== scene.words[name];
    parts.push(svg('circle', { cx: tip.x, cy: tip.y, r: moved ? 6 : 4, class: 'pointer ' + side }));
    parts.push(svg('text', { x: label.x, y: label.y + 4, class: 'cursor ' + side + (moved ? ' moved' : '') }, name));
  };
  const turn = Math.min(0.055 * capacity, 0.3);
  pointer('WRITE', 'P', write, turn);
  pointer('READ', 'C', read, -turn);
  const says = 'Ring of ' + capacity + ' slots: ' + scene.slots.join(', ') + '; WRITE ' + scene.words.WRITE + ', READ ' + scene.words.READ;
  return svg('svg', { viewBox: '0 0 260 260', class: 'ring', role: 'img', 'aria-label': says }, parts);
}

function drawSide(letter, scene) {
  const known = Object.entries(scene.knows[letter] || {}).map(([word, value]) => {
    const slot = /^slot(\d+)$/.exec(word);
    const now = slot ? scene.slots[Number(slot[1])] : scene.words[word];
    const stale = now !== undefined && now !== value;
    return el('li', {}, word + ' ' + value, stale ? el('span', { class: 'stale' }, ' now ' + now) : null);
  });
  const views = (scene.views || [])
    .filter((view) => view.side === letter)
    .map((view) => el('li', { class: 'view' }, 'may load ' + view.word + ' as ' + view.values.join(' or ')));
  const sleeps = scene.asleep.includes(letter);
  return el('div', { class: 'side ' + letter },
    el('p', { class: 'name' }, names[letter], sleeps ? el('span', { class: 'sleeps' }, ' sleeps') : null),
    scene.stands ? el('p', { class: 'faint small' }, scene.stands[letter]) : null,
    known.length ? el('p', { class: 'faint small' }, 'has seen') : null,
    known.length ? el('ul', {}, known) : null,
    views.length ? el('ul', {}, views) : null);
}

/** All that a scene says: ring, words, and for each side whether it sleeps and what it knows. */
function drawScene(scene, before) {
  const isRing = scene.slots.length > 1;
  const words = Object.entries(scene.words).map(([name, value]) => {
    const changed = before && before.words[name] !== value;
    return el('li', { class: changed ? 'changed' : false }, el('span', { class: 'faint' }, name + ' '), value);
  });
  const loose = isRing ? [] : scene.slots.map((value, slot) => el('li', {}, el('span', { class: 'faint' }, 'slot' + slot + ' '), value));
  return [
    isRing ? drawRing(scene, before) : null,
    el('ul', { class: 'words' }, words, loose),
    scene.beside ? el('p', { class: 'small view' }, scene.beside) : null,
    isRing || words.length || loose.length || !scene.memory ? null : el('p', { class: 'words' }, scene.memory),
    el('div', { class: 'sides' }, drawSide('P', scene), drawSide('C', scene)),
  ].filter(Boolean);
}

const ROW = 30;
const FIRST = 20;

/** Where the lifelines stand: closer together on a phone, so that the letters stay readable. */
const WIDTH = matchMedia('(max-width: 40rem)').matches ? 300 : 420;
const LIFELINE = { P: 14, memory: WIDTH / 2, C: WIDTH - 14 };

/** A step in few characters: without the call before it, the mode, and what the call returns. */
function brief(text) {
  const plain = text.replace(/^(?!wait |notify )[a-z][^:]*: /, '').replace(/ \([a-z]+\)/, '').replace(/ -> .*/, '');
  const room = Math.floor((WIDTH - 40) / 6.4);
  return plain.length > room ? plain.slice(0, room - 1) + '…' : plain;
}

function drawArrow(line, y) {
  if (!line.side) {
    return [svg('text', { x: LIFELINE.memory, y: y + 4, class: 'label middle' }, brief(line.text || 'at first'))];
  }
  const own = LIFELINE[line.side];
  const peer = LIFELINE[line.side === 'P' ? 'C' : 'P'];
  const inward = line.side === 'P' ? 1 : -1;
  const label = svg('text', { x: own + 8 * inward, y: y - 4, class: 'label ' + (inward > 0 ? 'start' : 'end') }, brief(line.text));
  const head = (x, way) => svg('path', { d: `M${x} ${y} l${-7 * way} -4 v8 z`, class: 'head ' + line.side });
  const shaft = (from, to, kind) => svg('line', { x1: from, y1: y, x2: to, y2: y, class: kind + ' ' + line.side });
  if (/notif/i.test(line.text)) return [shaft(own, peer, 'shaft call'), head(peer, inward), label];
  if (/sleeps|waits on|[PC]Wait\b|never (woke|came back)$/.test(line.text)) return [svg('circle', { cx: own, cy: y, r: 4, class: 'head ' + line.side }), label];
  if (/ is |^(\d+: )?(\w+: )?(load |take|poll|peek)/.test(line.text)) return [shaft(LIFELINE.memory, own, 'shaft'), head(own, -inward), label];
  return [shaft(own, LIFELINE.memory, 'shaft'), head(LIFELINE.memory, inward), label];
}

/** The sequence diagram: time goes down, a bar on a lifeline is sleep. */
function drawSequence(lines) {
  const height = 10 + lines.length * ROW;
  const parts = ['P', 'memory', 'C'].map((who) =>
    svg('line', { x1: LIFELINE[who], y1: 0, x2: LIFELINE[who], y2: height, class: 'life' }));
  lines.forEach((line, i) => {
    const y = FIRST + i * ROW;
    const bar = (side, from, to) => svg('line', { x1: LIFELINE[side], y1: from, x2: LIFELINE[side], y2: to, class: 'asleep ' + side });
    const slept = i > 0 ? [...lines[i - 1].asleep].map((side) => bar(side, y - 17, y)) : [];
    const sleep = slept.concat([...line.asleep].map((side) => bar(side, y, y + 13)));
    const band = svg('rect', { x: 0, y: y - 17, width: WIDTH, height: ROW - 2, class: 'band' });
    parts.push(svg('g', { class: 'row' }, band, sleep, drawArrow(line, y), svg('title', {}, line.text)));
  });
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, class: 'sequence', role: 'img', 'aria-label': 'Sequence diagram; the table says the same' }, parts);
}

/** Who is who above a sequence diagram; it stays when the diagram scrolls. */
function drawHeads() {
  return el('div', { class: 'heads' }, el('b', { class: 'P' }, names.P), el('b', {}, 'memory'), el('b', { class: 'C' }, names.C));
}

/** Scrolls to a row of a diagram. */
function showRow(scroller, sequence, row) {
  scroller.scrollTop = (FIRST + row * ROW) * (sequence.clientWidth / WIDTH) - scroller.clientHeight / 2;
}
