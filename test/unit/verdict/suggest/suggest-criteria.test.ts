import { describe, expect, test } from 'vitest'
import type { CriterionEntry } from '../../../../src/criteria/language/criterion-entry.ts'
import { parseCriteriaFile } from '../../../../src/criteria/sources/criteria-file.ts'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { serviceNamed } from '../../../../src/providers/service.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { suggestionLines } from '../../../../src/report/log/suggestion-lines.ts'
import { suggestionsSection } from '../../../../src/report/summary/summary-suggestions.ts'
import { suggestionsFrom, withSuggested } from '../../../../src/step/judge/history/suggestions.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../../../src/verdict/against-usual/usual-entries.ts'
import { judge } from '../../../../src/verdict/judge.ts'
import { suggestCriteria, type Suggestions } from '../../../../src/verdict/suggest/suggest-criteria.ts'
import { suggestionsFile } from '../../../../src/verdict/suggest/suggestions-file.ts'
import type { RunFigures } from '../../../../src/verdict/usual/model.ts'
import { presentationWith } from '../../report/presentation-data.ts'
import { playedHistory, playedRun } from '../against-usual/played-runs.ts'
import { readPercentile } from '../run-data.ts'

const figuresFor = (runs: Measurements[], entries: CriterionEntry[] = []): RunFigures[] =>
  runs.map((run) => runFiguresOf(run, withSuggested(wantedFigures(entries), run), readPercentile))

const suggested = (runs: Measurements[], today = ''): Suggestions | undefined => {
  const { entries } = parseCriteriaInput(today)
  return suggestCriteria(figuresFor(runs, entries), entries)
}

/** Judges each kept run by the unchanged file, against all of them. */
async function judgedBack(suggestions: Suggestions, runs: Measurements[]): Promise<string[]> {
  const { entries, faults } = await parseCriteriaFile(suggestionsFile(suggestions), 'suggestions.yaml')
  expect(faults).toEqual([])
  expect(entries).toHaveLength(suggestions.usual.length + suggestions.fixed.length)
  const bad: string[] = []
  for (const run of runs) {
    const results = await judge(entries, {
      answers: serviceNamed(SERVICES, 'xtc').answers,
      measurements: run,
      percentileOf: readPercentile,
      usual: { history: figuresFor(runs, entries) },
      troubles: [],
      nowMs: 0,
    })
    for (const { status, criterion, message } of results)
      if (status !== 'passed') bad.push(`${run.run.ids.join()}: ${criterion}: ${status}, ${message}`)
  }
  return bad
}

describe('every kept run meets the suggested criteria', () => {
  test.each([
    ['5 runs of 3 labels', playedHistory(5, { labels: 3 })],
    ['8 runs of 10 labels', playedHistory(8, { labels: 10 })],
    ['20 runs of 40 labels, noisy', playedHistory(20, { labels: 40, spread: 0.05 })],
    ['8 runs of one label', playedHistory(8, { labels: 1, spread: 0.02 })],
    [
      'a slow-down that was accepted',
      Array.from({ length: 12 }, (_, run) =>
        playedRun({ run, labels: 10, ...(run >= 6 && { slower: { 2: 0.15 } }) }),
      ),
    ],
    [
      'a label that got faster',
      Array.from({ length: 12 }, (_, run) =>
        playedRun({ run, labels: 10, ...(run >= 6 && { slower: { 2: -0.2 } }) }),
      ),
    ],
    ['one bad run', [...playedHistory(7, { labels: 6 }), playedRun({ run: 7, labels: 6, spread: 0.2 })]],
    ['no errors', playedHistory(6, { labels: 4, errors: 0 })],
    ['few requests', playedHistory(6, { labels: 4, count: 25, errors: 1 })],
  ])('%s', async (_, runs) => {
    const suggestions = suggested(runs)
    expect(suggestions).toBeDefined()
    expect(await judgedBack(suggestions!, runs)).toEqual([])
  })
})

