import { beforeEach, describe, expect, test } from 'vitest'
import type { Log, WorkflowContext } from '../../../../src/foundation/ports.ts'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import {
  formerRuns,
  keepForNextAttempt,
  type Attempting,
} from '../../../../src/step/judge/history/attempt-runs.ts'
import type { EarlierRun } from '../../../../src/step/judge/history/earlier-run.ts'
import { ownRun } from '../../../../src/step/judge/history/own-run.ts'
import { runsOfCommit } from '../../../../src/step/judge/history/runs-of-commit.ts'
import { writeEntryPart } from '../../../../src/step/judge/signed-entry.ts'
import { playedRun } from '../../verdict/against-usual/played-runs.ts'
import { readPercentile } from '../../verdict/run-data.ts'
import { cacheOf, type MemoryEntry } from './memory-cache.ts'

const { entries: CRITERIA } = parseCriteriaInput('requests["*"].p95 <= usual + 5%')
const said: string[] = []
const log = {
  info: (text: string) => said.push(text),
  warning: (text: string) => said.push(`warning: ${text}`),
} as unknown as Log

function attempting(cached: MemoryEntry[], attempt: number, more: Partial<Attempting> = {}): Attempting {
  return {
    cache: cacheOf(cached),
    log,
    context: {
      repository: 'acme/shop',
      ref: 'refs/pull/12/merge',
      runId: '77',
      attempt,
    } as WorkflowContext,
    stepKey: '0123456789abcdef',
    key: Buffer.alloc(32, 5),
    services: SERVICES,
    criteria: CRITERIA,
    nowMs: () => 1_767_225_600_000,
    ...more,
  }
}

const own = (run: number): EarlierRun => ownRun(playedRun({ run, labels: 3 }), CRITERIA, readPercentile)
const keep = (cached: MemoryEntry[], attempt: number, ...runs: number[]): Promise<void> =>
  keepForNextAttempt(attempting(cached, attempt), runs.map(own))
const idsIn = async (step: Attempting): Promise<[number, string][]> =>
  (await formerRuns(step)).runs.map(({ attempt, run }) => [attempt, run.facts.ids.join()])

let cached: MemoryEntry[] = []
beforeEach(() => {
  cached = []
  said.length = 0
})

describe('runs of earlier attempts', () => {
  test('are read back, oldest first, even if some attempts left none', async () => {
    await keep(cached, 1, 10)
    await keep(cached, 3, 30, 31)
    const { runs, doubt } = await formerRuns(attempting(cached, 5))
    expect(doubt).toBeUndefined()
    expect(runs.map(({ attempt, run }) => [attempt, ...run.facts.ids])).toEqual([
      [1, '10'],
      [3, '30'],
      [3, '31'],
    ])
    expect(runs[0]?.run.figures.id).toBe(own(10).figures.id)
    const figures = runs[0]?.run.figures.subjects.get('requests')?.labels[2]?.figures.get('p95')
    expect(figures?.value).toBeCloseTo(
      own(10).figures.subjects.get('requests')!.labels[2]!.figures.get('p95')!.value,
      2,
    )
    expect(said).toEqual([])
  })

  test('are read only as far as the newest ones count', async () => {
    for (let attempt = 1; attempt <= 30; attempt++) await keep(cached, attempt, attempt)
    expect(await idsIn(attempting(cached, 31))).toEqual([
      [28, '28'],
      [29, '29'],
      [30, '30'],
    ])
  })

  test('are not looked up by a first attempt, outside a workflow, or without a limit from the usual', async () => {
    await keep(cached, 1, 10)
    const never = {
      ...cacheOf(cached),
      find: () => Promise.reject(new Error('asked')),
    }
    const steps = [
      attempting(cached, 1, { cache: never }),
      attempting(cached, 2, { cache: never, criteria: parseCriteriaInput('requests.p95 < 1s').entries }),
      attempting(cached, 2, { cache: never, context: { runId: '', attempt: 2 } as WorkflowContext }),
      attempting(cached, 2, { cache: { ...never, unavailable: () => 'there is none' } }),
    ]
    for (const step of steps) expect(await formerRuns(step)).toEqual({ runs: [] })
  })

  test.each<[string, (entry: MemoryEntry) => void]>([
    ['with other bytes', ({ content }) => void (content[content.length - 5]! ^= 1)],
    ['with another signature in its key', (entry) => void (entry.key = entry.key.replace(/.$/, 'x'))],
    ['that are truncated', (entry) => void (entry.content = entry.content.subarray(0, -1))],
    ['in an entry with two runs', (e) => void (e.content = Buffer.concat([e.content, e.content]))],
    ['in an empty entry', (entry) => void (entry.content = Buffer.alloc(0))],
  ])('are not trusted %s, and then nothing passes', async (_, spoil) => {
    await keep(cached, 1, 10)
    spoil(cached[0]!)
    const { runs, doubt } = await formerRuns(attempting(cached, 2))
    expect(runs).toEqual([])
    expect(doubt).toContain('not signed')
    expect(said).toEqual([expect.stringContaining('warning: ')])
  })

  test('of another attempt, step, ref, repository or workflow run are not used, whoever copies them', async () => {
    const elsewhere: Partial<WorkflowContext>[] = [
      { attempt: 1 },
      { ref: 'refs/heads/main' },
      { repository: 'acme/other' },
      { runId: '76' },
    ]
    const steps: Partial<Attempting>[] = [
      ...elsewhere.map((other) => ({ context: { ...attempting([], 2).context, ...other } })),
      { stepKey: 'fedcba9876543210' },
    ]
    for (const more of steps) {
      const there: MemoryEntry[] = []
      await keepForNextAttempt(attempting(there, 2, more), [own(10)])
      const copied = there.map(({ key, content }) => ({
        key: key.replace(/^(load-test-gate-runs-1-).*-(\w+)$/, '$177-0123456789abcdef-2-$2'),
        content,
      }))
      const { runs, doubt } = await formerRuns(attempting(copied, 3))
      expect(runs).toEqual([])
      expect(doubt).toContain('somebody copied it there')
    }
  })

  test('that were signed for another purpose are not used', async () => {
    await keep(cached, 1, 10)
    const [entry] = cached
    const text = entry!.content.subarray(entry!.content.indexOf('\n') + 1)
    const step = attempting(cached, 1)
    const { repository, ref } = step.context
    const origin = { repository, ref, step: step.stepKey, workflowRunId: '77', attempt: 1, keptAtMs: 1 }
    const { bytes, signature } = writeEntryPart(step.key, origin, text)
    const key = entry!.key.replace(/\w+$/, signature)
    expect((await formerRuns(attempting([{ key, content: bytes }], 2))).doubt).toContain('not signed')
  })

  test('in several entries of an attempt all count, and an invalid one makes the others doubtful', async () => {
    await keep(cached, 1, 10)
    await keep(cached, 1, 10, 11)
    const find = () => Promise.resolve({ entries: cached.map(({ key }) => ({ key }) as never) })
    const step = (): Attempting => attempting(cached, 2, { cache: { ...cacheOf(cached), find } })
    const { runs } = await formerRuns(step())
    expect(new Set(runs.map(({ run }) => run.facts.ids.join()))).toEqual(new Set(['10', '11']))
    expect(
      runsOfCommit(
        step(),
        {
          measured: playedRun({ run: 9, labels: 3 }),
          run: playedRun({ run: 9, labels: 3 }).run,
          figuresOf: () => own(9).figures,
        },
        { formerRuns: runs },
      ).named,
    ).toHaveLength(3)
    cached.push({ key: cached[0]!.key.replace(/.$/, 'x'), content: Buffer.from('planted') })
    expect((await formerRuns(step())).doubt).toContain('not signed')
  })

  test('that cannot be looked up leave a doubt', async () => {
    const cache = { ...cacheOf([]), find: () => Promise.resolve({ entries: [], trouble: 'it is broken' }) }
    expect((await formerRuns(attempting([], 2, { cache }))).doubt).toContain('it is broken')
  })

  test('that are too large to keep, or rejected by the cache, are reported', async () => {
    const cache = { ...cacheOf([]), write: () => Promise.resolve(false) }
    await keepForNextAttempt(attempting([], 1, { cache }), [own(1)])
    const large = ownRun(playedRun({ run: 1, labels: 60_000 }), CRITERIA, readPercentile)
    await keepForNextAttempt(attempting(cached, 1), [large])
    expect(said).toHaveLength(2)
    expect(cached).toEqual([])
  })
})

