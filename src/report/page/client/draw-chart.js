/* global uPlot */
const drawn = new Map()
const COLORS = { s1: '--series-1', s2: '--series-2', s3: '--series-3', bad: '--series-bad' }

export function hasAny(values) {
  return values.some((value) => value !== null)
}

/** Shows text that says why there is no chart. */
export function explainGap(id, words) {
  const plot = plotOf(id)
  if (plot === null) return
  forget(id)
  const text = document.createElement('p')
  text.className = 'none'
  text.textContent = words
  plot.replaceChildren(text)
  legendOf(id).replaceChildren()
}

/** Draws the chart of the figure `id`, or replaces it. */
export function drawChart(id, chart) {
  const plot = plotOf(id)
  if (plot === null) return
  forget(id)
  plot.replaceChildren()
  plot.setAttribute('role', 'img')
  plot.setAttribute(
    'aria-label',
    plot.parentElement.querySelector('figcaption').firstElementChild.textContent +
      ': ' +
      rangesInWords(chart),
  )
  const instance = new uPlot(
    optionsOf(id, chart, plot),
    [chart.x, ...chart.lines.map((line) => line.values)],
    plot,
  )
  const observer = new ResizeObserver(() =>
    instance.setSize({ width: plot.clientWidth, height: plot.clientHeight }),
  )
  observer.observe(plot)
  drawn.set(id, { instance, observer })
  showLegend(id, chart, null)
}

function rangesInWords(chart) {
  return chart.lines
    .map((line) => {
      const known = line.values.filter((value) => value !== null)
      return `${line.name} from ${chart.formatY(Math.min(...known))} to ${chart.formatY(Math.max(...known))}`
    })
    .join(', ')
}

function optionsOf(id, chart, plot) {
  const style = getComputedStyle(document.documentElement)
  const color = (name) => style.getPropertyValue(name).trim()
  const axis = {
    stroke: color('--muted'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: color('--grid'), width: 1 },
    ticks: { show: false },
    gap: 4,
  }
  return {
    width: plot.clientWidth,
    height: plot.clientHeight,
    padding: [10, chart.logX ? 26 : 16, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 6 },
      ...(chart.endX !== undefined && { sync: { key: 'time' } }),
    },
    scales: {
      x: { time: false, distr: chart.logX ? 3 : 1, range: (_, low, high) => xRange(chart, low, high) },
      y: { range: (_, __, high) => [0, chart.topY ?? (high > 0 ? high * 1.06 : 1)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 64,
        values: (_, splits) => splits.map((value) => (value === null ? '' : chart.formatX(value))),
        ...xSplits(chart),
      },
      { ...axis, size: ySize, space: 34, values: (_, splits) => splits.map(chart.formatY) },
    ],
    series: [{}, ...chart.lines.map((line) => seriesOf(line, color))],
    hooks: { setCursor: [(instance) => showLegend(id, chart, instance.cursor.idx)] },
  }
}

/** Wide enough for the longest label, so that none is cut off. */
function ySize(_, values) {
  return Math.max(40, 14 + 6.4 * Math.max(0, ...(values ?? []).map((value) => String(value).length)))
}

function xRange(chart, low, high) {
  if (chart.endX !== undefined) return [0, chart.endX]
  // Half a bar of room at both ends; a curve needs none.
  return chart.lines[0].bars === true || low === high ? [low / 1.06, high * 1.06] : [low, high]
}

function xSplits(chart) {
  if (chart.splitsX)
    return { splits: (_, __, low, high) => chart.splitsX(low, high), filter: (_, splits) => splits }
  // Round steps of time, not multiples of ten.
  return {
    incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400],
  }
}

function seriesOf(line, color) {
  const stroke = color(COLORS[line.tone])
  const series = {
    label: line.name,
    stroke,
    width: line.dashed ? 1 : 1.5,
    points: { show: line.values.length === 1 },
    spanGaps: line.bridged === true,
  }
  if (line.dashed) series.dash = [5, 4]
  if (line.fill || line.bars) series.fill = stroke + (line.bars ? 'b0' : '22')
  if (line.bars) series.paths = uPlot.paths.bars({ size: [0.86, 40] })
  return series
}

/** The names of the lines, with their values at the pointer, if it is over the chart. */
function showLegend(id, chart, index) {
  const parts = chart.lines.map((line) => {
    const part = document.createElement('span')
    part.className = line.tone
    const value = index === null || index === undefined ? undefined : line.values[index]
    const text = value === undefined || value === null ? line.name : `${line.name} ${chart.formatY(value)}`
    part.append(document.createElement('i'), text)
    return part
  })
  if (index !== null && index !== undefined) {
    const at = document.createElement('span')
    at.textContent = chart.formatX(chart.x[index])
    parts.unshift(at)
  }
  legendOf(id).replaceChildren(...parts)
}

function forget(id) {
  const before = drawn.get(id)
  if (before === undefined) return
  before.observer.disconnect()
  before.instance.destroy()
  drawn.delete(id)
}

function plotOf(id) {
  return document.querySelector(`[data-chart="${id}"] .plot`)
}

function legendOf(id) {
  return document.querySelector(`[data-chart="${id}"] .legend`)
}
