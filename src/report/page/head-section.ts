import type { Outcome } from '../../verdict/verdict.ts'
import { escapeHtml, safeUrl } from '../escape.ts'
import { clip } from '../../foundation/one-line.ts'
import { formatBytes } from '../../foundation/format.ts'
import { changesOfUsual } from '../figures/usual-changes.ts'
import { type KeyFigure, keyFigures } from '../figures/key-figures.ts'
import { mainSubject } from '../figures/label-rows.ts'
import { requestSubjectsNote } from '../figures/request-subjects.ts'
import type { Presentation } from '../presentation.ts'
import { verdictWords } from '../verdict-words.ts'
import { allWarnings, comparisonsInWords, linksOf, plainRunName, runFactsInWords } from '../run-words.ts'

// Not the emoji of Markdown, because some machines have no font for them.
const SIGNS: Record<Outcome, string> = {
  passed: '✓',
  failed: '✕',
  inconclusive: '?',
  error: '!',
  'timed-out': '!',
  cancelled: '–',
  started: '→',
}

const DOT = '<span class="dot" aria-hidden="true"> · </span>'

/** The outcome, the reason, and the run. */
export function headSection(presentation: Presentation): string {
  const { verdict, title } = presentation
  return `<header class="verdict ${verdict.outcome}">
<p class="kicker">${escapeHtml(clip(title ?? 'Load test', 200))}</p>
<h1><span class="icon" aria-hidden="true">${SIGNS[verdict.outcome]}</span> ${escapeHtml(verdictWords(verdict))}</h1>
${messageHtml(verdict.message)}
<p class="run">${runParts(presentation).join(DOT)}</p>
${linksParagraph(presentation)}${baselineParagraph(presentation)}</header>`
}

/** Faults have lines of their own. */
function messageHtml(message: string): string {
  const [first = '', ...faults] = clip(message, 4000).split('\n')
  const items = faults.map((fault) => `<li>${escapeHtml(fault.replace(/^- /, ''))}</li>`)
  const list = items.length === 0 ? '' : `<ul class="message">${items.join('')}</ul>`
  return `<p class="message">${escapeHtml(first)}</p>${list}`
}

function runParts({ run, verdict }: Presentation): string[] {
  const parts = [
    linkHtml(plainRunName(run), run.url),
    run.test === undefined ? '' : `test <b>${escapeHtml(clip(run.test, 200))}</b>`,
    run.state === undefined ? '' : `state ${escapeHtml(clip(run.state, 60))}`,
    ...runFactsInWords(run),
    !verdict.failsStep && verdict.outcome !== 'passed' ? 'does not fail the step' : '',
  ]
  return parts.filter((part) => part !== '')
}

function linksParagraph(presentation: Presentation): string {
  const links = linksOf(presentation).map(({ name, url }) => linkHtml(name, url))
  return links.length === 0 ? '' : `<p class="run">${links.join(DOT)}</p>\n`
}

function baselineParagraph({ verdict }: Presentation): string {
  return comparisonsInWords(verdict)
    .map((line) => `<p class="run">${escapeHtml(line)}</p>\n`)
    .join('')
}

/** The text, as a link if the address is safe. */
export function linkHtml(text: string, url: string | undefined): string {
  const address = safeUrl(url)
  if (address === undefined) return escapeHtml(text)
  return `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(text)}</a>`
}

/** What readers must know before they trust the numbers. */
export function warningsSection(presentation: Presentation): string {
  const warnings = allWarnings(presentation)
  if (warnings.length === 0) return ''
  const items = warnings.slice(0, 100).map((warning) => `<li>${escapeHtml(clip(warning, 1000))}</li>`)
  if (warnings.length > 100) items.push(`<li>and ${warnings.length - 100} more warnings</li>`)
  return `<section class="warnings" aria-labelledby="warnings-title"><h2 id="warnings-title">Read this first</h2><ul>${items.join('')}</ul></section>`
}

/** Recent changes of the usual itself. */
export function changesSection({ verdict }: Presentation): string {
  const changes = changesOfUsual(verdict)
  if (changes.length === 0) return ''
  const items = changes.map((change) => `<li>${escapeHtml(clip(change, 1000))}</li>`)
  return `<section class="changes" aria-labelledby="changes-title"><h2 id="changes-title">The usual has changed</h2><ul>${items.join('')}</ul></section>`
}

/** The figures that sum up the run, each with its change from the baseline. */
export function figuresSection(presentation: Presentation): string {
  const figures = keyFigures(presentation)
  if (figures.length === 0) return ''
  const subject = mainSubject(presentation.measurements) ?? ''
  const subjectsNote = requestSubjectsNote(presentation.measurements)
  const note = subjectsNote === undefined ? '' : `<p class="note">${escapeHtml(subjectsNote)}</p>`
  return `<section id="figures" aria-labelledby="figures-title"><h2 id="figures-title">Key figures <small>all ${subject}</small></h2><dl class="figures n${figures.length}">${figures.map(figureHtml).join('')}</dl>${note}</section>`
}

function figureHtml(figure: KeyFigure): string {
  const change =
    figure.change === undefined
      ? ''
      : `<dd class="change ${figure.change.tone}">${escapeHtml(figure.change.text)}${toneWord(figure)}</dd><dd class="before">was ${escapeHtml(figure.before ?? '')}</dd>`
  return `<div><dt>${escapeHtml(figure.name)}</dt><dd class="value">${escapeHtml(figure.value)}</dd>${change}</div>`
}

/** A word too, because color alone is not accessible to everybody. */
function toneWord({ change }: KeyFigure): string {
  return change?.tone === 'better' || change?.tone === 'worse' ? ` ${change.tone}` : ''
}

/** The artifacts with their sizes. */
export function artifactsSection({ artifacts }: Presentation): string {
  if (artifacts.length === 0) return ''
  const items = artifacts.map(
    (artifact) =>
      `<li>${linkHtml(clip(artifact.name, 300), artifact.url)} <small>${formatBytes(artifact.sizeBytes)}</small></li>`,
  )
  return `<section aria-labelledby="artifacts-title"><h2 id="artifacts-title">Artifacts</h2><ul class="plain">${items.join('')}</ul></section>`
}
