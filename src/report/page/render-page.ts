import { escapeHtml, jsonForScript } from '../escape.ts'
import { clip } from '../../foundation/one-line.ts'
import type { Presentation } from '../presentation.ts'
import { verdictWords } from '../verdict-words.ts'
import { plainRunName } from '../run-words.ts'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './client/assets.generated.ts'
import { busyInWords } from '../diagnosis/busy-generators.ts'
import { chartsSection } from './charts/charts-section.ts'
import { trendsSection } from './charts/trends-section.ts'
import { usualSection } from './charts/usual-section.ts'
import { changedLabels } from '../figures/changed-labels.ts'
import { changedSection, shownLabels } from './comparison/changed-section.ts'
import { criteriaSection, type FindLabel } from './criteria-section.ts'
import { errorsSection } from './errors-section.ts'
import { factsSection, scorecardSection, vitalsSection } from './facts-section.ts'
import {
  artifactsSection,
  changesSection,
  figuresSection,
  headSection,
  warningsSection,
} from './head-section.ts'
import { labelsSection } from './labels-section.ts'
import { packRow } from './packing.ts'
import { nameOnPage, type PageData, pageDataOf } from './page-data.ts'

/**
 * `summary.html`: a single file that loads nothing else. Everything important is in the HTML; the script adds
 * charts and the full table.
 */
export function renderPage(presentation: Presentation): string {
  const data = pageDataOf(presentation)
  const body = bodyOf(presentation, data)
  const title = `${verdictWords(presentation.verdict)} – ${plainRunName(presentation.run)}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(clip(title, 200))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
${headSection(presentation)}
${navigation(body)}
<button type="button" id="theme" data-needs-script hidden>Dark theme</button>
<main id="main" tabindex="-1">
${body}
</main>
<script type="application/json" id="data">${jsonForScript(packed(data))}</script>
<script>${SCRIPT}</script>
</body>
</html>
`
}

const SECTIONS = [
  ['changed', 'What changed'],
  ['criteria', 'Criteria'],
  ['trend', 'Trend'],
  ['usual', 'Against the usual'],
  ['errors', 'Errors'],
  ['charts', 'Over time'],
  ['distribution', 'Distribution'],
  ['labels', 'Labels'],
  ['facts', 'Run facts'],
]

function navigation(body: string): string {
  const present = SECTIONS.filter(([id]) => body.includes(`<section id="${id}"`))
  if (present.length < 2) return ''
  const links = present.map(([id, name]) => `<a href="#${id}">${name}</a>`)
  return `<nav aria-label="Sections">${links.join('')}</nav>`
}

/** Allows only the style and the script of this page, and no requests. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`

function bodyOf(presentation: Presentation, data: PageData): string {
  const findLabel = labelFinder(data)
  const changes = changedLabels(presentation)
  const sections = [
    warningsSection(presentation),
    changesSection(presentation),
    changedSection(changes, findLabel),
    figuresSection(presentation),
    criteriaSection(presentation, findLabel),
    trendsSection(presentation),
    usualSection(presentation),
    scorecardSection(presentation.measurements?.scorecard),
    errorsSection(presentation),
    chartsSection(data, busyInWords(presentation.measurements)),
    labelsSection(data, { criteria: presentation.verdict.criteria, labels: shownLabels(changes) }, findLabel),
    vitalsSection(presentation.measurements?.webVitals),
    artifactsSection(presentation),
    factsSection(presentation),
  ]
  return sections.filter((section) => section !== '').join('\n')
}

function labelFinder(data: PageData): FindLabel {
  const indexes = new Map(
    data.subjects.map(({ name, rows }) => [
      name as string,
      new Map(rows.map((row) => [row.name, row.index])),
    ]),
  )
  return (subject, label) => indexes.get(subject)?.get(nameOnPage(label))
}

function packed({ subjects, views, load }: PageData) {
  return {
    subjects: subjects.map(({ name, broken, rows }) => ({ name, broken, rows: rows.map(packRow) })),
    views,
    load,
  }
}
