import { escapeMarkdown, markdownCode, markdownLink } from '../escape.ts'
import { clip, visibleName } from '../../foundation/one-line.ts'
import { formatBytes, formatCount, formatCounted, formatPercent } from '../../foundation/format.ts'
import { busyInWords } from '../diagnosis/busy-generators.ts'
import { errorRows, kindInWords, spanInWords } from '../figures/error-rows.ts'
import { vitalTable } from '../figures/web-vitals.ts'
import { type MarkdownTable, renderTable } from './markdown-table.ts'
import type { Presentation } from '../presentation.ts'

const LIMITS = { maxRows: 100, maxBytes: 60_000 }

/** The service's own scorecard, with the rules that did not pass. */
export function scorecardSection({ measurements }: Presentation): string {
  const scorecard = measurements?.scorecard
  if (scorecard === undefined) return ''
  const rules = scorecard.rules.filter((rule) => rule.result !== 'PASSED' && rule.result !== 'SKIPPED')
  const rows = rules.map((rule) => [
    rule.testFailed ? '❌ fails the test' : rule.result === 'ERROR' ? '⛔ error' : '⚠️ not passed',
    markdownCode(clip(`${rule.group} / ${rule.rule}`, 160)),
    escapeMarkdown(clip(rule.message ?? '', 300)),
  ])
  const title = `### Scorecard: ${escapeMarkdown(scorecardInWords(scorecard))}`
  return rows.length === 0
    ? title
    : `${title}\n\n${tableWithRest({ head: ['', 'Rule', 'Message'], align: 'lll', rows })}`
}

type Scorecard = NonNullable<NonNullable<Presentation['measurements']>['scorecard']>

/** `87 of 100 points (87%), rating B, the test failed`. */
export function scorecardInWords(scorecard: Scorecard): string {
  const { points, totalPoints, pointsPercent, rating, testFailed, error } = scorecard
  const share = pointsPercent === undefined ? '' : ` (${formatPercent(pointsPercent / 100)})`
  const parts = [
    points === undefined
      ? ''
      : `${points}${totalPoints === undefined ? '' : ` of ${totalPoints}`} points${share}`,
    rating === undefined ? '' : `rating ${clip(rating, 60)}`,
    testFailed ? 'the test failed' : '',
    error === undefined ? '' : clip(error, 300),
  ]
  return parts.filter((part) => part !== '').join(', ') || 'no points'
}

const SHOWN_ERRORS = 5

/** The most frequent errors, one line each: code or message, label, count, time, and a URL. */
export function errorsSection({ measurements }: Presentation): string {
  const rows = errorRows(measurements)
  if (rows.length === 0) return ''
  const lines = rows.slice(0, SHOWN_ERRORS).map((row) => {
    const label = row.label === undefined ? 'all' : markdownCode(visibleName(row.label, 120))
    const span = spanInWords(row)
    const sample = row.sample === undefined ? '' : `, such as ${markdownCode(clip(row.sample, 160))}`
    return `- **${escapeMarkdown(clip(kindInWords(row), 160))}** at ${label} (${row.subject}): ${formatCount(row.count)}${span === '' ? '' : `, ${span}`}${sample}`
  })
  const rest = rows.length - lines.length
  const more =
    rest === 0 ? '' : `\n\n_${formatCounted(rest, 'more kind', 'more kinds')}; the page lists them_`
  return `### Errors: ${formatCounted(rows.length, 'kind', 'kinds')}\n\n${lines.join('\n')}${more}`
}

/** A line where the load generators were busy while response times were long. */
export function generatorsLine({ measurements }: Presentation): string {
  const words = busyInWords(measurements)
  return words === '' ? '' : `⚠️ **Load generators:** ${escapeMarkdown(words)}`
}

/** Core Web Vitals, a row for each page, folded. */
export function vitalsSection({ measurements }: Presentation): string {
  const vitals = measurements?.webVitals ?? []
  if (vitals.length === 0) return ''
  const { names, pages } = vitalTable(vitals)
  const rows = pages.map(({ page, cells }) => [
    markdownCode(clip(page, 120)),
    ...cells.map((cell) =>
      cell === undefined ? '' : escapeMarkdown(clip(`${cell.value} ${cell.rating}`.trim(), 60)),
    ),
  ])
  const head = ['Page', ...names.map((name) => escapeMarkdown(clip(name, 20)))]
  const table = tableWithRest({ head, align: `l${'r'.repeat(names.length)}`, rows })
  return `<details><summary>Web vitals of ${formatCounted(pages.length, 'page', 'pages')}</summary>\n\n${table}\n\n</details>`
}

/** The artifacts with their sizes. */
export function filesSection({ artifacts }: Presentation): string {
  if (artifacts.length === 0) return ''
  const rows = artifacts.map((artifact) => [
    markdownLink(clip(artifact.name, 200), artifact.url),
    formatBytes(artifact.sizeBytes),
  ])
  return `### Artifacts\n\n${tableWithRest({ head: ['Artifact', 'Size'], align: 'lr', rows })}`
}

/** Facts of the provider, the load profile and the agents, folded. */
export function factsSection({ facts, measurements }: Presentation): string {
  const profile = (measurements?.run.loadProfile ?? []).map((entry): [string, string] => [
    `Load: ${entry.name}`,
    entry.settings.map(([name, value]) => `${name} ${value}`).join(', '),
  ])
  const agents = (measurements?.agents ?? []).map((agent): [string, string] => [
    `Agent ${agent.agent}`,
    agentInWords(agent),
  ])
  const rows = [...facts, ...profile, ...agents].map(([name, value]) => [
    escapeMarkdown(clip(name, 120)),
    escapeMarkdown(clip(value, 400)),
  ])
  if (rows.length === 0) return ''
  const table = tableWithRest({ head: ['Fact', 'Value'], align: 'll', rows })
  return `<details><summary>Run facts</summary>\n\n${table}\n\n</details>`
}

type Agent = NonNullable<NonNullable<Presentation['measurements']>['agents']>[number]

/** `CPU mean 41%, CPU maximum 77%, memory maximum 812 MB`. */
export function agentInWords(agent: Agent): string {
  const parts = [
    agent.cpuMeanPercent === undefined ? '' : `CPU mean ${formatPercent(agent.cpuMeanPercent / 100)}`,
    agent.cpuMaxPercent === undefined ? '' : `CPU maximum ${formatPercent(agent.cpuMaxPercent / 100)}`,
    agent.memoryMaxMb === undefined ? '' : `memory maximum ${formatCount(agent.memoryMaxMb)} MB`,
  ]
  return parts.filter((part) => part !== '').join(', ') || 'unknown'
}

function tableWithRest(table: MarkdownTable): string {
  const { markdown, shownRows } = renderTable(table, LIMITS)
  const rest = table.rows.length - shownRows
  return rest === 0 ? markdown : `${markdown}\n\n_and ${formatCount(rest)} more_`
}
