// The matrix of mutants: which rows are shown, in which order, and what a cell says.

(function matrix() {
  const body = document.querySelector('.heat tbody');
  const rows = [...body.rows];
  const caughtBy = (row) => row.querySelectorAll('[data-kind="caught"]').length;
  const orders = {
    'as in the catalogue': () => 0,
    'by name': (a, b) => a.id.localeCompare(b.id),
    'caught by fewest first': (a, b) => caughtBy(a) - caughtBy(b),
    'caught by most first': (a, b) => caughtBy(b) - caughtBy(a),
  };
  const families = ['all families', ...new Set(rows.map((row) => row.dataset.family))];
  const options = (names) => names.map((name) => el('option', {}, name));
  const family = el('select', { 'aria-label': 'family of mutants' }, options(families));
  const order = el('select', { 'aria-label': 'order' }, options(Object.keys(orders)));
  const count = el('output', { class: 'faint small' });

  function arrange() {
    const shown = rows.filter((row) => family.selectedIndex === 0 || row.dataset.family === family.value);
    body.replaceChildren(...shown.sort(orders[order.value]));
    count.textContent = `${shown.length} of ${rows.length}`;
  }

  family.addEventListener('change', arrange);
  order.addEventListener('change', arrange);
  document.getElementById('order').append(family, order, count);
  arrange();

  /** The counterexamples of a cell: those of its layer's checks that have one. */
  function stories(cell, mutant) {
    const checks = cell.dataset.checks.split('|');
    const all = document.querySelectorAll(`#layer-${cell.dataset.layer} .check`);
    const own = [...all].filter((check) => checks.includes(check.dataset.name) || check.dataset.name === mutant.id);
    return cell.dataset.kind === 'caught' ? own.map((check) => check.querySelector('details.story')).filter(Boolean) : [];
  }

  const told = document.getElementById('cell');
  body.addEventListener('click', (event) => {
    const cell = event.target.closest('.cell');
    if (!cell) return;
    const mutant = cell.closest('tr');
    const { schedule: way, reports } = mutant.dataset;
    document.querySelectorAll('.cell[aria-pressed]').forEach((one) => one.removeAttribute('aria-pressed'));
    cell.setAttribute('aria-pressed', 'true');
    const found = cell.dataset.is === 'UNKNOWN' ? 'Its layer did not run here.' : `This run: ${cell.dataset.is}. ${cell.dataset.measured}`;
    told.replaceChildren(
      el('h3', {}, `${mutant.id}, ${cell.dataset.column}`),
      el('p', {}, mutant.dataset.mistake),
      el('p', {}, cell.dataset.says),
      el('p', { class: 'faint' }, found),
      el('p', { class: 'small' }, way ? `Shortest way on ${mutant.dataset.memory}: ` : '', way ? el('code', {}, way) : '', way ? '. ' : '',
        el('code', {}, `./sabring explain ${mutant.id}`), ' says the same.'),
      reports ? el('p', { class: 'small faint' }, 'A real program did it: ' + reports) : '',
      el('p', { class: 'controls' }, stories(cell, mutant).map((story) => el('button', { type: 'button', onclick: () => reveal(story) }, 'step through: ', story.querySelector('summary').textContent))));
  });
})();
