import { escapeHtml } from '../../escape.ts'
import { formatCount, formatDuration, formatPercent, formatRate } from '../../../foundation/format.ts'
import type { ChartLoad, ChartSeries, PageData, View } from '../page-data.ts'
import { staticChart } from './static-chart.ts'

/** Charts over time and of the distribution: simple ones in the HTML, which the script replaces. */
export function chartsSection(data: PageData, busy: string): string {
  const [first] = data.views
  if (first === undefined) return ''
  const hasSeries = data.views.some((view) => view.series !== null)
  return [hasSeries ? overTime(first, data.load, busy) : '', distributionSection(data)].join('')
}

function overTime(first: View, load: ChartLoad | null, busy: string): string {
  const figures = [
    figure('rate', 'Throughput', first.series && rateWords(first.series), first.series?.rate),
    figure(
      'percentiles',
      'Response times',
      first.series && durationWords(first.series),
      first.series?.p95 ?? first.series?.mean,
    ),
    figure('errors', 'Errors', first.series && errorWords(first), first.series?.errors ?? undefined),
    load?.users ? figure('users', 'Virtual users', usersWords(load.users), load.users) : '',
    load?.cpuMean
      ? figure('cpu', 'CPU of the load generators', cpuWords(load), load.cpuMax ?? load.cpuMean)
      : '',
  ]
  const note = busy === '' ? '' : `<p class="note busy">${escapeHtml(busy)}</p>`
  return `<section id="charts" aria-labelledby="charts-title"><h2 id="charts-title">Over time <small class="view-name">${escapeHtml(first.name)}</small></h2>
<div class="controls" data-needs-script hidden><label>Show <select id="view"></select></label></div>
${note}<div class="charts over-time">${figures.join('')}</div>
<details class="chart-data" data-needs-script hidden><summary>These charts as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Charts as a table"></div></details></section>`
}

function figure(
  id: string,
  title: string,
  words: string | null,
  values: readonly (number | null)[] | undefined,
): string {
  const drawing = values === undefined ? '' : staticChart(values, `${title}: ${words ?? ''}`)
  return `<figure data-chart="${id}"><figcaption><b>${title}</b> <span class="words">${words ?? ''}</span><span class="legend" aria-hidden="true"></span></figcaption><div class="plot">${drawing}</div></figure>`
}

function distributionSection(data: PageData): string {
  if (data.views.every((view) => view.distribution === null)) return ''
  const first = data.views.find((view) => view.distribution !== null)
  const before = new Map(first?.beforeDistribution?.curve)
  const cellOf = (ms: number | undefined): string => `<td>${ms === undefined ? '–' : formatDuration(ms)}</td>`
  const rows = (first?.distribution?.curve ?? [])
    .filter(([percentile]) => [50, 75, 90, 95, 99, 99.5, 99.9, 99.99].includes(percentile))
    .map(
      ([percentile, ms]) =>
        `<tr><th scope="row">p${percentile}</th>${cellOf(ms)}${before.size > 0 ? cellOf(before.get(percentile)) : ''}</tr>`,
    )
  const head =
    before.size > 0
      ? '<thead><tr><th scope="col">Percentile</th><th scope="col">This run</th><th scope="col">Baseline</th></tr></thead>'
      : ''
  const table = `<table class="curve"><caption class="hidden">Percentiles of ${escapeHtml(first?.name ?? '')}</caption>${head}<tbody>${rows.join('')}</tbody></table>`
  const hasBars = data.views.some((view) => (view.distribution?.bars.length ?? 0) > 0)
  const bars = hasBars
    ? `<div data-needs-script hidden>${figure('histogram', 'Response-time distribution', '', undefined)}</div>`
    : ''
  return `<section id="distribution" aria-labelledby="distribution-title"><h2 id="distribution-title">Distribution <small class="view-name">${escapeHtml(first?.name ?? '')}</small></h2>
<div class="charts distribution${hasBars ? '' : ' no-bars'}">${bars}<div data-needs-script hidden>${figure('curve', 'Percentiles', '', undefined)}</div>${table}</div></section>`
}

/** `mean 174 /s, maximum 202 /s`. Part of the accessible name of the chart. */
function rateWords(series: ChartSeries): string {
  return `mean ${formatRate(mean(series.rate))}, maximum ${formatRate(Math.max(...series.rate))}`
}

function durationWords(series: ChartSeries): string {
  const known = (series.p95 ?? series.mean).filter((value) => value !== null)
  if (known.length === 0) return 'unknown'
  return `${series.p95 ? 'p95' : 'mean'} from ${formatDuration(Math.min(...known))} to ${formatDuration(Math.max(...known))}`
}

function errorWords({ errorShare }: View): string {
  if (errorShare === null) return 'unknown'
  return errorShare === 0 ? 'none' : `${formatPercent(errorShare)} of all`
}

function usersWords(users: readonly (number | null)[]): string {
  return `up to ${formatCount(Math.max(...users.map((value) => value ?? 0)))}`
}

function cpuWords({ cpuMean, cpuMax }: ChartLoad): string {
  const greatest = Math.max(...(cpuMax ?? cpuMean ?? []).map((value) => value ?? 0))
  return `up to ${formatPercent(Math.round(greatest) / 100)}`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
