/** A line chart for Mermaid, which draws one y axis and has no gaps. */
export interface LineChart {
  title: string
  yTitle: string
  values: readonly number[]
  /** The length of the x axis, from zero. */
  minutes: number
}

// The first color of Mermaid's own themes is too pale; this blue is readable on white and on black.
const INIT =
  '%%{init: {"xyChart": {"width": 900, "height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "#3b82e0"}}}}%%'

/**
 * The chart as a fenced block. Titles must be our own, and not from a service, because Mermaid cannot escape
 * quotes.
 */
export function mermaidLineChart(chart: LineChart): string {
  const isSeconds = chart.minutes < 3
  const span = isSeconds ? chart.minutes * 60 : chart.minutes
  return [
    '```mermaid',
    INIT,
    'xychart-beta',
    `  title "${chart.title}"`,
    `  x-axis "${isSeconds ? 'seconds' : 'minutes'}" 0 --> ${plain(span)}`,
    `  y-axis "${chart.yTitle}" 0 --> ${plain(ceiling(Math.max(...chart.values)))}`,
    `  line [${chart.values.map(plain).join(', ')}]`,
    '```',
  ].join('\n')
}

/** The next round number above, so that the line does not touch the top. */
function ceiling(greatest: number): number {
  if (!(greatest > 0)) return 1
  const step = 10 ** Math.floor(Math.log10(greatest)) / 2
  return Math.ceil((greatest * 1.02) / step) * step
}

/** Mermaid cannot read exponents. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return '0'
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1).replace(/\.?0+$/, '')
}
