import type { Scorecard, WebVital } from '../../measurements/model.ts'
import { escapeHtml } from '../escape.ts'
import { clip, visibleName } from '../../foundation/one-line.ts'
import { formatCounted, formatTime } from '../../foundation/format.ts'
import { vitalTable, type VitalCell } from '../figures/web-vitals.ts'
import type { Presentation } from '../presentation.ts'
import { agentInWords, scorecardInWords } from '../summary/summary-details.ts'

/** Everything that is known about the run itself. */
export function factsSection(presentation: Presentation): string {
  const facts = runFacts(presentation)
  // The mode alone says nothing about a run.
  if (facts.length <= 1) return ''
  const items = facts.map(
    ([name, value]) =>
      `<div><dt>${escapeHtml(clip(name, 200))}</dt><dd>${escapeHtml(clip(value, 1000))}</dd></div>`,
  )
  return `<section id="facts" aria-labelledby="facts-title"><h2 id="facts-title">Run facts</h2><dl class="facts">${items.join('')}</dl></section>`
}

function runFacts({ run, facts, measurements }: Presentation): [string, string][] {
  const known: [string, string | undefined][] = [
    ['Mode', run.mode],
    ['State at the service', run.state],
    ['Started', run.startedAtMs === undefined ? undefined : formatTime(run.startedAtMs)],
    ['Finished', run.finishedAtMs === undefined ? undefined : formatTime(run.finishedAtMs)],
    ['Commit', measurements?.run.commit],
    ...facts,
    ...(measurements?.run.loadProfile ?? []).map((entry): [string, string] => [
      `Load: ${entry.name}`,
      entry.settings.map(([name, value]) => `${name} ${value}`).join(', '),
    ]),
    ...(measurements?.agents ?? []).map((agent): [string, string] => [
      `Agent ${agent.agent}`,
      agentInWords(agent),
    ]),
  ]
  return known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}

/** The service's own scorecard; rules that did not pass come first. */
export function scorecardSection(scorecard: Scorecard | undefined): string {
  if (scorecard === undefined) return ''
  const order = ['ERROR', 'NOTPASSED', 'SKIPPED', 'PASSED']
  const rows = scorecard.rules
    .toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
    .slice(0, 200)
    .map((rule) => {
      const status =
        rule.result === 'PASSED'
          ? 'passed'
          : rule.testFailed
            ? 'failed'
            : rule.result === 'ERROR'
              ? 'error'
              : 'skipped'
      const word = { PASSED: 'passed', NOTPASSED: 'not passed', SKIPPED: 'skipped', ERROR: 'error' }[
        rule.result
      ]
      return `<tr><td><span class="status ${status}">${word}</span></td><td>${escapeHtml(clip(`${rule.group} / ${rule.rule}`, 300))}</td><td class="n">${rule.points ?? ''}</td><td>${escapeHtml(clip(rule.message ?? '', 600))}</td></tr>`
    })
  return `<section id="scorecard" aria-labelledby="scorecard-title"><h2 id="scorecard-title">Scorecard <small>${escapeHtml(scorecardInWords(scorecard))}</small></h2><div class="scroll" tabindex="0" role="region" aria-label="Scorecard"><table><caption class="hidden">Rules of the scorecard</caption><thead><tr><th scope="col">Result</th><th scope="col">Rule</th><th scope="col" class="n">Points</th><th scope="col">Message</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`
}

const MOST_PAGES = 500

/** Core Web Vitals: a row for each page, a column for each vital. */
export function vitalsSection(vitals: readonly WebVital[] | undefined): string {
  if (vitals === undefined || vitals.length === 0) return ''
  const { names, pages } = vitalTable(vitals)
  const head = names.map((name) => `<th scope="col" class="n">${escapeHtml(clip(name, 20))}</th>`)
  const rows = pages
    .slice(0, MOST_PAGES)
    .map(
      ({ page, cells }) =>
        `<tr><th scope="row">${escapeHtml(visibleName(page, 200))}</th>${cells.map(vitalCell).join('')}</tr>`,
    )
  const rest = pages.length - rows.length
  const more =
    rest > 0 ? `<p class="note">${formatCounted(rest, 'more page', 'more pages')} in the report.</p>` : ''
  return `<section aria-labelledby="vitals-title"><h2 id="vitals-title">Web vitals</h2><div class="scroll" tabindex="0" role="region" aria-label="Web vitals"><table class="vitals"><caption class="hidden">Web vitals by page</caption><thead><tr><th scope="col">Page</th>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>${more}</section>`
}

function vitalCell(cell: VitalCell | undefined): string {
  if (cell === undefined) return '<td class="n">–</td>'
  const rating = cell.rating === '' ? '' : ` <small>${escapeHtml(clip(cell.rating, 40))}</small>`
  return `<td class="n">${escapeHtml(cell.value)}${rating}</td>`
}
