'use strict';
// Who did what to which bytes: to find a layout where there is none yet, or where it was wrong.

{
  const sabring = (globalThis[Symbol.for('sabring recorder')] ??= {});
  const { TYPES } = sabring.values;
  const STORES = ['store', 'add', 'exchange'];

  /** Every word that was accessed, by buffer and offset: who stored to it and who loaded it how often. */
  function wordsOf(threads) {
    const words = new Map();
    for (const { name, steps } of threads) {
      for (const { buffer, at, type, access, mode } of steps) {
        const key = `${buffer} ${at} ${type}`;
        const word = words.get(key) ?? { buffer, at, type, stores: {}, loads: {}, atomic: false };
        words.set(key, word);
        const counts = STORES.includes(access) ? word.stores : word.loads;
        counts[name] = (counts[name] ?? 0) + 1;
        word.atomic ||= mode !== 'plain';
      }
    }
    return [...words.values()].sort((a, b) => a.buffer - b.buffer || a.at - b.at);
  }

  const roles = (word) => [word.type, word.atomic, Object.keys(word.stores).sort(), Object.keys(word.loads).sort()].join(' / ');

  /** Words next to each other that are used alike, as one: `{ ...first word, until }`. */
  function regionsOf(words) {
    const regions = [];
    for (const word of words) {
      const last = regions.at(-1);
      const { width } = TYPES[word.type];
      if (last?.buffer === word.buffer && last.until === word.at && roles(last) === roles(word)) {
        last.until += width;
        for (const kind of ['stores', 'loads']) {
          for (const [name, count] of Object.entries(word[kind])) last[kind][name] += count;
        }
      } else {
        regions.push({ ...word, stores: { ...word.stores }, loads: { ...word.loads }, until: word.at + width });
      }
    }
    return regions;
  }

  function tell(region) {
    const { buffer, at, until, type, atomic, stores, loads } = region;
    const bytes = until - at === TYPES[type].width ? `byte ${at}` : `bytes ${at} to ${until - 1}`;
    const who = (counts) => Object.entries(counts).map(([name, count]) => `${name} ${count}x`).join(', ') || 'nobody';
    return `  buffer ${buffer}, ${bytes}: ${type}, ${atomic ? 'Atomics' : 'plain'}; stored by ${who(stores)}; loaded by ${who(loads)}`;
  }

  /** Who stores to it again and again; who stores once or twice sets up. */
  function writerOf({ stores }) {
    const [most, next] = Object.entries(stores).sort((a, b) => b[1] - a[1]);
    if (most === undefined || (next !== undefined && next[1] * 2 > most[1])) return undefined;
    return most[0];
  }

  const usedByOther = (word, writer) => Object.keys(word.loads).some((name) => name !== writer);
  const mostLoaded = (words) => words.sort((a, b) => total(b.loads) - total(a.loads))[0];
  const total = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);

  /** A layout that this run may have, or undefined: the slots are where one thread stores and the other loads plainly. */
  function suggest(words, regions) {
    const shared = words.map((word) => ({ ...word, writer: writerOf(word) })).filter((it) => it.writer !== undefined && usedByOther(it, it.writer));
    const data = regions
      .map((region) => ({ ...region, writer: writerOf(region) }))
      .filter((region) => !region.atomic && region.writer !== undefined && usedByOther(region, region.writer))
      .sort((a, b) => (b.until - b.at) / TYPES[b.type].width - (a.until - a.at) / TYPES[a.type].width)[0];
    if (data === undefined) return undefined;
    const cursors = shared.filter((it) => TYPES[it.type].whole && it.atomic && !(it.buffer === data.buffer && it.at >= data.at && it.at < data.until));
    const write = mostLoaded(cursors.filter((it) => it.writer === data.writer));
    const read = mostLoaded(cursors.filter((it) => it.writer !== data.writer));
    if (write === undefined || read === undefined) return undefined;
    const place = ({ at, type, buffer }) => ({
      at,
      ...(type === 'Int32' ? {} : { type }),
      ...(buffer === write.buffer ? {} : { buffer }),
    });
    const short = (told) => (Object.keys(told).length === 1 ? told.at : told);
    const layout = { ...(write.buffer === 1 ? {} : { buffer: write.buffer }) };
    return { ...layout, write: short(place(write)), read: short(place(read)), data: short(place(data)) };
  }

  /** Lines for a reader: what was seen, and what layout that may be. */
  function survey(threads, lengths) {
    const words = wordsOf(threads);
    const regions = regionsOf(words);
    const lines = ['what was seen:'];
    lengths.forEach((length, i) => {
      const mine = regions.filter((region) => region.buffer === i + 1);
      if (mine.length > 0) lines.push(`  buffer ${i + 1} has ${length} bytes`, ...mine.slice(0, 20).map(tell));
      if (mine.length > 20) lines.push(`  buffer ${i + 1}: and ${mine.length - 20} more`);
    });
    const layout = suggest(words, regions);
    if (layout !== undefined) {
      lines.push('this may be the layout:', `  SABRING_LAYOUT='${JSON.stringify(layout)}'`);
    }
    return { lines, layout };
  }

  sabring.survey = { survey };
}