describe('the suggested criteria', () => {
  const RUNS = playedHistory(10, { labels: 10, spread: 0.01 })

  test('are tight: a slow-down by a quarter breaks both kinds of limits', async () => {
    const suggestions = suggested(RUNS)!
    const { entries } = await parseCriteriaFile(suggestionsFile(suggestions), 'suggestions.yaml')
    const results = await judge(entries, {
      answers: serviceNamed(SERVICES, 'xtc').answers,
      measurements: playedRun({ run: 50, labels: 10, slower: { 3: 0.25 } }),
      percentileOf: readPercentile,
      usual: { history: figuresFor(RUNS, entries) },
      troubles: [],
      nowMs: 0,
    })
    const failed = results.filter(({ status }) => status === 'failed').map(({ criterion }) => criterion)
    expect(failed.some((text) => text.includes('usual'))).toBe(true)
    expect(failed.some((text) => /\["Label 3"\]\.p95 <= \d+ms/.test(text))).toBe(true)
    expect(failed.every((text) => text.includes('"*"') || text.includes('"Label 3"'))).toBe(true)
  })

  test('have one limit for all labels, the total, and a fixed one for each label', () => {
    const { runs, usual, fixed } = suggested(RUNS)!
    expect(runs).toBe(10)
    expect(usual[0]).toMatch(/^requests\["\*"\]\.p95 <= usual \+ [2-9]%$/)
    expect(usual).toContainEqual(expect.stringMatching(/^requests\.error-rate <= usual \+ [\d.]+pp$/))
    expect(fixed).toHaveLength(12)
    expect(fixed[0]).toMatch(/^requests\.error-rate <= 0\.\d+%$/)
  })

  test('are few: at most twenty labels, the heaviest', () => {
    const many = playedHistory(6, { labels: 60 }).map((run) => {
      for (const [index, label] of run.subjects.requests!.labels.entries()) label.count = 1000 + index
      return run
    })
    const { usual, fixed } = suggested(many)!
    const labels = fixed.flatMap((text) => /"Label (\d+)"/.exec(text)?.[1] ?? [])
    expect(labels).toHaveLength(20)
    expect(Math.min(...labels.map(Number))).toBe(40)
    expect(usual.length).toBeLessThanOrEqual(23)
  })

  test('need five runs', () => {
    expect(suggested(RUNS.slice(0, 4))).toBeUndefined()
    expect(suggested([])).toBeUndefined()
    expect(suggested(RUNS.slice(0, 5))).toBeDefined()
  })

  test('are a ratchet: none is looser than an existing criterion, and none is repeated', () => {
    const first = suggested(RUNS)!
    const again = suggested(RUNS, [...first.usual, ...first.fixed].join('\n'))
    expect(again).toBeUndefined()
    const tight = suggested(RUNS, 'requests["Label*"].p95 <= 1ms\nrequests["*"].p95 <= usual')!
    expect(tight.fixed.some((text) => text.includes('Label'))).toBe(false)
    expect(tight.usual.some((text) => text.includes('"'))).toBe(false)
    expect(suggested(RUNS, 'requests["*"].p95 <= 10s\nwarn: requests["*"].p95 <= 1ms')!.fixed).toEqual(
      first.fixed,
    )
  })

  test('for names with quotes, stars, backslashes, hashes and backticks read back as those names', async () => {
    const names = ['it\'s "5*" \\ # x: [y]', 'a```b', 'plain']
    const runs = playedHistory(6, { labels: 3 }).map((run) => {
      for (const [index, label] of run.subjects.requests!.labels.entries()) label.label = names[index]!
      return run
    })
    const suggestions = suggested(runs)!
    expect(await judgedBack(suggestions, runs)).toEqual([])
    expect(suggestions.fixed).toHaveLength(5)
    const data = { ...presentationWith(), suggestions }
    expect(suggestionsSection(data)).toMatch(/\n````yaml\n[^]*\n````\n/)
    data.run.mode = 'judge'
    expect(suggestionLines(data)).toContain('criteria:')
    data.run.mode = 'run'
    expect(suggestionLines(data)).toHaveLength(1)
  })

  test('leave out unreadable names, and those that contain a secret', () => {
    const runs = playedHistory(6, { labels: 4 }).map((run) => {
      const labels = run.subjects.requests!.labels
      labels[0]!.label = 'two\nlines'
      labels[1]!.label = 'x'.repeat(300)
      labels[2]!.label = 'token s3cret'
      return run
    })
    const all = suggested(runs)!
    expect(all.fixed.join('\n')).not.toMatch(/two|xxx/)
    expect(all.fixed.join('\n')).toContain('s3cret')
    const scrub = (text: string): string => text.replaceAll('s3cret', '***')
    const open = suggestionsFrom(figuresFor(runs), [], scrub)!
    expect([...open.usual, ...open.fixed].join('\n')).not.toMatch(/s3cret|token/)
  })
})
