import type { Suggestions } from './suggest-criteria.ts'

/** `suggestions.yaml`: a complete criteria file. */
export function suggestionsFile({ runs, usual, fixed }: Suggestions): string {
  return [
    `# Suggested by Load Test Gate from ${runs} kept runs: the tightest limits that all of them meet. If nothing changes, at most`,
    '# 1 of 100 runs fails them. Copy the ones that you need, or use this file as criteria-file.',
    'criteria:',
    ...(usual.length > 0 ? ['  # Compared with the usual: they allow for the noise between runs.'] : []),
    ...usual.map(lineOf),
    ...(fixed.length > 0 ? ['  # Fixed limits: they also find slow, gradual changes.'] : []),
    ...fixed.map(lineOf),
    '',
  ].join('\n')
}

/** In single quotes, because only the quote itself must be escaped there, and labels may contain anything. */
const lineOf = (criterion: string): string => `  - '${criterion.replaceAll("'", "''")}'`
