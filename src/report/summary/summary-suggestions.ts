import { formatCounted } from '../../foundation/format.ts'
import { suggestionsFile } from '../../verdict/suggest/suggestions-file.ts'
import type { Presentation } from '../presentation.ts'

/** Criteria that earlier runs suggest, folded, as text to copy. */
export function suggestionsSection({ suggestions }: Presentation): string {
  if (suggestions === undefined) return ''
  const { usual, fixed, runs } = suggestions
  const title = `${formatCounted(usual.length + fixed.length, 'suggested criterion', 'suggested criteria')} from ${runs} kept runs`
  const text = suggestionsFile(suggestions).trimEnd()
  const fence = fenceAround(text)
  return `<details><summary>${title}</summary>\n\nAlso in \`suggestions.yaml\`, which works as \`criteria-file\`. None is looser than a criterion of today.\n\n${fence}yaml\n${text}\n${fence}\n\n</details>`
}

/** Longer than all fences in the text, because labels may contain some. */
function fenceAround(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(longest + 1)
}
