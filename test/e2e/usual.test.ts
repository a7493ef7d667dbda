import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../src/measurements/model.ts'
import { measurementsText } from '../../src/measurements/measurements-file.ts'
import { runAction, stepDirectory, type StepResult } from '../runner/run-action.ts'
import { playedHistory, playedRun } from '../unit/verdict/against-usual/played-runs.ts'
import { expectGate, given, verdictOf } from './gate-tools.ts'

const EACH = 'requests["*"].p95 <= usual + 5%'
const textOf = (run: Measurements): string => [...measurementsText(run)].join('')

interface Judging {
  /** Files of the folder that is judged, besides `measurements.json`, and of the folder beside it, `earlier`. */
  run: Measurements
  beside?: Record<string, string>
  earlier?: Record<string, string>
  baseline?: string
  inputs?: Record<string, string>
}

/** Mode judge on files of this test's own. */
async function judging(
  { run, beside = {}, earlier = {}, baseline, inputs }: Judging,
  check: (result: StepResult, directory: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'usual-'))
  try {
    const judged = join(directory, 'judged')
    await given(judged, 'measurements.json', textOf(run))
    for (const [name, text] of Object.entries(beside)) await given(judged, name, text)
    for (const [name, text] of Object.entries(earlier)) {
      const path = join(directory, 'earlier', name)
      await given(join(path, '..'), path.split('/').at(-1)!, text)
    }
    const result = await runAction({
      inputs: {
        mode: 'judge',
        'output-directory': judged,
        baseline: `file:${join(directory, baseline ?? 'earlier')}`,
        criteria: EACH,
        ...inputs,
      },
      directory: stepDirectory(directory),
      environment: { GITHUB_WORKSPACE: directory },
    })
    await check(result, directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const asFiles = (
  runs: Measurements[],
  name = (index: number): string => `${index}.json`,
): Record<string, string> => Object.fromEntries(runs.map((run, index) => [name(index), textOf(run)]))

const UNCHANGED = playedRun({ run: 100, labels: 10 })
const HISTORY = playedHistory(8, { labels: 10 })

describe.concurrent('usual', { timeout: 120_000 }, () => {
  test('one earlier file tells too little, and says what would settle it', () =>
    judging({ run: UNCHANGED, earlier: asFiles(HISTORY), baseline: 'earlier/7.json' }, async (result) => {
      expectGate(result, 0, 'inconclusive', 'baseline')
      const { criteria, message } = await verdictOf(result)
      expect(criteria).toMatchObject([{ status: 'inconclusive', usual: { earlierRuns: 1, runs: 1 } }])
      expect(message).toMatch(
        /^One criterion is not decided by the runs so far\. Cannot tell: .* would settle it\./,
      )
      expect(result.summary).toContain('would settle it')
    }))

  test('with a wrong limit ends before anything is judged, and says what to write', () =>
    judging({ run: UNCHANGED, inputs: { criteria: 'requests.p95 <= usual - 5%' } }, async (result) => {
      expectGate(result, 1, 'error', 'bad-input')
      expect(result.mainLog).toContain("'usual -' would demand less than usual")
      expect(result.mainLog).toContain('write usual + 5%')
    }))
})
