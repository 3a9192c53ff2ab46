'use strict';
/* A figure's numbers as a table that spreadsheets and data frames read. */
const csv = (() => {
  /* A text that a spreadsheet would take for a formula is defused by a leading apostrophe. */
  const cell = value => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };

  const tables = {
    Lines: f => [['series', f.x.label, f.y.label, 'low', 'high'],
      ...f.series.flatMap(s => s.x.map((x, k) => [s.name, x, s.y[k], s.low[k], s.high[k]]))],
    Histogram: f => [['from', 'to', ...f.series.map(s => s.name)],
      ...f.edges.slice(1).map((to, k) => [f.edges[k], to, ...f.series.map(s => s.values[k])])],
    Bars: f => [[f.x, ...f.series.flatMap(s => s.low.length > 0 ? [s.name, s.name + ', low', s.name + ', high'] : [s.name])],
      ...f.categories.map((name, k) => [name,
        ...f.series.flatMap(s => s.low.length > 0 ? [s.values[k], s.low[k], s.high[k]] : [s.values[k]])])],
    HeatMap: f => [[f.yLabel, f.xLabel, f.valueLabel],
      ...f.cells.flatMap((row, r) => row.map((v, c) => [f.yTicks[r], f.xTicks[c],
        f.categories.length > 0 && v !== null ? f.categories[v] : v]))],
    Scatter: f => [['group', f.x.label, f.y.label],
      ...f.groups.flatMap(g => g.x.map((x, k) => [g.name, x, g.y[k]]))],
    Comparison: f => [[f.what, 'seeds', ...f.columns.flatMap(c => [c.name, c.name + ', standard deviation', c.name + ', seeds'])],
      ...f.rows.map((row, r) => [row.name, row.seeds, ...f.columns.flatMap(c => [c.means[r], c.deviations[r], c.counts[r]])])],
  };

  return figure => tables[figure.kind](figure).map(row => row.map(cell).join(',') + '\r\n').join('');
})();
