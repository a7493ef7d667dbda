import { formatCount, formatDuration, formatPercent, formatRate } from '../../../foundation/format.ts'
import { drawChart, explainGap, hasAny } from './draw-chart.js'

/** Draws everything that is known over time for one view, by the time since its start. */
export function drawTimeCharts(view, load) {
  const { series, before } = view
  if (series === null) {
    for (const id of ['rate', 'percentiles', 'errors']) explainGap(id, 'Unknown over time')
  } else {
    const at = series.rate.map((_, index) => ((index + 0.5) * series.intervalMs) / 1000)
    drawRate(at, series, before)
    drawDurations(at, series, before)
    drawErrors(at, series)
    if (load) drawLoad(load, series, endOf(at))
  }
}

/** Users and load generators of the whole run, with the same axis as the other charts. */
function drawLoad(load, series, endX) {
  const all = (load.users ?? load.cpuMean).map(
    (_, index) => (load.startMs - series.startMs + (index + 0.5) * load.intervalMs) / 1000,
  )
  const isWithin = (_, index) => all[index] >= 0 && all[index] <= endX
  const x = all.filter(isWithin)
  const lineOf = (name, tone, values, more) => ({ name, tone, values: values.filter(isWithin), ...more })
  const draw = (id, lines, formatY, more) => {
    if (lines.some(({ values }) => hasAny(values)))
      drawChart(id, { x, lines, formatX: elapsed, formatY, endX, ...more })
    else explainGap(id, 'Unknown over time')
  }
  if (load.users) draw('users', [lineOf('virtual users', 's1', load.users, { fill: true })], formatUsers)
  if (!load.cpuMean) return
  const lines = [lineOf(load.cpuMax ? 'mean' : 'CPU', 's1', load.cpuMean, { bridged: true })]
  if (load.cpuMax) lines.push(lineOf('busiest', 's2', load.cpuMax, { bridged: true }))
  draw('cpu', lines, formatCpu, { topY: 100 })
}

function formatCpu(percent) {
  return formatPercent(Math.round(percent) / 100)
}

function formatUsers(users) {
  return users < 10 ? String(Number(users.toFixed(1))) : formatCount(users)
}

function drawRate(at, series, before) {
  const lines = [{ name: 'this run', tone: 's1', values: series.rate, fill: true }]
  if (before) lines.push({ name: 'baseline', tone: 's3', values: before.rate, dashed: true })
  drawChart('rate', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}

function drawDurations(at, series, before) {
  const lines = series.p95
    ? [
        { name: 'p50', tone: 's1', values: series.p50 },
        { name: 'p95', tone: 's2', values: series.p95 },
      ]
    : [{ name: 'mean', tone: 's1', values: series.mean }]
  if (before?.p95) lines.push({ name: 'baseline p95', tone: 's3', values: before.p95, dashed: true })
  if (before?.mean) lines.push({ name: 'baseline mean', tone: 's3', values: before.mean, dashed: true })
  const known = lines.filter((line) => hasAny(line.values))
  if (known.length === 0) explainGap('percentiles', 'Unknown over time')
  else
    drawChart('percentiles', {
      x: at,
      lines: known,
      formatX: elapsed,
      formatY: formatDuration,
      endX: endOf(at),
    })
}

function drawErrors(at, series) {
  if (series.errors === null) return explainGap('errors', 'Unknown over time')
  const perSecond = series.errors.map((errors) => (errors * 1000) / series.intervalMs)
  const lines = [{ name: 'errors', tone: 'bad', values: perSecond, fill: true }]
  if (!perSecond.some((value) => value > 0)) explainGap('errors', 'No errors')
  else drawChart('errors', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}

function elapsed(seconds) {
  return seconds === 0 ? '0' : formatDuration(seconds * 1000)
}

function durationCell(ms) {
  return cellOf(ms, formatDuration)
}

/** The charts of one view as a table, for people who prefer that. */
export function timeTableHtml({ series }, load) {
  if (series === null) return '<p>Unknown over time.</p>'
  const columns = [
    ['Throughput', series.rate.map(formatRate)],
    ...(series.errors ? [['Errors', series.errors.map(formatCount)]] : []),
    ['Mean', series.mean.map(durationCell)],
    ...(series.p50 ? [['p50', series.p50.map(durationCell)]] : []),
    ...(series.p95 ? [['p95', series.p95.map(durationCell)]] : []),
    ...loadColumns(series, load),
  ]
  const rows = series.rate.map((_, index) => {
    const cells = columns.map(([, values]) => `<td>${values[index]}</td>`)
    return `<tr><th scope="row">${formatDuration(index * series.intervalMs)}</th>${cells.join('')}</tr>`
  })
  const head = ['From', ...columns.map(([name]) => name)].map((name) => `<th scope="col">${name}</th>`)
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** Converted to the intervals of the series, which may differ. */
function loadColumns(series, load) {
  const column = (name, values, format) =>
    values
      ? [[name, series.rate.map((_, index) => cellOf(meanWithin(values, load, series, index), format))]]
      : []
  return [
    ...column('Virtual users', load?.users, formatUsers),
    ...column('CPU', load?.cpuMean, formatCpu),
    ...column('CPU of the busiest', load?.cpuMax, formatCpu),
  ]
}

function meanWithin(values, load, series, index) {
  const fromMs = series.startMs + index * series.intervalMs
  const within = values.filter((value, at) => {
    const middleMs = load.startMs + (at + 0.5) * load.intervalMs
    return value !== null && middleMs >= fromMs && middleMs < fromMs + series.intervalMs
  })
  return within.length === 0 ? null : within.reduce((sum, value) => sum + value, 0) / within.length
}

function cellOf(value, format) {
  return value === null ? '–' : format(value)
}

/**
 * Values are drawn in the middle of their intervals, so the axis ends half an interval after the last value.
 */
function endOf(at) {
  return at.at(-1) + at[0]
}
