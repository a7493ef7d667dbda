import { formatCount, formatDuration, formatRate } from '../../../foundation/format.ts'
import { drawChart, explainGap, hasAny } from './draw-chart.js'

/** Draws everything that is known over time for one view, by the time since its start. */
export function drawTimeCharts(view) {
  const { series, before } = view
  if (series === null) {
    for (const id of ['rate', 'percentiles', 'errors']) explainGap(id, 'Unknown over time')
  } else {
    const at = series.rate.map((_, index) => ((index + 0.5) * series.intervalMs) / 1000)
    drawRate(at, series, before)
    drawDurations(at, series, before)
    drawErrors(at, series)
  }
}

function drawRate(at, series, before) {
  const lines = [{ name: 'this run', tone: 's1', values: series.rate, fill: true }]
  if (before) lines.push({ name: 'baseline', tone: 's3', values: before.rate, dashed: true })
  drawChart('rate', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}

function drawDurations(at, series, before) {
  const lines = [
    { name: 'p50', tone: 's1', values: series.p50 },
    { name: 'p95', tone: 's2', values: series.p95 },
  ]
  if (before) lines.push({ name: 'baseline p95', tone: 's3', values: before.p95, dashed: true })
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
  const perSecond = series.errors.map((errors) => (errors * 1000) / series.intervalMs)
  const lines = [{ name: 'errors', tone: 'bad', values: perSecond, fill: true }]
  if (!perSecond.some((value) => value > 0)) explainGap('errors', 'No errors')
  else drawChart('errors', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}

function elapsed(seconds) {
  return seconds === 0 ? '0' : formatDuration(seconds * 1000)
}

function durationCell(ms) {
  return ms === null ? '–' : formatDuration(ms)
}

/** The charts of one view as a table, for people who prefer that. */
export function timeTableHtml({ series }) {
  if (series === null) return '<p>Unknown over time.</p>'
  const rows = series.rate.map((rate, index) => {
    const cells = [
      formatRate(rate),
      formatCount(series.errors[index]),
      durationCell(series.mean[index]),
      durationCell(series.p50[index]),
      durationCell(series.p95[index]),
    ]
    return `<tr><th scope="row">${formatDuration(index * series.intervalMs)}</th><td>${cells.join('</td><td>')}</td></tr>`
  })
  const head = ['From', 'Throughput', 'Errors', 'Mean', 'p50', 'p95'].map(
    (name) => `<th scope="col">${name}</th>`,
  )
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/**
 * Values are drawn in the middle of their intervals, so the axis ends half an interval after the last value.
 */
function endOf(at) {
  return at.at(-1) + at[0]
}
