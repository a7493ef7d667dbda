import { expect, test } from 'vitest'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import { measurementsText, parseMeasurements } from '../../../../src/measurements/measurements-file.ts'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { serviceNamed } from '../../../../src/providers/service.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { annotationsFor } from '../../../../src/report/log/annotations.ts'
import { renderJunit } from '../../../../src/report/junit.ts'
import { closingLines } from '../../../../src/report/log/log-table.ts'
import { changesSection } from '../../../../src/report/page/head-section.ts'
import { renderSummary } from '../../../../src/report/summary/summary.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../../../src/verdict/against-usual/usual-entries.ts'
import { judge } from '../../../../src/verdict/judge.ts'
import type { UsualChange } from '../../../../src/verdict/verdict.ts'
import { criterionWith, presentationWith } from '../../report/presentation-data.ts'
import { readPercentile } from '../run-data.ts'
import { playedRun, type PlayedRun } from './played-runs.ts'

const COMMIT = 'abc1234def'.padEnd(40, '0')
/** Each `playedRun` ends a day after the one before; run 0 on 2023-11-14. */
const DAY_OF_RUN_5 = '2023-11-19'

/** Runs of a branch whose labels are slower from a given run on. */
function branch(runs: number, from: number, slower: PlayedRun['slower'], labels = 10): Measurements[] {
  return Array.from({ length: runs }, (_, run) => {
    const played = playedRun({ run, labels, ...(run >= from && slower && { slower }) })
    return { ...played, run: { ...played.run, commit: run === from ? COMMIT : `${run}`.repeat(40) } }
  })
}

async function changesIn(
  criterion: string,
  history: Measurements[],
  run: Measurements,
): Promise<UsualChange[]> {
  const { entries } = parseCriteriaInput(criterion)
  const figures = (one: Measurements) => runFiguresOf(one, wantedFigures(entries), readPercentile)
  const [result] = await judge(entries, {
    answers: serviceNamed(SERVICES, 'xtc').answers,
    measurements: run,
    percentileOf: readPercentile,
    usual: { history: history.map(figures) },
    troubles: [],
    nowMs: 0,
  })
  return result?.usual?.changes ?? []
}

const EACH = 'requests["*"].p95 <= usual + 5%'
const ALL = Object.fromEntries(Array.from({ length: 10 }, (_, label) => [label, 0.12]))
const slowRun = (slower: PlayedRun['slower'], labels = 10): Measurements =>
  playedRun({ run: 50, labels, ...(slower && { slower }) })

test('a label that got slower on the base branch is reported with its figures, day and commit', async () => {
  const changes = await changesIn(EACH, branch(8, 5, { 3: 0.12 }), slowRun({ 3: 0.12 }))
  expect(changes).toHaveLength(1)
  const [change] = changes
  expect(change?.message).toMatch(
    /^The usual of requests\["Label 3"\]\.p95 rose from 1[23]\d(.\d)? ms to 14\d(\.\d)? ms with the run of 2023-11-19 \(commit abc1234\)\.$/,
  )
  expect(change).toMatchObject({
    since: { commit: COMMIT, runId: '5' },
    runs: 3,
    labels: [{ label: 'Label 3' }],
  })
  expect(change!.labels![0]!.to / change!.labels![0]!.from).toBeCloseTo(1.12, 1)
})

test('faster labels, falling rates, several labels and all labels together are reported too', async () => {
  const faster = await changesIn(EACH, branch(8, 4, { 3: -0.2 }), slowRun({ 3: -0.2 }))
  expect(faster[0]?.message).toMatch(/"Label 3"\]\.p95 fell from .* to .* with the run of 2023-11-18/)
  const rate = await changesIn(
    'requests["Label 3"].rate >= usual - 5%',
    branch(8, 5, { 3: 0.2 }),
    slowRun({ 3: 0.2 }),
  )
  expect(rate[0]?.message).toMatch(
    /^The usual of requests\["Label 3"\]\.rate fell from [\d.]+\/s to [\d.]+\/s with/,
  )
  const two = await changesIn(EACH, branch(8, 5, { 3: 0.12, 7: 0.3 }), slowRun({ 3: 0.12, 7: 0.3 }))
  expect(two).toHaveLength(1)
  expect(two[0]?.message).toMatch(
    /^The usual of 2 of 10 labels of requests\["\*"\].p95 rose with the run of 2023-11-19 \(commit abc1234\): "Label 7" from .* to .*, "Label 3" from /,
  )
  const all = await changesIn(EACH, branch(8, 5, ALL), slowRun(ALL))
  expect(all.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^The usual of all labels of requests\\["\\*"\\]\\.p95 together rose by 1[123]% with the run of ${DAY_OF_RUN_5}`,
      ),
    ),
  ])
})

test('a change is reported once a second run shows it, until the branch has five such runs', async () => {
  const told = []
  for (let runs = 4; runs <= 14; runs++)
    told.push((await changesIn(EACH, branch(runs, 5, { 3: 0.2 }), slowRun({ 3: 0.2 }))).length)
  // Histories of 4, 5, … 14 runs; the slow-down begins with the sixth.
  expect(told).toEqual([0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0])
})

test('changes that the criterion allows are not reported, nor a branch without changes', async () => {
  const small = await changesIn(
    'requests["*"].p95 <= usual + 25%',
    branch(8, 5, { 3: 0.12 }),
    slowRun({ 3: 0.12 }),
  )
  expect(small).toEqual([])
  for (let runs = 3; runs <= 12; runs++)
    expect(await changesIn(EACH, branch(runs, 50, {}), slowRun({}))).toEqual([])
})

test('changes without times and commits are still reported, and survive the file', async () => {
  const bare = branch(8, 5, { 3: 0.12 }).map((run) => ({ ...run, run: { provider: 'xtc', ids: [] } }))
  const read = bare.map((run) => parseMeasurements([...measurementsText(run)].join(''), ['xtc']))
  const [change] = await changesIn(EACH, read, slowRun({ 3: 0.12 }))
  expect(change?.message).toMatch(/ rose from .* to .* 3 runs ago\.$/)
})

test('log, annotations, summary, page and JUnit file show a change once, escaped', () => {
  const data = presentationWith({ criteria: 0 })
  const message = 'The usual of requests["<b>"].p95 rose from 412 ms to 455 ms.'
  const change: UsualChange = { message, since: {}, runs: 3 }
  const usual = {
    runs: 1,
    earlierRuns: 8,
    suspect: false,
    words: { regression: 0, suspect: 0, fine: 1, undecided: 0, 'not-judged': 0 },
    judgedShare: 1,
    labels: [],
    settledBy: {},
    changes: [change],
  }
  data.verdict.criteria = [criterionWith({ usual }), criterionWith({ usual, id: 'c2' })]
  expect(closingLines(data).filter((line) => line === message)).toHaveLength(1)
  const notes = annotationsFor(data.verdict, { nowMs: 0 })
  expect(notes.filter(({ message: text }) => text.includes(message))).toMatchObject([{ level: 'notice' }])
  const summary = renderSummary(data)
  expect(summary).toContain('> [!NOTE]\n> - The usual of requests&#91;&#34;&#60;b&#62;&#34;&#93;.p95 rose')
  expect(summary).not.toContain('<b>')
  expect(changesSection(data)).toContain('&lt;b&gt;')
  expect(renderJunit(data)).toContain('&#10;The usual of requests[&quot;&lt;b&gt;&quot;].p95 rose')
})
