import { formatCount, formatCounted } from '../../foundation/format.ts'
import { visibleName } from '../../foundation/one-line.ts'
import { escapeMarkdown, markdownCode } from '../escape.ts'
import { type ChangedLabel, changedLabels, shortFigure } from '../figures/changed-labels.ts'
import type { Tone } from '../figures/tone.ts'
import type { Presentation } from '../presentation.ts'
import { renderTable } from './markdown-table.ts'

const MOST_OPEN = 5
const LIMITS = { maxRows: 50, maxBytes: 60_000 }
const MOST_NAMED = 10

export const TONE_WORDS: Record<Tone, string> = {
  better: ' better',
  worse: ' **worse**',
  same: '',
  neutral: '',
}

/** The labels that changed most from the baseline, and those that are new or gone. */
export function changesSection(presentation: Presentation): string {
  const changes = changedLabels(presentation)
  if (changes === undefined) return ''
  const { subject, changed, added, vanished, compared } = changes
  const parts = [
    `### What changed most: ${subject}`,
    changed.length === 0
      ? `None of ${formatCounted(compared, 'label', 'labels')} changed by more than chance explains.`
      : tableOf(changed.slice(0, MOST_OPEN)),
    folded(changed.slice(MOST_OPEN)),
    named('New', added),
    named('No longer there', vanished),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function tableOf(changed: readonly ChangedLabel[]): string {
  const head = ['Label', 'Figure', 'Baseline', 'This run', 'Change', 'Also changed']
  const rows = changed.slice(0, LIMITS.maxRows).map(rowOf)
  return renderTable({ head, align: 'llrrll', rows }, LIMITS).markdown
}

function rowOf({ now, figures: [first, ...others] }: ChangedLabel): string[] {
  const name = markdownCode(visibleName(now.label, 120))
  if (first === undefined) return [name]
  const { change, before, value } = first
  const also = others.map(shortFigure).join(', ')
  return [
    name,
    first.name,
    escapeMarkdown(before),
    escapeMarkdown(value),
    escapeMarkdown(change.text) + TONE_WORDS[change.tone],
    escapeMarkdown(also),
  ]
}

function folded(changed: readonly ChangedLabel[]): string {
  if (changed.length === 0) return ''
  const rest = changed.length - LIMITS.maxRows
  const note = rest > 0 ? `\n\n_and ${formatCount(rest)} more; the page has all labels_` : ''
  return `<details><summary>${formatCount(changed.length)} more</summary>\n\n${tableOf(changed)}${note}\n\n</details>`
}

function named(title: string, labels: readonly string[]): string {
  if (labels.length === 0) return ''
  const shown = labels.slice(0, MOST_NAMED).map((label) => markdownCode(visibleName(label, 80)))
  const rest = labels.length - shown.length
  return `**${title}**: ${shown.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`
}
