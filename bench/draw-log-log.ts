/** A line of a chart; each point is a size and the cost at that size. */
export interface Line {
  name: string
  points: [number, number][]
}

export interface Chart {
  title: string
  lines: Line[]
}

const WIDTH = 460
const HEIGHT = 320
const LEFT = 62
const TOP = 46
const PLOT_WIDTH = WIDTH - LEFT - 18
const PLOT_HEIGHT = HEIGHT - TOP - 40
const COLORS = ['#1f6feb', '#bc4c00']
const FONT = 'font-family="system-ui, sans-serif" font-size="12" fill="#57606a"'

/** Charts side by side in one SVG, with both axes logarithmic and a line for each power of ten. */
export function drawLogLog(charts: Chart[]): string {
  const width = WIDTH * charts.length
  const parts = charts.map((chart, i) => `<g transform="translate(${i * WIDTH} 0)">${drawChart(chart)}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">
<rect width="${width}" height="${HEIGHT}" fill="#fff"/>
${parts.join('\n')}
</svg>
`
}

function drawChart({ title, lines }: Chart): string {
  const points = lines.flatMap((line) => line.points)
  const x = axis(points.map(([size]) => size))
  const y = axis(points.map(([, cost]) => cost))
  const atX = (size: number) => LEFT + x.share(size) * PLOT_WIDTH
  const atY = (cost: number) => TOP + (1 - y.share(cost)) * PLOT_HEIGHT
  const grid = [
    ...x.ticks.map(
      (tick) =>
        `<path d="M${atX(tick)} ${TOP}V${TOP + PLOT_HEIGHT}" stroke="#d0d7de"/><text x="${atX(tick)}" y="${TOP + PLOT_HEIGHT + 18}" text-anchor="middle" ${FONT}>${short(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<path d="M${LEFT} ${atY(tick)}H${LEFT + PLOT_WIDTH}" stroke="#d0d7de"/><text x="${LEFT - 8}" y="${atY(tick) + 4}" text-anchor="end" ${FONT}>${short(tick)}</text>`,
    ),
  ]
  const drawn = lines.map((line, i) => {
    const path = line.points.map(([size, cost]) => `${atX(size).toFixed(1)} ${atY(cost).toFixed(1)}`)
    const dots = path.map(
      (point) =>
        `<circle cx="${point.split(' ')[0]}" cy="${point.split(' ')[1]}" r="3" fill="${COLORS[i]}"/>`,
    )
    const legend = `<text x="${LEFT + i * 120}" y="38" font-family="system-ui, sans-serif" font-size="12" fill="${COLORS[i]}">${line.name}</text>`
    return `<path d="M${path.join('L')}" fill="none" stroke="${COLORS[i]}" stroke-width="2"/>${dots.join('')}${legend}`
  })
  const heading = `<text x="${LEFT}" y="20" font-family="system-ui, sans-serif" font-size="14" font-weight="600" fill="#24292f">${title}</text>`
  return [heading, ...grid, ...drawn].join('\n')
}

/** From the power of ten below the smallest value to the one above the largest. */
function axis(values: number[]): { share: (value: number) => number; ticks: number[] } {
  const first = Math.floor(Math.log10(Math.min(...values)))
  const last = Math.ceil(Math.log10(Math.max(...values)))
  return {
    share: (value) => (Math.log10(value) - first) / (last - first),
    ticks: Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i)),
  }
}

function short(value: number): string {
  if (value >= 1e9) return `${value / 1e9} G`
  if (value >= 1e6) return `${value / 1e6} M`
  return value >= 1e3 ? `${value / 1e3} k` : `${value}`
}
