import type { CriteriaFault, CriterionSource } from './criterion-entry.ts'

const EXCERPT_LENGTH = 100

/** All faults as one text for people, each with its place, its line, and a caret below the column. */
export function faultsText(faults: readonly CriteriaFault[]): string {
  return faults.map(faultText).join('\n')
}

export function faultText({ source, message, excerpt }: CriteriaFault): string {
  return `${placeText(source)}: ${message}${excerpt === undefined ? '' : `\n${excerpt}`}`
}

/** `perf/criteria.yml, line 3, column 7`, or `Input 'criteria', line 3`. */
export function placeText(source: CriterionSource): string {
  const where = source.file ?? "Input 'criteria'"
  return `${where}, line ${source.line}${source.column === undefined ? '' : `, column ${source.column}`}`
}

/** The line around a column (from 1), indented, and a caret below it; tabs and control characters become blanks. */
export function caretExcerpt(line: string, column: number): string {
  const start = Math.max(0, Math.min(column - 1 - EXCERPT_LENGTH / 2, line.length - EXCERPT_LENGTH))
  const cut = line.slice(start, start + EXCERPT_LENGTH)
  const lead = start > 0 ? '…' : ''
  const tail = start + EXCERPT_LENGTH < line.length ? '…' : ''
  // oxlint-disable-next-line no-control-regex
  const shown = cut.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trimEnd()
  return `  ${lead}${shown}${tail}\n  ${' '.repeat(lead.length + column - 1 - start)}^`
}
