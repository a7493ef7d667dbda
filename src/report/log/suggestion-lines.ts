import { formatCounted } from '../../foundation/format.ts'
import { suggestionsFile } from '../../verdict/suggest/suggestions-file.ts'
import type { Presentation } from '../presentation.ts'

/**
 * Criteria that earlier runs suggest: all of them in mode `judge`, where people look for limits; otherwise
 * only their number.
 */
export function suggestionLines({ suggestions, run }: Presentation): string[] {
  if (suggestions === undefined) return []
  const { runs, usual, fixed } = suggestions
  const count = formatCounted(usual.length + fixed.length, 'criterion is', 'criteria are')
  if (run.mode !== 'judge') return [`${count} suggested from ${runs} kept runs: see suggestions.yaml.`]
  return ['Suggested criteria (suggestions.yaml):', ...suggestionsFile(suggestions).trimEnd().split('\n')]
}
