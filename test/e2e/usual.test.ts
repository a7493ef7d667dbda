import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../src/measurements/model.ts'
import { measurementsText } from '../../src/measurements/measurements-file.ts'
import { runAction, stepDirectory, type StepResult } from '../runner/run-action.ts'
import { playedHistory, playedRun } from '../unit/verdict/against-usual/played-runs.ts'
import { pullRequest } from '../attacks/planted-entries.ts'
import { scenario } from './scenario.ts'
import { expectGate, given, verdictOf, warningsIn } from './gate-tools.ts'

const EACH = 'requests["*"].p95 <= usual + 5%'
const textOf = (run: Measurements): string => [...measurementsText(run)].join('')

interface Judging {
  /** Files of the judged folder, besides `measurements.json`, and of the folder `earlier` next to it. */
  run: Measurements
  moreFiles?: Record<string, string>
  earlier?: Record<string, string>
  baseline?: string
  inputs?: Record<string, string>
  /** Used instead of the single criterion. */
  criteriaFile?: string
}

/** Runs mode judge on this test's own files. */
async function judging(
  { run, moreFiles = {}, earlier = {}, baseline, inputs, criteriaFile }: Judging,
  check: (result: StepResult, directory: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'usual-'))
  try {
    const judged = join(directory, 'judged')
    await given(judged, 'measurements.json', textOf(run))
    for (const [name, text] of Object.entries(moreFiles)) await given(judged, name, text)
    for (const [name, text] of Object.entries(earlier)) {
      const path = join(directory, 'earlier', name)
      await given(dirname(path), basename(path), text)
    }
    const result = await runAction({
      inputs: {
        mode: 'judge',
        'output-directory': judged,
        baseline: `file:${join(directory, baseline ?? 'earlier')}`,
        ...(criteriaFile === undefined
          ? { criteria: EACH }
          : { 'criteria-file': await given(directory, 'limits.yaml', criteriaFile) }),
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
const SLOWER = playedRun({ run: 100, labels: 10, slower: { 3: 0.2 } })
const HISTORY = playedHistory(8, { labels: 10 })

describe.concurrent('usual', { timeout: 300_000 }, () => {
  test('says that one earlier file is not enough, and what would be', () =>
    judging({ run: UNCHANGED, earlier: asFiles(HISTORY), baseline: 'earlier/7.json' }, async (result) => {
      expectGate(result, 0, 'inconclusive', 'baseline')
      const { criteria, message } = await verdictOf(result)
      expect(criteria).toMatchObject([{ status: 'inconclusive', usual: { earlierRuns: 1, runs: 1 } }])
      expect(message).toMatch(
        /^One criterion is not settled by the runs so far\. Cannot tell: .* would settle it\./,
      )
      expect(result.summary).toContain('would settle it')
    }))

  const NAMES = [
    'run 1/measurements.json',
    'a/b/c/Ü ber [1] {x}.JSON',
    '10.json',
    '9.json',
    '$(id).measurements.json',
    '-rf.json',
    'load-test-xtc-5/load-test-xtc-5.measurements.json',
    'x.measurements-2.json',
  ]

  test('uses all matching files of a folder with odd names, in any order, and names the others', () => {
    const failed = playedRun({ run: 20, labels: 10, slower: { 3: 0.2 } })
    const runs = [...HISTORY].map((run, index) => ({
      ...run,
      run: { ...run.run, finishedAtMs: (index * 5) % 8 },
    }))
    const others = {
      'criteria.json': '{"schemaVersion":1}',
      'notes.txt': 'mine',
      'broken.json': '{',
      'other.json': '{"a":1}',
      'load.json': textOf({ ...failed, run: { ...failed.run, test: 'Another' } }),
      'failed.json': textOf({
        ...failed,
        run: { ...failed.run, failure: { reason: 'remote-failed', message: 'It failed.' } },
      }),
      'partial.json': textOf({ ...failed, warnings: [{ code: 'partial-archives', message: 'Half of it.' }] }),
    }
    const earlier = { ...asFiles(runs, (index) => NAMES[index]!), ...others }
    return judging({ run: SLOWER, earlier }, async (result, directory) => {
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria, baseline } = await verdictOf(result)
      expect(criteria).toMatchObject([
        { status: 'failed', breaches: [{ label: 'Label 3' }], usual: { earlierRuns: 8, runs: 1 } },
      ])
      expect(result.mainLog).toContain('over 8 runs; 1 worse, 9 fine; finds changes of ')
      expect(result.summary).toMatch(/Usual of .* over 8 runs/)
      // The newest by its own time is the baseline.
      expect(baseline).toMatchObject({ status: 'used', runId: '3' })
      const warnings = warningsIn(result.mainLog).filter((line) => line.includes('left out'))
      expect(warnings).toHaveLength(1)
      for (const name of ['broken', 'other', 'load', 'failed', 'partial'])
        expect(warnings[0]).toContain(join(directory, 'earlier', `${name}.json`))
      expect(warnings[0]).not.toMatch(/criteria\.json|notes/)
      expect(warnings[0]).toContain("it is from the test 'Another', this run is from 'Shop'")
    })
  })

  test('uses the files that match a pattern; a folder with one file is a history of one', async () => {
    const earlier = { ...asFiles(HISTORY), 'sub/1.json': textOf(SLOWER), 'x.txt': 'mine' }
    await judging({ run: SLOWER, earlier, baseline: 'earlier/?.json' }, async (result) => {
      expectGate(result, 1, 'failed', 'criteria')
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ earlierRuns: 8 })
    })
    await judging({ run: UNCHANGED, earlier: { 'm.json': textOf(HISTORY[0]!) } }, async (result) => {
      expectGate(result, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ earlierRuns: 1 })
    })
    for (const baseline of ['earlier/*.yml', 'nowhere', 'nowhere/*/*.json', 'earlier/empty'])
      await judging({ run: UNCHANGED, earlier: { 'empty/notes.txt': '' }, baseline }, async (result) => {
        expectGate(result, 0, 'inconclusive', 'baseline')
        expect((await verdictOf(result)).baseline?.status).toBe('missing')
      })
  })

  test('is missing if all files of a folder are unusable, or links, with the reasons', () =>
    judging(
      { run: UNCHANGED, earlier: { 'a.json': '[]', 'b/c.json': 'null' } },
      async (result, directory) => {
        expectGate(result, 0, 'inconclusive', 'baseline')
        const { baseline } = await verdictOf(result)
        expect(baseline).toMatchObject({ status: 'missing' })
        expect(baseline?.reason).toContain(
          `0 runs are used; left out: "${join(directory, 'earlier/a.json')}"`,
        )
      },
    ))

  test('works without optional fields, also from a folder inside the judged one', () => {
    const bare = (run: Measurements): Measurements => ({
      schemaVersion: 1,
      run: { provider: 'xtc', ids: [] },
      subjects: {
        requests: {
          source: 'xlt-report',
          labels: run.subjects.requests!.labels.map(({ label, count, percentilesMs = [] }) => ({
            label,
            count,
            percentilesMs: percentilesMs.filter(([percentile]) => percentile === 95),
          })),
        },
      },
      warnings: [],
    })
    const moreFiles = Object.fromEntries(
      HISTORY.map((run, index) => [`history ${index}.json`, textOf(bare(run))]),
    )
    const inFolder = Object.fromEntries(
      Object.entries(moreFiles).map(([name, text]) => [`../judged/old/${name}`, text]),
    )
    return judging({ run: bare(SLOWER), earlier: inFolder, baseline: 'judged/old' }, async (result) => {
      expectGate(result, 1, 'failed', 'criteria')
      expect((await verdictOf(result)).criteria[0]).toMatchObject({ breached: 1, usual: { earlierRuns: 8 } })
    })
  })

  test('includes an accepted slow-down of the branch in later runs, and says so', () => {
    const accepted = playedHistory(8, { labels: 10 }).map((run, index) =>
      index < 5 ? run : playedRun({ run: index, labels: 10, slower: { 3: 0.2 } }),
    )
    return judging({ run: SLOWER, earlier: asFiles(accepted) }, async (result) => {
      expectGate(result, 0, 'passed')
      const [change] = (await verdictOf(result)).criteria[0]?.usual?.changes ?? []
      expect(change).toMatchObject({ since: { runId: '5' }, runs: 3, labels: [{ label: 'Label 3' }] })
      expect(result.mainLog).toContain(`\n${change?.message}\n`)
      expect(result.summary).toContain('[!NOTE]')
    })
  })

  test('shows how figures and failed criteria went over the earlier runs, and since when', () =>
    judging(
      {
        run: SLOWER,
        earlier: asFiles(HISTORY),
        inputs: { criteria: 'requests["Label 3"].p95 <= 140ms' },
      },
      async (result, directory) => {
        expectGate(result, 1, 'failed', 'criteria')
        expect(result.summary).toMatch(
          /### Trend over 9 runs\n\n- <span aria-hidden="true">[▁-█]{9}<\/span> <code>/,
        )
        expect(result.summary).toContain('limit broken first by this run')
        const page = await readFile(join(directory, 'judged', 'summary.html'), 'utf8')
        const section = /<section id="trend"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
        expect(section.match(/<circle class="dot/g)?.length).toBeGreaterThan(20)
      },
    ))

  test('colors a change by what is usual, and from five percent on only without enough earlier runs', async () => {
    const tonesOf = async (directory: string): Promise<string[]> => {
      const page = await readFile(join(directory, 'judged', 'summary.html'), 'utf8')
      const section = /<section id="labels"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
      return [...section.matchAll(/class="name">([^<]*)<[\s\S]*?class="change (\w+)"/g)].flatMap(
        ([, label = '', tone = '']) => (tone === 'same' ? [] : [`${label} ${tone}`]),
      )
    }
    const inputs = { criteria: 'requests.p95 < 10s' }
    const noisy = { labels: 10, spread: 0.15 }
    const run = playedRun({ run: 100, ...noisy })
    const earlier = asFiles(playedHistory(8, noisy))
    await judging({ run, earlier, inputs, baseline: 'earlier/7.json' }, async (result, directory) => {
      expectGate(result, 0, 'passed')
      expect((await tonesOf(directory)).length).toBeGreaterThan(5)
    })
    await judging({ run, earlier, inputs }, async (result, directory) => {
      expectGate(result, 0, 'passed')
      expect(await tonesOf(directory)).toEqual([])
    })
    await judging({ run: SLOWER, earlier: asFiles(HISTORY), inputs }, async (result, directory) => {
      expectGate(result, 0, 'passed')
      expect(await tonesOf(directory)).toEqual(['Label 3 worse'])
      expect(result.summary).toMatch(/<code>Label 3<\/code>.*\*\*worse\*\*/)
    })
  })

  test('suggests criteria from five runs on, as a file that every kept run meets', () =>
    judging({ run: UNCHANGED, earlier: asFiles(HISTORY) }, async (result, directory) => {
      expectGate(result, 0, 'passed')
      const path = join(directory, 'judged', 'suggestions.yaml')
      const text = await readFile(path, 'utf8')
      expect(text).toMatch(/^# Suggested by Load Test Gate from 8 kept runs/)
      expect(result.mainLog).toContain(text)
      expect(result.summary).toContain(text.trim())
      for (const run of [HISTORY[0]!, HISTORY[7]!])
        await judging(
          {
            run,
            earlier: asFiles(HISTORY),
            criteriaFile: text,
          },
          async (again) => {
            expectGate(again, 0, 'passed')
            const { criteria } = await verdictOf(again)
            expect(criteria.map(({ status }) => status)).toEqual(criteria.map(() => 'passed'))
            expect(criteria.length).toBeGreaterThan(10)
          },
        )
    }))

  test('judges a second and third run of the commit together with the first', () => {
    const slower = (run: number) => playedRun({ run, labels: 10, slower: { 3: 0.14 }, spread: 0.005 })
    const earlier = asFiles(playedHistory(6, { labels: 10, spread: 0.02 }))
    const moreFiles = {
      'measurements-2.json': textOf(slower(101)),
      'measurements-3.json': textOf(slower(102)),
    }
    return judging({ run: slower(100), moreFiles, earlier }, async (result) => {
      expectGate(result, 1, 'failed', 'criteria')
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ runs: 3, earlierRuns: 6 })
      expect(result.mainLog).toContain(
        'Judged by 3 runs of this commit: this one, measurements-2.json and measurements-3.json.',
      )
    })
  })

  test('does not include another run of a different commit or load, and names it', () => {
    const of = (run: number, facts: Partial<Measurements['run']>): Measurements => {
      const played = playedRun({ run, labels: 10 })
      return { ...played, run: { ...played.run, ...facts } }
    }
    const moreFiles = {
      'measurements-2.json': textOf(of(101, { commit: 'b'.repeat(40) })),
      'measurements-3.json': textOf(of(102, { test: 'Another', commit: 'a'.repeat(40) })),
    }
    const run = of(100, { commit: 'a'.repeat(40) })
    return judging({ run, moreFiles, earlier: asFiles(HISTORY) }, async (result) => {
      expectGate(result, 0, 'passed')
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ runs: 1 })
      const warnings = warningsIn(result.mainLog)
      expect(warnings.some((line) => line.includes('measurements-2.json is not judged together'))).toBe(true)
      expect(warnings.some((line) => line.includes("'Another'"))).toBe(true)
    })
  })

  test('uses the newest twenty runs by their own time', () => {
    const runs = playedHistory(26, { labels: 5 })
    const first = runs.slice(0, 6).map((run) => ({
      ...run,
      subjects: { requests: { ...run.subjects.requests!, labels: [] } },
    }))
    const earlier = asFiles([...runs.slice(6), ...first])
    return judging({ run: playedRun({ run: 100, labels: 5 }), earlier }, async (result) => {
      expectGate(result, 0, 'passed')
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ earlierRuns: 12 })
    })
  })

  test('downloads several runs of the service, each once; a missing one stops the step before its start', () =>
    scenario({}, async ({ xtc, starts }) => {
      for (const _ of [1, 2]) expectGate(await xtc(), 0, 'passed')
      const result = await xtc({ baseline: 'run:41 42 41', criteria: EACH })
      const { criteria, baseline } = await verdictOf(result)
      expect(criteria[0]?.usual).toMatchObject({ runs: 1, earlierRuns: 2 })
      expect(baseline).toMatchObject({ status: 'used', runId: '42' })
      const before = starts().length
      expectGate(await xtc({ baseline: 'run:41 999', criteria: EACH }), 1, 'error', 'preflight')
      expect(starts().length).toBe(before)
    }))

  test('keeps the runs of the branch one by one, including failed ones, and judges pull requests by them', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const branch = { baseline: 'branch', criteria: 'requests.p95 <= usual + 50%' }
      const first = await xtc(branch)
      expectGate(first, 0, 'inconclusive', 'baseline')
      expect(first.mainLog).toContain('kept as the baseline of main')
      const red = await xtc({ ...branch, criteria: `${branch.criteria}\nrequests.p95 < 1ms` })
      expectGate(red, 1, 'failed', 'criteria')
      expect(red.mainLog).toContain('kept in the history of main')
      for (let run = 3; run <= 5; run++) await xtc(branch)
      const same = await xtc(branch, pullRequest(simulator))
      expect((await verdictOf(same)).criteria[0]?.usual).toMatchObject({ runs: 1, earlierRuns: 5 })
      expectGate(same, 0, 'passed')
      simulator.xltData.slowness = 5
      const slower = await xtc(branch, pullRequest(simulator))
      expectGate(slower, 1, 'failed', 'criteria')
      expect((await verdictOf(slower)).criteria[0]?.usual).toMatchObject({ runs: 1, earlierRuns: 5 })
    }))

  test('loses at most one entry if two runs of the branch end at the same time', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const branch = { baseline: 'branch', criteria: 'requests["*"].p95 <= usual + 5%' }
      await errthquake(branch)
      await errthquake(branch)
      await Promise.all([errthquake(branch), errthquake(branch)])
      const later = await errthquake(branch, pullRequest(simulator))
      expect((await verdictOf(later)).criteria[0]?.usual?.earlierRuns).toBeGreaterThanOrEqual(3)
    }))

  test('with an invalid limit ends before anything is judged, and says what to write', () =>
    judging({ run: UNCHANGED, inputs: { criteria: 'requests.p95 <= usual - 5%' } }, async (result) => {
      expectGate(result, 1, 'error', 'bad-input')
      expect(result.mainLog).toContain("'usual -' would require a value lower than usual")
      expect(result.mainLog).toContain('Write usual + 5%')
    }))
})
