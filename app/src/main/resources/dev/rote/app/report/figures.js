'use strict';
/* Turns a figure's numbers into chart options. A look holds the colours and the font; nothing here touches the page. */
const figures = (() => {
  const DASHES = ['solid', 'dashed', 'dotted'];

  const number = value => value === null || value === undefined ? 'no value'
    : value.toLocaleString('en-US', value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e7)
      ? { notation: 'scientific', maximumSignificantDigits: 4 } : { maximumSignificantDigits: 5 });
  const colour = (look, k) => look.palette[k % look.palette.length];
  const dash = (look, k) => DASHES[Math.floor(k / look.palette.length) % DASHES.length];
  const drawable = (value, axis) => value === null || (axis.log && value <= 0) ? null : value;

  /* Rows of a tooltip become elements whose text is set as text: names are never read as markup. */
  const tip = (title, rows) => {
    const box = document.createElement('div');
    box.className = 'tip';
    box.appendChild(document.createElement('b')).textContent = title;
    for (const [name, value] of rows) {
      const line = box.appendChild(document.createElement('div'));
      line.appendChild(document.createElement('i')).textContent = name;
      line.appendChild(document.createElement('span')).textContent = value;
    }
    return box;
  };

  const axisLook = look => ({
    nameTextStyle: { color: look.muted, fontSize: 12, fontFamily: look.font },
    axisLabel: { color: look.muted, fontSize: 12, fontFamily: look.font, hideOverlap: true },
    axisLine: { lineStyle: { color: look.muted } },
    axisTick: { lineStyle: { color: look.muted } },
    splitLine: { show: false },
  });
  const xAxis = (look, label, more) => ({ ...axisLook(look), name: label, nameLocation: 'middle', nameGap: 28, ...more });
  const yAxis = (look, label, more) => ({
    ...axisLook(look), name: label, nameLocation: 'end', nameGap: 12,
    nameTextStyle: { ...axisLook(look).nameTextStyle, align: 'left', padding: [0, 0, 0, -4] },
    axisLine: { show: false }, axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: look.line } }, ...more,
  });
  const measured = (axis, scale = true) => axis.log ? { type: 'log' } : { type: 'value', scale };

  const frame = (look, more) => ({
    animation: false, useUTC: true, color: look.palette, textStyle: { fontFamily: look.font, color: look.ink },
    grid: { left: 4, right: 16, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: {
      confine: true, backgroundColor: look.paper, borderColor: look.line, borderWidth: 1, padding: [7, 10],
      extraCssText: 'box-shadow:0 2px 10px rgba(0,0,0,.14)',
      axisPointer: { lineStyle: { color: look.muted, type: 'solid', width: 1 } },
    },
    ...more,
  });

  /* Low and high as closed outlines, one for each stretch without gaps. */
  const outlines = (s, x, y) => {
    const found = [];
    let open = [];
    const close = () => { if (open.length > 1) found.push(open); open = []; };
    s.x.forEach((at, k) => {
      const low = drawable(s.low[k], y), high = drawable(s.high[k], y);
      if (low === null || high === null || drawable(at, x) === null) close();
      else open.push([at, low, high]);
    });
    close();
    return found.map(points => thin(points, 800));
  };
  /* At most about `most` stretches, each as wide as its widest point: a band loses no spike. */
  const thin = (points, most) => {
    const step = Math.ceil(points.length / most);
    if (step === 1) return points;
    const thinned = [];
    for (let k = 0; k < points.length; k += step) {
      const part = points.slice(k, k + step);
      thinned.push([part[0][0], Math.min(...part.map(p => p[1])), Math.max(...part.map(p => p[2]))]);
    }
    return [...thinned, points[points.length - 1]];
  };
  const band = (look, s, k, x, y) => {
    const shapes = outlines(s, x, y);
    return {
      type: 'custom', name: s.name, silent: true, clip: true, z: 1, tooltip: { show: false }, itemStyle: { color: colour(look, k) },
      encode: { x: [0, 1], y: [2, 3] },
      data: shapes.map(points => [points[0][0], points[points.length - 1][0],
        Math.min(...points.map(p => p[1])), Math.max(...points.map(p => p[2]))]),
      renderItem: (params, api) => {
        const points = shapes[params.dataIndex];
        return {
          type: 'polygon', style: { fill: colour(look, k), opacity: look.band },
          shape: { points: [...points.map(p => api.coord([p[0], p[2]])), ...points.map(p => api.coord([p[0], p[1]])).reverse()] },
        };
      },
    };
  };

  const spanNames = figure => [...new Set(figure.spans.map(span => span.name))];
  /* A name has one shade on the whole page: its place among all names that were drawn so far. */
  const shaded = [];
  const shade = (look, name) => {
    if (!shaded.includes(name)) shaded.push(name);
    return look.shades[shaded.indexOf(name) % look.shades.length];
  };
  const shades = (look, figure) => ({
    type: 'line', name: '', data: [], silent: true, tooltip: { show: false },
    markArea: {
      silent: true, label: { show: false, position: 'insideTop', color: look.muted, fontFamily: look.font, fontSize: 11 },
      data: figure.spans.map(span => [
        { name: span.name, xAxis: span.from, itemStyle: { color: shade(look, span.name) } },
        { xAxis: span.to }]),
    },
  });

  /* Later curves are thinner: where curves run together, each still shows. */
  const lines = (figure, look) => frame(look, {
    xAxis: xAxis(look, figure.x.label, measured(figure.x)),
    yAxis: yAxis(look, figure.y.label, measured(figure.y)),
    tooltip: {
      ...frame(look).tooltip, trigger: 'axis',
      formatter: params => tip(figure.x.label + ' ' + number(params[0].value[0]), params.map(p => [p.seriesName,
        number(p.value[1]) + (p.value.length > 2 ? ' [' + number(p.value[2]) + ', ' + number(p.value[3]) + ']' : '')])),
    },
    series: [
      ...(figure.spans.length > 0 ? [shades(look, figure)] : []),
      ...figure.series.flatMap((s, k) => s.low.length > 0 ? [band(look, s, k, figure.x, figure.y)] : []),
      ...figure.series.map((s, k) => ({
        type: 'line', name: s.name, z: 3, showSymbol: s.x.length <= 25, symbol: 'circle', symbolSize: 5,
        sampling: s.x.length > 2000 ? 'lttb' : undefined, clip: false,
        itemStyle: { color: colour(look, k) }, emphasis: { disabled: true },
        lineStyle: { width: Math.max(1.6, 3.2 - 0.5 * k), type: dash(look, k), color: colour(look, k) },
        data: s.x.map((x, i) => [drawable(x, figure.x), drawable(s.y[i], figure.y),
          ...(s.low.length > 0 ? [s.low[i], s.high[i]] : [])]),
      })),
    ],
  });

  /* Each distribution is an outline with a light filling, so that three can lie over one another; tooltips hang on bin centres. */
  const histogram = (figure, look) => {
    const middle = k => figure.x.log && figure.edges[k] > 0
      ? Math.sqrt(figure.edges[k] * figure.edges[k + 1]) : (figure.edges[k] + figure.edges[k + 1]) / 2;
    /* Up, along and down again; an empty bin breaks the outline, so that no distribution hides another's foot. */
    const outline = s => s.values.flatMap((v, k) => {
      const from = drawable(figure.edges[k], figure.x), to = figure.edges[k + 1];
      if (!v) return [[to, null]];
      return [...(s.values[k - 1] ? [] : [[from, 0]]), [from, v], [to, v], ...(s.values[k + 1] ? [] : [[to, 0]])];
    });
    return frame(look, {
      xAxis: xAxis(look, figure.x.label, measured(figure.x)),
      yAxis: yAxis(look, figure.yLabel, { type: 'value' }),
      tooltip: {
        ...frame(look).tooltip, trigger: 'axis',
        formatter: params => tip(figure.x.label + ' ' + number(figure.edges[params[0].dataIndex]) + ' to '
          + number(figure.edges[params[0].dataIndex + 1]), params.map(p => [p.seriesName, number(p.value[1])])),
      },
      series: figure.series.flatMap((s, k) => [
        {
          type: 'line', name: s.name, data: outline(s), symbol: 'none', silent: true, tooltip: { show: false },
          lineStyle: { width: 1.75, color: colour(look, k), type: dash(look, k) }, areaStyle: { color: colour(look, k), opacity: look.band },
          itemStyle: { color: colour(look, k) },
        },
        {
          type: 'line', name: s.name, data: s.values.map((v, i) => [middle(i), v]), symbol: 'none',
          lineStyle: { opacity: 0 }, itemStyle: { color: colour(look, k) }, emphasis: { disabled: true },
        }]),
    });
  };

  /* A line from low to high over the middle of each bar, in ink, so that it shows on the bar and above it. */
  const whiskers = (look, figure, s, k) => ({
    type: 'custom', name: s.name, silent: true, z: 4, tooltip: { show: false }, encode: { x: 0, y: [1, 2] },
    data: s.low.flatMap((low, at) => low === null || s.high[at] === null ? [] : [[at, low, s.high[at]]]),
    renderItem: (params, api) => {
      const place = api.barLayout({ barGap: BAR_GAP, barMaxWidth: BAR_WIDTH, count: figure.series.length })[k].offsetCenter;
      const [x, top] = api.coord([api.value(0), api.value(2)]), bottom = api.coord([api.value(0), api.value(1)])[1];
      const line = (x1, y1, x2, y2) => ({
        type: 'line', shape: { x1: x + place + x1, y1, x2: x + place + x2, y2 }, style: { stroke: look.ink, lineWidth: 1.5 } });
      return { type: 'group', children: [line(0, bottom, 0, top), line(-4, top, 4, top), line(-4, bottom, 4, bottom)] };
    },
  });
  const spread = (s, at) => number(s.values[at]) + (s.low.length > 0 ? ' [' + number(s.low[at]) + ', ' + number(s.high[at]) + ']' : '');
  const BAR_GAP = '12%', BAR_WIDTH = 42;
  /* A few names all stand, aslant where they would not fit side by side on a narrow screen; of many every so many stand. */
  const names = (look, list) => list.length > 16 ? axisLook(look).axisLabel
    : { ...axisLook(look).axisLabel, interval: 0, rotate: list.length * Math.max(...list.map(name => name.length)) > 48 ? 32 : 0 };
  const bars = (figure, look) => frame(look, {
    xAxis: xAxis(look, figure.x, {
      type: 'category', data: figure.categories, axisTick: { show: false }, axisLabel: names(look, figure.categories), nameGap: 32 }),
    yAxis: yAxis(look, figure.y.label, measured(figure.y, false)),
    tooltip: {
      ...frame(look).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: params => tip(figure.categories[params[0].dataIndex], params.filter(p => p.seriesType === 'bar')
        .map(p => [p.seriesName, spread(figure.series[p.seriesIndex], p.dataIndex)])),
    },
    series: [
      ...figure.series.map((s, k) => ({
        type: 'bar', name: s.name, data: s.values.map(v => drawable(v, figure.y)), barGap: BAR_GAP, barMaxWidth: BAR_WIDTH,
        itemStyle: { color: colour(look, k) }, emphasis: { disabled: true },
      })),
      ...figure.series.flatMap((s, k) => s.low.length > 0 ? [whiskers(look, figure, s, k)] : []),
    ],
  });

  const extent = figure => {
    let low = Infinity, high = -Infinity;
    for (const row of figure.cells) for (const v of row) if (v !== null) { low = Math.min(low, v); high = Math.max(high, v); }
    if (low > 0 && figure.valueLabel.endsWith('%')) low = 0; /* so that a pale cell is a small share */
    return low > high ? [0, 1] : low === high ? [low, low + 1] : [low, high];
  };
  /* Values on both sides of zero get two colours that meet at zero. */
  const ramp = (figure, look) => {
    const [low, high] = extent(figure);
    const far = Math.max(-low, high);
    return low < 0 && high > 0 ? { low: -far, high: far, colours: look.diverging } : { low, high, colours: look.sequential };
  };
  /* Every how many ticks a label stands, so that there are at most sixteen. */
  const sparse = count => [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find(step => count / step <= 16) ?? Math.ceil(count / 16);
  /* "Partial Inversion" is PI: so that named cells can be told apart without colour. */
  const initials = name => name.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2).slice(0, 3).map(word => word[0].toUpperCase()).join('');
  const heatMap = (figure, look) => {
    const named = figure.categories.length > 0;
    const { low, high, colours } = ramp(figure, look);
    const few = figure.xTicks.length * figure.yTicks.length <= 400;
    const say = v => named ? figure.categories[v] : number(v);
    const ticks = data => ({
      type: 'category', data, splitLine: { show: false },
      axisLabel: { ...axisLook(look).axisLabel, interval: k => k % sparse(data.length) === 0 },
    });
    const across = ticks(figure.xTicks);
    if (figure.xTicks.some(tick => isNaN(tick))) across.axisLabel = names(look, figure.xTicks);
    return frame(look, {
      xAxis: xAxis(look, figure.xLabel, { ...across, axisLine: { show: false }, axisTick: { show: false } }),
      yAxis: yAxis(look, figure.yLabel, ticks(figure.yTicks)),
      tooltip: {
        ...frame(look).tooltip, trigger: 'item',
        formatter: p => tip(named ? say(p.value[2]) : figure.valueLabel + ' ' + say(p.value[2]), [
          [figure.xLabel, figure.xTicks[p.value[0]]], [figure.yLabel, figure.yTicks[p.value[1]]]]),
      },
      visualMap: named
        ? { type: 'piecewise', show: false, dimension: 2, pieces: figure.categories.map((label, value) => ({ value, label, color: colour(look, value) })) }
        : { type: 'continuous', show: false, dimension: 2, min: low, max: high, inRange: { color: colours } },
      series: [{
        type: 'heatmap', name: figure.valueLabel, progressive: 0, emphasis: { disabled: true },
        itemStyle: few ? { borderColor: look.paper, borderWidth: 1.5, borderRadius: 2 } : {},
        label: { show: few && named, color: look.onColour, fontSize: 10, fontFamily: look.font, formatter: p => initials(say(p.value[2])) },
        labelLayout: { hideOverlap: true },
        data: figure.cells.flatMap((row, r) => row.flatMap((v, c) => v === null ? [] : [[c, r, v]])),
      }],
    });
  };

  const scatter = (figure, look) => frame(look, {
    xAxis: xAxis(look, figure.x.label, measured(figure.x)),
    yAxis: yAxis(look, figure.y.label, measured(figure.y)),
    tooltip: {
      ...frame(look).tooltip, trigger: 'item',
      formatter: p => tip(p.seriesName, [[figure.x.label, number(p.value[0])], [figure.y.label, number(p.value[1])]]),
    },
    series: figure.groups.map((g, k) => ({
      type: 'scatter', name: g.name, symbol: ['circle', 'diamond', 'triangle', 'rect'][k % 4], symbolSize: g.x.length > 2000 ? 3 : 7,
      itemStyle: { color: colour(look, k), opacity: .72 }, emphasis: { disabled: true },
      data: g.x.map((x, i) => [drawable(x, figure.x), drawable(g.y[i], figure.y)]).filter(([x, y]) => x !== null && y !== null),
    })),
  });

  const kinds = { Lines: lines, Histogram: histogram, Bars: bars, HeatMap: heatMap, Scatter: scatter };
  const series = figure => figure.series ?? figure.groups ?? [];

  const rounded = (value, other) => Math.abs(value) < Math.abs(other) * 1e-4 ? '0' : value.toLocaleString('en-US', { maximumSignificantDigits: 3 });

  /* What the legend says: curves that can be switched off, shades and named cells, or the ramp of a map. */
  const legend = (figure, look) => {
    if (figure.kind === 'HeatMap' && figure.categories.length === 0) {
      const { low, high, colours } = ramp(figure, look);
      return [{ kind: 'ramp', name: figure.valueLabel, from: rounded(low, high), to: rounded(high, low), colours }];
    }
    if (figure.kind === 'HeatMap') {
      return figure.categories.map((name, k) => ({ kind: 'patch', name, colour: colour(look, k), mark: initials(name), ink: look.onColour }));
    }
    return [
      ...series(figure).map((s, k) => ({
        kind: 'series', name: s.name, colour: colour(look, k), dash: figure.kind === 'Lines' ? dash(look, k) : undefined })),
      ...(figure.kind === 'Lines' ? spanNames(figure).map(name => ({ kind: 'patch', name, colour: shade(look, name) })) : []),
    ];
  };

  const option = (figure, look) => ({
    ...kinds[figure.kind](figure, look),
    legend: { show: false, data: series(figure).map(s => s.name) },
  });

  const rampKey = (figure, look) => {
    const { low, high } = ramp(figure, look);
    return { itemWidth: 12, itemHeight: 220, text: [rounded(high, low), figure.valueLabel + ':  ' + rounded(low, high)] };
  };

  /* The same drawing with its title, its legend and the names of its shades inside, for a file that stands alone. */
  const standalone = (figure, look) => {
    const drawing = option(figure, look);
    const map = figure.kind === 'HeatMap', named = map && figure.categories.length > 0;
    const text = { color: look.ink, fontFamily: look.font };
    const key = named ? { itemWidth: 14, itemHeight: 14, itemGap: 14 } : map ? rampKey(figure, look) : {};
    return {
      ...drawing, backgroundColor: look.paper,
      title: { text: figure.title, left: 12, top: 10, textStyle: { ...text, fontSize: 16 } },
      legend: { ...drawing.legend, show: !map, icon: 'roundRect', itemHeight: 8, left: 8, top: 38, textStyle: text },
      grid: { ...drawing.grid, left: 14, right: 24, top: map ? 46 : 72, bottom: map ? 54 : 12 },
      ...(map ? { visualMap: { ...drawing.visualMap, show: true, orient: 'horizontal', left: 'center', bottom: 14, textStyle: text, ...key } } : {}),
      series: drawing.series.map(one => !one.markArea ? one
        : { ...one, markArea: { ...one.markArea, label: { ...one.markArea.label, show: true } } }),
    };
  };

  const marks = figure => figure.kind === 'HeatMap' ? figure.xTicks.length * figure.yTicks.length
    : figure.kind === 'Scatter' ? figure.groups.reduce((sum, g) => sum + g.x.length, 0) : 0;
  const empty = figure => figure.kind === 'HeatMap' ? figure.cells.every(row => row.every(v => v === null))
    : series(figure).every(s => (s.y ?? s.values).every(v => v === null));

  return { option, standalone, legend, marks, empty };
})();
