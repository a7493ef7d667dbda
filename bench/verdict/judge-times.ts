/**
 * How much processor time a judgment takes. The best of several counts, because other work on the machine
 * only adds to it.
 */
import { judgeUsual } from '../../src/verdict/usual/judge-usual.ts'
import type {
  Comparison,
  Figure,
  LabelFigures,
  NamedFigures,
  RunFigures,
  UsualQuestion,
} from '../../src/verdict/usual/model.ts'
import { COMPARISON } from './count-verdicts.ts'
import { PLAIN, play, type Scenario } from './play-history.ts'
import { randomFrom, type Random } from './random.ts'

const SIZES = [
  { labels: 200, limitMs: 50 },
  { labels: 2000, limitMs: 500 },
]
const TIMES = 7
/** Different measures, because several limits on the same figure need only one calculation. */
const MEASURES = ['p50', 'p75', 'p90', 'p95', 'p99', 'mean', 'max', 'rate', 'error-rate', 'count']

export function judgeTimes(expectKept: (kept: boolean, what: string) => string): void {
  console.log()
  for (const { labels, limitMs } of SIZES) {
    const question = measured({ ...PLAIN, labels, earlier: 20 }, randomFrom(3))
    const timesMs = Array.from({ length: TIMES }, () => {
      const start = process.threadCpuUsage()
      judgeUsual(question)
      const { user, system } = process.threadCpuUsage(start)
      return (user + system) / 1000
    })
    const what = `${labels} labels, 20 earlier runs, ${MEASURES.length} criteria`
    const bestMs = Math.min(...timesMs)
    console.log(
      `${what}: ${bestMs.toFixed(0)} ms, the first ${timesMs[0]!.toFixed(0)} ms (limit ${limitMs} ms)${expectKept(bestMs <= limitMs, what)}`,
    )
  }
}

/** Simulated runs with every figure that the measures need. */
export function measured(scenario: Scenario, random: Random, ours = 1): UsualQuestion {
  const { history, runs } = play(scenario, { ratio: 0, of: 'one' }, random)
  return {
    history: history.map(withAll(random)),
    runs: runs.slice(0, ours).map(withAll(random)),
    comparisons: MEASURES.map(comparisonOf),
  }
}

function comparisonOf(measure: string): Comparison {
  const more = measure === 'rate' || measure === 'count'
  return {
    ...COMPARISON,
    name: measure,
    figure: measure,
    kind: measure === 'error-rate' ? 'error-share' : 'figure',
    worse: more ? 'lower' : 'higher',
  }
}

/** Adds every figure that the measures need to the simulated p95. */
function withAll(random: Random): (run: RunFigures) => RunFigures {
  return ({ subjects }) => ({
    subjects: new Map(
      [...subjects].map(([name, { labels }]) => [
        name,
        { labels: labels.map((one): NamedFigures => ({ label: one.label, ...allFigures(one, random) })) },
      ]),
    ),
  })
}

function allFigures({ count, figures }: LabelFigures, random: Random): LabelFigures {
  const p95 = figures.get('p95')!.value
  const times = MEASURES.filter((measure) => /^p|mean|max/.test(measure)).map(
    (measure, index): [string, Figure] => [
      measure,
      {
        value: p95 * (0.6 + 0.1 * index) * Math.exp(0.01 * random.normal()),
        ...(measure !== 'max' && { samplingVariance: 1e-5 }),
      },
    ],
  )
  const counted = Math.round(count * Math.exp(0.01 * random.normal()))
  const counts = [
    ['rate', { value: counted / 600, samplingVariance: 1 / counted }],
    ['count', { value: counted, samplingVariance: 1 / counted }],
  ] as const
  return {
    count: counted,
    errors: Math.round(counted * 0.004 * Math.exp(0.3 * random.normal())),
    figures: new Map<string, Figure>([...times, ...counts]),
  }
}
