import { clip, visibleName } from '../../foundation/one-line.ts'
import { formatCount, formatCounted, formatDuration } from '../../foundation/format.ts'
import type { RunEvent } from '../../measurements/model.ts'
import { escapeHtml } from '../escape.ts'
import { clockOf, errorRows, type ErrorRow, kindInWords, unlistedErrors } from '../figures/error-rows.ts'
import type { Presentation } from '../presentation.ts'

/** About one screen is not folded. */
const MOST_OPEN = 15
const MOST_EVENTS = 50

/** What failed and how: label, code or message, first and last time, and a URL. */
export function errorsSection({ measurements, run }: Presentation): string {
  const rows = errorRows(measurements)
  const events = measurements?.events ?? []
  if (rows.length === 0 && events.length === 0) return ''
  const open = tableHtml(rows.slice(0, MOST_OPEN), run.startedAtMs)
  const rest = rows.slice(MOST_OPEN)
  const folded =
    rest.length === 0
      ? ''
      : `<details><summary>${formatCounted(rest.length, 'more kind', 'more kinds')}</summary>${tableHtml(rest, run.startedAtMs)}</details>`
  const unlisted = unlistedErrors(measurements)
  const note =
    unlisted === 0
      ? ''
      : `<p class="note">${formatCount(unlisted)} errors of further kinds are counted only.</p>`
  const title = `<h2 id="errors-title">Errors <small>${formatCounted(rows.length, 'kind', 'kinds')}</small></h2>`
  return `<section id="errors" aria-labelledby="errors-title">${title}${open}${folded}${note}${eventsHtml(events)}</section>`
}

function tableHtml(rows: readonly ErrorRow[], startedAtMs: number | undefined): string {
  if (rows.length === 0) return ''
  const body = rows.map((row) => rowHtml(row, startedAtMs)).join('\n')
  return `<div class="scroll" tabindex="0" role="region" aria-label="Errors by kind"><table class="errors cards"><caption class="hidden">Errors by kind</caption>
<thead><tr><th scope="col">Error</th><th scope="col">Label</th><th scope="col" class="n">Count</th><th scope="col" class="n">First</th><th scope="col" class="n">Last</th></tr></thead>
<tbody>${body}</tbody></table></div>`
}

function rowHtml(row: ErrorRow, startedAtMs: number | undefined): string {
  const sample = row.sample === undefined ? '' : `<p class="note">${escapeHtml(clip(row.sample, 300))}</p>`
  const label =
    row.label === undefined ? 'all together' : `<code>${escapeHtml(visibleName(row.label, 200))}</code>`
  const cells = [
    `<td class="whole"><b>${escapeHtml(clip(kindInWords(row), 300))}</b>${sample}</td>`,
    `<td class="whole">${label} <small>${row.subject}</small></td>`,
    `<td class="n" data-th="Count">${formatCount(row.count)}</td>`,
    `<td class="n" data-th="First">${timeHtml(row.firstAtMs, startedAtMs)}</td>`,
    `<td class="n" data-th="Last">${timeHtml(row.lastAtMs, startedAtMs)}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

/** The time of day, and the time since the start of the run, as in the charts. */
function timeHtml(ms: number | undefined, startedAtMs: number | undefined): string {
  if (ms === undefined) return '–'
  const isWithin = startedAtMs !== undefined && ms >= startedAtMs
  const elapsed = isWithin ? ` <small>after ${formatDuration(ms - startedAtMs)}</small>` : ''
  return `${clockOf(ms)}${elapsed}`
}

function eventsHtml(events: readonly RunEvent[]): string {
  if (events.length === 0) return ''
  const items = events.slice(0, MOST_EVENTS).map(({ name, testCase, message, count }) => {
    const where = testCase === undefined ? '' : ` in <code>${escapeHtml(visibleName(testCase, 200))}</code>`
    const words = message === undefined ? '' : `: ${escapeHtml(clip(message, 300))}`
    return `<li>${formatCount(count)} × <b>${escapeHtml(clip(name, 200))}</b>${where}${words}</li>`
  })
  return `<details><summary>${formatCounted(events.length, 'event', 'events')} that the test reported</summary><ul class="plain">${items.join('')}</ul></details>`
}
