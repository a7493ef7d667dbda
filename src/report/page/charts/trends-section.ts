import { escapeHtml } from '../../escape.ts'
import { dayOf, sinceInWords, trendFigure, trendInWords, trendName } from '../../figures/trend-words.ts'
import type { Presentation } from '../../presentation.ts'
import type { RunTrend } from '../../../verdict/against-usual/trends/run-trends.ts'
import { linkHtml } from '../head-section.ts'
import { runTrendChart } from './run-trend-chart.ts'

/**
 * The key figures and the criteria that did not pass over the last runs: a small chart for each, and one table.
 */
export function trendsSection({ trends = [] }: Presentation): string {
  if (trends.length === 0) return ''
  const longest = Math.max(...trends.map(({ points }) => points.length))
  return `<section id="trend" aria-labelledby="trend-title"><h2 id="trend-title">Trend <small>the last ${longest} runs, this one included</small></h2>
<div class="trends">${trends.map(figureOf).join('')}</div>
<details><summary>The runs as a table</summary>${tableOf(trends)}</details></section>`
}

function figureOf(trend: RunTrend): string {
  const name = escapeHtml(trendName(trend))
  const last = trend.points.at(-1)?.value
  const isBad = trend.kind === 'criterion'
  const state = isBad ? '<span class="status failed">failed</span> ' : ''
  const value =
    last === undefined ? '' : ` <span class="value">${escapeHtml(trendFigure(trend, last))}</span>`
  const words = sinceInWords(trend)
  return `<figure class="run-trend${isBad ? ' failing' : ''}"><figcaption>${state}<b>${name}</b>${value}</figcaption>
${runTrendChart(trend, `${name}: ${escapeHtml(trendInWords(trend))}`)}${words === '' ? '' : `<p class="note">${sinceHtml(trend, words)}</p>`}</figure>`
}

/** The words, linked to the run that they are about. */
function sinceHtml({ points, since }: RunTrend, words: string): string {
  const url = since === undefined || since.index === points.length - 1 ? undefined : points[since.index]?.url
  return url === undefined ? escapeHtml(words) : linkHtml(words, url)
}

function tableOf(trends: readonly RunTrend[]): string {
  const [first] = trends
  const rows = (first?.points ?? []).map((point, index) => {
    const isNow = index === (first?.points.length ?? 0) - 1
    const run = isNow
      ? 'this run'
      : linkHtml(point.runId === undefined ? 'run' : `run ${point.runId}`, point.url)
    const values = trends.map((trend) => {
      const value = trend.points[index]?.value
      return `<td class="n">${value === undefined ? '–' : escapeHtml(trendFigure(trend, value))}</td>`
    })
    const commit = escapeHtml((point.commit ?? '').slice(0, 7)) || '–'
    return `<tr><th scope="row">${run}</th><td>${dayOf(point) || '–'}</td><td>${commit}</td>${values.join('')}</tr>`
  })
  const heads = trends.map((trend) => `<th scope="col" class="n">${escapeHtml(trendName(trend))}</th>`)
  return `<div class="scroll" tabindex="0" role="region" aria-label="Runs of the trend"><table><caption class="hidden">Runs of the trend</caption><thead><tr><th scope="col">Run</th><th scope="col">Ended</th><th scope="col">Commit</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
