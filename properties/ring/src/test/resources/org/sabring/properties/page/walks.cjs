// Walks at random in the playground's graphs, with the page's own script, and prints each walk with
// the command that the page says takes it on the Java ring.
//
//   node walks.cjs DATA.json GRAPH.js HOW_MANY SEED
const fs = require('fs');
const [dataFile, graphFile, howMany, seed] = process.argv.slice(2);
const play = JSON.parse(fs.readFileSync(dataFile, 'utf8')).playground;
const script = fs.readFileSync(graphFile, 'utf8') + '\n({ readGraph, possible, command, follow, beginning });';
const page = (0, eval)(script);

let state = Number(seed) | 1;
function random(bound) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % bound;
}

const walks = [];
for (const machine of play.machines) {
  const graph = page.readGraph(play, machine);
  for (let i = 0; i < Number(howMany); i++) {
    const walk = [];
    let place = page.beginning;
    while (walk.length < 80 && !graph.broken(place.at).length) {
      const next = page.possible(graph, place);
      if (!next.length) break;
      const chosen = next[random(next.length)];
      const last = /^(close|cancel)$/.test(chosen.call);
      if (last && next.length > 1 && random(12)) continue; // else most walks are over at once
      place = chosen;
      walk.push(place);
    }
    const command = page.command(play, graph, walk);
    walks.push({
      machine: machine.name,
      command,
      again: page.follow(graph, command).length,
      steps: walk.map((one) => ({ side: one.side, step: one.step, state: graph.state(one.at) })),
    });
  }
}
process.stdout.write(JSON.stringify(walks));
