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

  const told = document.getElementById('cell');
  body.addEventListener('click', (event) => {
    const cell = event.target.closest('.cell');
    if (!cell) return;
    const mutant = cell.closest('tr');
    const way = mutant.dataset.schedule;
    document.querySelectorAll('.cell[aria-pressed]').forEach((one) => one.removeAttribute('aria-pressed'));
    cell.setAttribute('aria-pressed', 'true');
    const found = cell.dataset.is === 'UNKNOWN' ? 'Its layer did not run here.' : `This run: ${cell.dataset.is}. ${cell.dataset.measured}`;
    told.replaceChildren(
      el('h3', {}, `${mutant.id}, ${cell.dataset.column}`),
      el('p', {}, mutant.dataset.mistake),
      el('p', {}, cell.dataset.says),
      el('p', { class: 'faint' }, found),
      el('p', { class: 'small' }, way ? `Shortest way on ${mutant.dataset.memory}: ` : '', way ? el('code', {}, way) : '',
        ' ', el('code', {}, `./sabring explain ${mutant.id}`), ' draws it.'));
  });
})();
