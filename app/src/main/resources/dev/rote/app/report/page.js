'use strict';
/* Draws the figures of this page, again whenever light, width or paper change, and saves them. */
(() => {
  const root = document.documentElement;
  const style = name => getComputedStyle(root).getPropertyValue(name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  /* Pixels of a chart on paper: the text column of A4 and Letter, and three charts to a page. */
  const PRINTED = { width: 660, height: 236, tall: 380 };

  addEventListener('error', event => { root.dataset.errors = (root.dataset.errors ?? '') + event.message + '\n'; });

  /* The chart library writes the font into an attribute between double quotes. */
  const font = style('--sans').replaceAll('"', "'");
  const LIGHT = {
    font, paper: '#ffffff', ink: '#1b1f24', muted: '#59616b', line: '#e8eaed', band: .16, onColour: '#ffffff',
    palette: ['#0b69a8', '#d2560a', '#0a8a68', '#b0468c', '#b58100', '#56a9dc', '#5d646d'],
    shades: ['rgba(86,100,118,.07)', 'rgba(181,129,0,.13)', 'rgba(11,105,168,.10)', 'rgba(176,70,140,.10)', 'rgba(10,138,104,.12)', 'rgba(210,86,10,.12)', 'rgba(86,100,118,.22)'],
    sequential: ['#f3f6f9', '#cbdeed', '#8dbad9', '#4a8dc0', '#1d5e99', '#0a2d58'],
    diverging: ['#0a3a6b', '#2f77b0', '#a3c8e2', '#f5f5f4', '#f3b98f', '#cf6420', '#7a2d05'],
  };
  const DARK = {
    font, paper: '#14171a', ink: '#e4e7ea', muted: '#9ba4ae', line: '#2a3036', band: .2, onColour: '#14171a',
    palette: ['#62b4ec', '#ff9350', '#3fcfa2', '#e58fc5', '#ecc04a', '#b3dcff', '#aeb6bf'],
    shades: ['rgba(174,182,191,.09)', 'rgba(236,192,74,.13)', 'rgba(98,180,236,.13)', 'rgba(229,143,197,.12)', 'rgba(63,207,162,.13)', 'rgba(255,147,80,.14)', 'rgba(174,182,191,.24)'],
    sequential: ['#1c2228', '#1d3f60', '#26699f', '#519dd2', '#a0d0f0', '#f4faff'],
    diverging: ['#b4defb', '#4b9bd3', '#235078', '#1e2227', '#7d3f18', '#dd7b38', '#ffd3b3'],
  };

  const key = entry => {
    const mark = document.createElement('span');
    mark.className = 'key ' + (entry.kind === 'ramp' ? 'ramp' : entry.dash ? 'line' : 'patch');
    if (entry.kind === 'ramp') mark.style.background = 'linear-gradient(to right, ' + entry.colours.join(', ') + ')';
    else if (!entry.dash) mark.style.background = entry.colour;
    else { mark.style.borderColor = entry.colour; mark.style.borderStyle = entry.dash; }
    if (entry.mark) { mark.textContent = entry.mark; mark.style.color = entry.ink; mark.setAttribute('aria-hidden', 'true'); }
    return mark;
  };
  const legendItem = (entry, view) => {
    const item = document.createElement(entry.kind === 'series' ? 'button' : 'span');
    if (entry.kind === 'ramp') {
      item.append(entry.name + ': ' + entry.from, key(entry), entry.to);
      return item;
    }
    item.append(key(entry), entry.name);
    if (entry.kind === 'series') {
      item.type = 'button';
      item.setAttribute('aria-pressed', String(!view.hidden.has(entry.name)));
      item.addEventListener('click', () => {
        if (!view.hidden.delete(entry.name)) view.hidden.add(entry.name);
        item.setAttribute('aria-pressed', String(!view.hidden.has(entry.name)));
        view.chart.dispatchAction({ type: 'legendToggleSelect', name: entry.name });
      });
    }
    return item;
  };

  const draw = (view, look, size) => {
    if (figures.empty(view.figure)) {
      view.place.hidden = true;
      view.legend.textContent = 'No values were recorded.';
      return;
    }
    view.chart?.dispose();
    view.chart = echarts.init(view.place, null, {
      renderer: figures.marks(view.figure) > 3000 ? 'canvas' : 'svg', width: size?.width, height: view.tall ? size?.tall : size?.height,
      devicePixelRatio: Math.max(2, devicePixelRatio),
    });
    const option = figures.option(view.figure, look);
    option.legend.selected = Object.fromEntries([...view.hidden].map(name => [name, false]));
    view.chart.setOption(option);
    view.legend.replaceChildren(...figures.legend(view.figure, look).map(entry => legendItem(entry, view)));
  };

  const save = (name, type, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const svg = figure => {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 900, height: 560 });
    chart.setOption(figures.standalone(figure, LIGHT));
    const text = chart.renderToSVGString();
    chart.dispose();
    return text;
  };
  const saving = {
    svg: figure => save(figure.id + '.svg', 'image/svg+xml', svg(figure)),
    csv: figure => save(figure.id + '.csv', 'text/csv;charset=utf-8', csv(figure)),
  };

  const trouble = (element, error) => {
    const note = document.createElement('p');
    note.className = 'trouble';
    note.textContent = 'This chart could not be drawn: ' + error.message;
    element.querySelector('.chart').replaceChildren(note);
    root.dataset.errors = (root.dataset.errors ?? '') + element.id + ': ' + error.message + '\n';
  };

  const views = [];
  const drawAll = (look, size) => views.forEach(view => {
    try { draw(view, look, size); } catch (error) { trouble(view.element, error); }
  });
  const onScreen = () => drawAll(dark.matches ? DARK : LIGHT);

  for (const element of document.querySelectorAll('figure')) {
    const figure = JSON.parse(element.querySelector('script').textContent);
    const place = element.querySelector('.chart');
    if (place) {
      views.push({ element, figure, place, legend: element.querySelector('.legend'), hidden: new Set(), tall: figure.kind === 'HeatMap' });
    }
    if (figure.kind === 'HeatMap') place.style.height = Math.max(18, Math.min(34, 6 + figure.yTicks.length * 2.1)) + 'rem';
    for (const button of element.querySelectorAll('[data-save]')) {
      button.addEventListener('click', () => saving[button.dataset.save](figure));
    }
  }
  onScreen();
  root.dataset.charts = views.length;

  dark.addEventListener('change', onScreen);
  const resizing = new ResizeObserver(entries => entries.forEach(entry => {
    const view = views.find(one => one.place === entry.target);
    if (view.chart && Math.abs(view.chart.getWidth() - entry.contentRect.width) >= 1) view.chart.resize();
  }));
  views.forEach(view => resizing.observe(view.place));

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(details => { details.open = true; });
    drawAll(LIGHT, PRINTED);
  });
  addEventListener('afterprint', () => {
    opened.forEach(details => { details.open = false; });
    onScreen();
  });
})();
