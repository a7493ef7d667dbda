import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playBranch } from '../demo/branch.ts'

test('npm run try -- --branch: a much slower pull request fails, and one as fast as eight runs of main passes', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'try-branch-'))
  try {
    let printed = ''
    const played = await playBranch(directory, (text) => (printed += text))
    expect(played.map(({ slower, outcome }) => [slower, outcome])).toEqual([
      [0, 'passed'],
      // Exactly as much slower as the limit allows, so both outcomes are right.
      [0.05, expect.stringMatching(/^(passed|inconclusive)$/)],
      [0.1, 'failed'],
      [0.3, 'failed'],
    ])
    expect(played[3]?.message).toMatch(/^A regression: all labels together are (29|3[01])% slower than usual/)
    expect(printed).toContain('main, run 8 of 8')
    expect(printed).toContain('Pull request 4, 30% slower: failed (criteria)')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, 300_000)
