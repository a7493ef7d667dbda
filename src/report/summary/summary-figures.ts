import type { Series } from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import { escapeMarkdown, markdownCode } from '../escape.ts'
import { requestSubjectsNote } from '../figures/request-subjects.ts'
import { visibleName } from '../../foundation/one-line.ts'
import { formatCount, formatDuration, formatPercent, formatRate } from '../../foundation/format.ts'
import { changeOfP95, type KeyFigure, keyFigures } from '../figures/key-figures.ts'
import {
  chartedSubject,
  errorShare,
  type LabelRow,
  labelRows,
  mainSubject,
  mostFailingRows,
  slowestRows,
} from '../figures/label-rows.ts'
import { renderTable } from './markdown-table.ts'
import { TONE_WORDS } from './summary-changes.ts'
import { mermaidLineChart } from './mermaid-chart.ts'
import { bridgeGaps, downsample, ratesPerSecond, sparkline } from '../figures/over-time.ts'
import type { Presentation } from '../presentation.ts'

const MOST_CHART_POINTS = 60
/** A line with fewer points is not worth a chart. */
const LEAST_CHART_POINTS = 5
const SHOWN_LABELS = 10
const FOLDED_LIMITS = { maxRows: 100, maxBytes: 100_000 }

/** The key figures of the main subject, next to those of the baseline if there is one. */
export function figuresSection(presentation: Presentation): string {
  const figures = keyFigures(presentation)
  if (figures.length === 0) return ''
  const hasBaseline = figures.some((figure) => figure.change !== undefined)
  const head = ['', 'This run', ...(hasBaseline ? ['Baseline', 'Change'] : [])]
  const rows = figures.map((figure) => [
    figure.name,
    figure.value,
    ...(hasBaseline ? changeCells(figure) : []),
  ])
  const align = hasBaseline ? 'lrrl' : 'lr'
  const { markdown } = renderTable({ head, align, rows }, FOLDED_LIMITS)
  const subjectsNote = requestSubjectsNote(presentation.measurements)
  const note = subjectsNote === undefined ? '' : `\n\n_${escapeMarkdown(subjectsNote)}_`
  return `### Key figures: ${mainSubject(presentation.measurements) ?? ''}\n\n${markdown}${note}`
}

function changeCells(figure: KeyFigure): string[] {
  if (figure.change === undefined) return ['', '']
  return [figure.before ?? '', figure.change.text + TONE_WORDS[figure.change.tone]]
}

/** Throughput and p95 over time, as two charts, because a Mermaid chart has only one y axis. */
export function chartsSection(presentation: Presentation): string {
  const subject = chartedSubject(presentation.measurements)
  const series = subject && presentation.measurements?.subjects[subject]?.total?.series
  if (subject === undefined || series === undefined) return ''
  const endMs = presentation.run.finishedAtMs
  return series.count.length < LEAST_CHART_POINTS
    ? sparklines(series, subject, endMs)
    : mermaidCharts(downsample(series, MOST_CHART_POINTS), subject, endMs)
}

function sparklines(series: Series, subject: string, endMs: number | undefined): string {
  const rates = ratesPerSecond(series, endMs)
  const { name, values } = durationsOf(series)
  const peakMs = Math.max(...values.map((value) => value ?? 0))
  const lines = [
    `Throughput ${sparkline(rates)} up to ${formatRate(Math.max(...rates))}`,
    peakMs > 0 ? `${name} ${sparkline(values)} up to ${formatDuration(peakMs)}` : '',
  ]
  return `### Over time: ${subject}\n\n${lines.filter((line) => line !== '').join('  \n')}`
}

function mermaidCharts(series: Series, subject: string, endMs: number | undefined): string {
  const minutes = (series.count.length * series.intervalMs) / 60_000
  const rates = mermaidLineChart({
    title: `Throughput: ${subject} per second`,
    yTitle: '1/s',
    values: ratesPerSecond(series, endMs),
    minutes,
  })
  const parts = [`### Over time: ${subject}`, rates]
  const durations = durationsOf(series)
  if (durations.values.some((value) => value !== null)) {
    const title = `${durations.name}: ${subject}, milliseconds`
    parts.push(mermaidLineChart({ title, yTitle: 'ms', values: bridgeGaps(durations.values), minutes }))
  }
  return parts.join('\n\n')
}

/** The p95, or the mean if the series has no percentiles. */
function durationsOf({ p95Ms, meanMs }: Series): { name: string; values: (number | null)[] } {
  return p95Ms ? { name: 'p95', values: p95Ms } : { name: 'mean', values: meanMs }
}

/** The slowest labels and those with the most errors, for the main subject; more of each are folded. */
export function labelSections(presentation: Presentation): string[] {
  const subject = mainSubject(presentation.measurements)
  if (subject === undefined) return []
  const rows = labelRows(presentation, subject)
  if (rows.length === 0) return []
  return [
    labelSection('Slowest', slowestRows(rows, FOLDED_LIMITS.maxRows), rows.length),
    labelSection('Most errors', mostFailingRows(rows, FOLDED_LIMITS.maxRows), rows.length),
  ].filter((section) => section !== '')
}

function labelSection(title: string, rows: LabelRow[], allRows: number): string {
  if (rows.length === 0) return ''
  const first = labelTable(rows.slice(0, SHOWN_LABELS))
  const more = labelTable(rows.slice(SHOWN_LABELS))
  const shownRows = first.shownRows + more.shownRows
  const note =
    shownRows < allRows
      ? `\n\n_${formatCount(shownRows)} of ${formatCount(allRows)} labels; the page has more._`
      : ''
  const folded =
    more.shownRows === 0
      ? ''
      : `\n\n<details><summary>${formatCount(more.shownRows)} more</summary>\n\n${more.markdown}\n\n</details>`
  return `### ${title}\n\n${first.markdown}${folded}${note}`
}

function labelTable(rows: LabelRow[]): { markdown: string; shownRows: number } {
  const hasBaseline = rows.some((row) => row.before !== undefined)
  const head = [
    'Label',
    'Count',
    'Errors',
    'Mean',
    'p95',
    'Max',
    ...(hasBaseline ? ['p95 vs. baseline'] : []),
  ]
  const cells = rows.map((row) => [...labelCells(row), ...(hasBaseline ? [changeCell(row)] : [])])
  return renderTable({ head, align: hasBaseline ? 'lrrrrrl' : 'lrrrrr', rows: cells }, FOLDED_LIMITS)
}

function labelCells({ now }: LabelRow): string[] {
  const share = errorShare(now)
  return [
    markdownCode(visibleName(now.label, 120)),
    formatCount(now.count),
    share === undefined
      ? ''
      : share === 0
        ? '0'
        : `${formatCount(now.errors ?? 0)} (${formatPercent(share)})`,
    duration(now.meanMs),
    duration(statedPercentile(now, 95)),
    duration(now.maxMs),
  ]
}

function changeCell(row: LabelRow): string {
  if (row.before === undefined) return 'new'
  const change = changeOfP95(row)
  return change === undefined ? '' : change.text + TONE_WORDS[change.tone]
}

function duration(ms: number | undefined): string {
  return ms === undefined ? '' : formatDuration(ms)
}
