import type { CriterionResult, TrendPoint, UsualTrend } from '../../../verdict/verdict.ts'
import { effectiveStatusOf, worstFirst } from '../../../verdict/outcome/effective-status.ts'
import { clip, visibleName } from '../../../foundation/one-line.ts'
import { formatCounted } from '../../../foundation/format.ts'
import { escapeHtml } from '../../escape.ts'
import type { Presentation } from '../../presentation.ts'
import { STATUS_WORDS } from '../../verdict-words.ts'
import { dayOf } from '../../figures/trend-words.ts'
import { linkHtml } from '../head-section.ts'
import { pointName, trendChart, trendValue } from './trend-chart.ts'

/** Each chart has some kB. */
const MOST_CHARTS = 36

interface Shown {
  criterion: CriterionResult
  trend: UsualTrend
}

/**
 * How the figures of criteria with `usual` changed over the earlier runs: a chart for each, and the same as a
 * table.
 */
export function usualSection({ verdict }: Presentation): string {
  const all = worstFirst(verdict.criteria).flatMap((criterion): Shown[] =>
    (criterion.usual?.trends ?? []).map((trend) => ({ criterion, trend })),
  )
  const shown = all.slice(0, MOST_CHARTS)
  if (shown.length === 0) return ''
  const others = verdict.criteria.filter(({ usual }) => usual !== undefined && usual.trends === undefined)
  const note =
    others.length === 0
      ? ''
      : `<p class="note">Only the criteria that matter most have a chart; ${formatCounted(others.length, 'more is', 'more are')} judged by the usual.</p>`
  return `<section id="usual" aria-labelledby="usual-title"><h2 id="usual-title">Against the usual <small>earlier runs, and this one</small></h2>
${LEGEND}
<div class="charts">${shown.map(figureOf).join('')}</div>${note}</section>`
}

/** The shapes differ too, for people who cannot distinguish the colors. */
const LEGEND = `<p class="trend-legend" aria-hidden="true"><span><i class="dot"></i>earlier run</span><span><i class="dot old"></i>earlier run, not counted</span><span><i class="diamond"></i>this commit</span><span><i class="line"></i>usual</span><span><i class="band"></i>95 of 100 unchanged runs</span></p>`

function figureOf({ criterion, trend }: Shown): string {
  const { word } = STATUS_WORDS[effectiveStatusOf(criterion)]
  const name = nameOf(criterion, trend)
  return `<figure class="trend ${trend.word}"><figcaption><span class="status ${effectiveStatusOf(criterion)}">${word}</span> <b>${escapeHtml(name)}</b></figcaption>
<p class="note">${escapeHtml(clip(trend.text, 400))}</p>${trendChart(trend, escapeHtml(`${name}: ${clip(trend.text, 400)}`))}
<details><summary>As a table</summary>${tableOf(trend, name)}</details></figure>`
}

function nameOf({ criterion, label }: CriterionResult, trend: UsualTrend): string {
  const what = clip(criterion, 200)
  return trend.label === '' || label !== undefined ? what : `${visibleName(trend.label, 120)}: ${what}`
}

function tableOf(trend: UsualTrend, name: string): string {
  const { earlier, now, levelStart, formerUsual } = trend
  const rows = [
    ...earlier.map((point, index) =>
      rowOf(trend, point, index === levelStart && formerUsual !== undefined ? 'a new level begins' : ''),
    ),
    ...now.map((point) => rowOf(trend, point, 'this commit')),
  ]
  return `<div class="scroll" tabindex="0" role="region" aria-label="Runs of ${escapeHtml(name)}"><table><caption class="hidden">Runs of ${escapeHtml(name)}</caption><thead><tr><th scope="col">Run</th><th scope="col">Ended</th><th scope="col">Commit</th><th scope="col" class="n">Value</th><th scope="col">Note</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function rowOf(trend: UsualTrend, point: TrendPoint, note: string): string {
  const { runId = '', url, commit = '', value } = point
  const cells = [
    `<td>${dayOf(point) || '–'}</td>`,
    `<td>${escapeHtml(commit.slice(0, 7)) || '–'}</td>`,
    `<td class="n">${value === undefined ? '–' : escapeHtml(trendValue(trend, value))}</td>`,
    `<td>${note}</td>`,
  ]
  return `<tr><th scope="row">${linkHtml(runId === '' ? pointName(point) : runId, url)}</th>${cells.join('')}</tr>`
}