describe('the runs of a commit', () => {
  const asked = (run: number, facts: { commit?: string; test?: string } = {}) => {
    const measured = playedRun({ run, labels: 3 })
    measured.run = { ...measured.run, ...facts }
    return { measured, run: measured.run, figuresOf: () => own(run).figures }
  }
  const former = (attempt: number, run: number, facts = {}) => {
    const earlier = own(run)
    return { attempt, run: { ...earlier, facts: { ...earlier.facts, ...facts } } }
  }

  test('are the newest three, each once', () => {
    const formerRunsOf = [former(1, 1), former(2, 2), former(3, 3), former(4, 3)]
    const { before, after, named } = runsOfCommit(attempting([], 5), asked(9), { formerRuns: formerRunsOf })
    expect(before.map(({ id }) => id)).toEqual([own(2).figures.id, own(3).figures.id])
    expect(after).toEqual([])
    expect(named).toEqual([
      { name: 'run 2 of attempt 2', attempt: 2, ids: ['2'] },
      { name: 'run 3 of attempt 4', attempt: 4, ids: ['3'] },
      { name: 'run 9 of attempt 5', attempt: 5, ids: ['9'] },
    ])
    expect(said).toEqual(['Judged by 3 runs of this commit: attempts 2, 4 and 5.'])
  })

  test('name those that this step started to confirm the first', () => {
    const furtherRuns = [
      {
        name: 'measurements-2.json',
        measurements: playedRun({ run: 10, labels: 3 }),
        confirms: true as const,
      },
    ]
    expect(runsOfCommit(attempting([], 1), asked(9), { furtherRuns }).named).toEqual([
      { name: 'run 9', ids: ['9'] },
      { name: 'run 10', ids: ['10'] },
    ])
    runsOfCommit(attempting([], 2), asked(9), { furtherRuns, formerRuns: [former(1, 1)] })
    expect(said.at(-1)).toBe(
      'Judged by 3 runs of this commit: run 1 of attempt 1, run 9 of attempt 2 and run 10 of attempt 2.',
    )
  })

  test('leave out the run itself, which an earlier attempt judged too', () => {
    const result = runsOfCommit(attempting([], 2), asked(1), { formerRuns: [former(1, 1)] })
    expect(result).toEqual({ before: [], after: [] })
    expect(said).toEqual([])
  })

  test('leave out those of another commit, test or load, with a warning', () => {
    const others = [former(1, 1, { commit: 'b'.repeat(40) }), former(2, 2, { test: 'Another' })]
    const result = runsOfCommit(attempting([], 3), asked(9, { commit: 'a'.repeat(40) }), {
      formerRuns: others,
    })
    expect(result.before).toEqual([])
    expect(said).toHaveLength(2)
  })
})
