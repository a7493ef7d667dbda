import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RETRY_POLICY } from '../../src/platform/http/retry.ts'
import { LIMITS } from './limits.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'reliability.md'), 'utf8')

/** The rows of the first table under a heading. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const table = section.split('\n\n').find((block) => block.trimStart().startsWith('| ')) ?? ''
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
}

describe('docs/reliability.md', () => {
  test('shows the actual retry policy, row by row', () => {
    const written = rowsUnder('Retry policy').map(([trouble, , ...columns]) => [trouble, ...columns])
    const real = RETRY_POLICY.map(({ trouble, safe, download, start }) => [
      `\`${trouble}\``,
      `\`${safe}\``,
      `\`${download}\``,
      `\`${start}\``,
    ])
    expect(written).toEqual(real)
  })

  test('states the limits of main and post that the schedules check', () => {
    const written = rowsUnder('Limits of a step').map(([, limit]) => limit)
    expect(written).toEqual(Object.values(LIMITS).map(limitText))
  })
})

function limitText(ms: number): string {
  return ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`
}
