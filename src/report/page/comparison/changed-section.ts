import { formatCount, formatCounted } from '../../../foundation/format.ts'
import { visibleName } from '../../../foundation/one-line.ts'
import { escapeHtml } from '../../escape.ts'
import {
  type ChangedFigure,
  type ChangedLabel,
  type LabelChanges,
  shortFigure,
} from '../../figures/changed-labels.ts'
import type { FindLabel } from '../criteria-section.ts'
import { labelId } from '../label-cells.ts'

/** These rows fill about one screen; the others are folded. */
const MOST_OPEN = 8
const MOST_ROWS = 50
const MOST_NAMED = 20

/** The labels whose rows the section links to. */
export function shownLabels(changes: LabelChanges | undefined): string[] {
  return changes?.changed.slice(0, MOST_OPEN + MOST_ROWS).map(({ now }) => now.label) ?? []
}

/**
 * The labels that changed most from the baseline, with links to their rows, and those that are new or gone.
 */
export function changedSection(changes: LabelChanges | undefined, findLabel: FindLabel): string {
  if (changes === undefined) return ''
  const { subject, changed, added, vanished, compared } = changes
  const parts = [
    changed.length === 0
      ? `<p class="note">None of ${formatCounted(compared, 'label', 'labels')} changed by more than chance explains.</p>`
      : tableHtml(changed.slice(0, MOST_OPEN), 'What changed most', findLabel),
    foldedHtml(changed.slice(MOST_OPEN), findLabel),
    named('New', added),
    named('No longer there', vanished),
  ]
  return `<section id="changed" aria-labelledby="changed-title"><h2 id="changed-title">What changed most <small>${subject}, against the baseline</small></h2>${parts.join('')}</section>`
}

function foldedHtml(changed: readonly ChangedLabel[], findLabel: FindLabel): string {
  if (changed.length === 0) return ''
  const rest = changed.length - MOST_ROWS
  const note =
    rest > 0
      ? `<p class="note">${formatCount(rest)} more changed; the table of labels has all of them.</p>`
      : ''
  return `<details><summary>${formatCount(changed.length)} more</summary>${tableHtml(changed.slice(0, MOST_ROWS), 'More that changed', findLabel)}${note}</details>`
}

function tableHtml(changed: readonly ChangedLabel[], caption: string, findLabel: FindLabel): string {
  const rows = changed.map((one) => rowHtml(one, findLabel))
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="changed cards"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Label</th><th scope="col">Figure</th><th scope="col" class="n">Baseline</th><th scope="col" class="n">This run</th><th scope="col" class="n">Change</th><th scope="col">Also changed</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`
}

function rowHtml({ subject, now, figures: [first, ...others] }: ChangedLabel, findLabel: FindLabel): string {
  if (first === undefined) return ''
  const index = findLabel(subject, now.label)
  const name = `<code>${escapeHtml(visibleName(now.label, 200))}</code>`
  const linked = index === undefined ? name : `<a href="#${labelId(subject, index)}">${name}</a>`
  const cells = [
    `<td data-th="Figure">${escapeHtml(first.name)}</td>`,
    `<td class="n" data-th="Baseline">${escapeHtml(first.before)}</td>`,
    `<td class="n" data-th="This run">${escapeHtml(first.value)}</td>`,
    `<td class="n" data-th="Change">${changeHtml(first)}</td>`,
    `<td class="whole" data-th="Also changed">${others.map((one) => escapeHtml(shortFigure(one))).join(', ')}</td>`,
  ]
  return `<tr><th scope="row" class="whole">${linked}</th>${cells.join('')}</tr>`
}

/** With a word too, because color alone is not accessible to everybody. */
function changeHtml({ change }: ChangedFigure): string {
  const word = change.tone === 'better' || change.tone === 'worse' ? ` ${change.tone}` : ''
  return `<span class="change ${change.tone}">${escapeHtml(change.text)}${word}</span>`
}

function named(title: string, labels: readonly string[]): string {
  if (labels.length === 0) return ''
  const shown = labels
    .slice(0, MOST_NAMED)
    .map((label) => `<code>${escapeHtml(visibleName(label, 120))}</code>`)
  const rest = labels.length - shown.length
  return `<p><b>${title}</b>: ${shown.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}</p>`
}
