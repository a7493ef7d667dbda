import { escapeMarkdown, markdownCode, markdownLink } from '../escape.ts'
import { clip } from '../../foundation/one-line.ts'
import { formatCount } from '../../foundation/format.ts'
import type { Presentation, PresentedRun } from '../presentation.ts'
import { OUTCOME_WORDS, verdictWords } from '../verdict-words.ts'
import { allWarnings, comparisonsInWords, linksOf, plainRunName, runFactsInWords } from '../run-words.ts'
import { changesOfUsual } from '../figures/usual-changes.ts'

const MOST_MESSAGE_CHARACTERS = 2_000
const MOST_WARNINGS = 20

/** The first line: the outcome and the reason. */
export function headline({ verdict, title }: Presentation): string {
  const words = title === undefined ? verdictWords(verdict) : `${clip(title, 120)}: ${verdictWords(verdict)}`
  const [first = '', ...others] = clip(verdict.message, MOST_MESSAGE_CHARACTERS).split('\n')
  const message = escapeMarkdown(first)
  const faults = others.map((line) => `\n- ${escapeMarkdown(line.replace(/^- /, ''))}`).join('')
  const line = `## ${OUTCOME_WORDS[verdict.outcome].icon} ${escapeMarkdown(words)}${message === '' ? '' : ' — ' + message}${faults === '' ? '' : `\n${faults}`}`
  const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome)
  return isQuiet ? `${line}\n\nThe step does not fail: \`fail-on\` does not include this.` : line
}

/** One line about the run: what ran, where, and how long. */
export function runLine({ run }: Presentation): string {
  const parts = [
    runName(run),
    run.test === undefined ? '' : `test ${markdownCode(clip(run.test, 200))}`,
    run.state === undefined ? '' : `state ${markdownCode(clip(run.state, 60))}`,
    ...runFactsInWords(run),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** Where to find more: page, report, workflow run, commit, pull request. */
export function linksLine(presentation: Presentation): string {
  return linksOf(presentation)
    .map(({ name, url }) => markdownLink(name, url))
    .join(' · ')
}

function runName(run: PresentedRun): string {
  return `**${markdownLink(plainRunName(run), run.url)}**`
}

export function comparisonLines({ verdict }: Presentation): string {
  return comparisonsInWords(verdict).map(escapeMarkdown).join('\n\n')
}

/** Recent changes of the usual itself. */
export function changesList({ verdict }: Presentation): string {
  const changes = changesOfUsual(verdict)
  if (changes.length === 0) return ''
  return ['> [!NOTE]', ...changes.map((change) => `> - ${escapeMarkdown(clip(change, 1000))}`)].join('\n')
}

/** What readers must know before they trust the numbers. */
export function warningsList(presentation: Presentation): string {
  const warnings = allWarnings(presentation)
  if (warnings.length === 0) return ''
  const lines = warnings.slice(0, MOST_WARNINGS).map((warning) => `> - ${escapeMarkdown(clip(warning, 600))}`)
  const rest = warnings.length - lines.length
  if (rest > 0) lines.push(`> - and ${formatCount(rest)} more warnings`)
  return ['> [!WARNING]', ...lines].join('\n')
}
