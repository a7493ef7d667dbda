import { formatCount, formatDuration } from '../../../foundation/format.ts'
import { drawChart, explainGap } from './draw-chart.js'

/** Draws the distribution of durations: bars and the percentile curve, both on a logarithmic axis. */
export function drawDistribution({ distribution, beforeDistribution }) {
  if (distribution === null) {
    explainGap('histogram', 'Unknown')
    explainGap('curve', 'Unknown')
    return
  }
  if (distribution.bars.length === 0) explainGap('histogram', 'Not in the data of this run')
  else drawBars(distribution.bars)
  drawCurve(distribution.curve, beforeDistribution?.curve)
}

function drawBars(bars) {
  drawChart('histogram', {
    x: bars.map(([ms]) => ms),
    lines: [{ name: 'count', tone: 's1', values: bars.map(([, count]) => count), bars: true }],
    formatX: formatDuration,
    formatY: formatCount,
    logX: true,
    splitsX: roundDurations,
  })
}

/** 1, 2, 5, 10… in the range of the axis; only 1, 10… if there would be too many. */
function roundDurations(low, high) {
  const decades = Math.log10(high / low)
  const steps = decades > 2.5 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5]
  const all = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const step of steps) all.push(step * 10 ** power)
  }
  return all.filter((value) => value >= low && value <= high)
}

// The axis shows 1 / (1 - share): 90 % is at 10, 99 % at 100.
const TICKS = [1, 2, 10, 100, 1000, 10000]
const oneIn = (percentile) => 1 / (1 - percentile / 100)
const percentileAt = (value) => Number((100 - 100 / value).toFixed(3))

function drawCurve(curve, before) {
  const x = [...new Set([...curve, ...(before ?? [])].map(([percentile]) => percentile))].sort(
    (a, b) => a - b,
  )
  const valuesOf = (points) => {
    const known = new Map(points)
    return x.map((percentile) => known.get(percentile) ?? null)
  }
  const lines = [{ name: 'this run', tone: 's2', values: valuesOf(curve), bridged: true }]
  if (before)
    lines.push({ name: 'baseline', tone: 's3', values: valuesOf(before), dashed: true, bridged: true })
  drawChart('curve', {
    x: x.map(oneIn),
    lines,
    formatX: (value) => `p${percentileAt(value)}`,
    formatY: formatDuration,
    logX: true,
    splitsX: (low, high) => TICKS.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001),
  })
}
