/**
 * Simulates the runs of a branch and of a commit. The truth is known here, so verdicts can be counted as
 * right or wrong.
 */
import type { RunFigures } from '../../src/verdict/usual/model.ts'
import type { Random } from './random.ts'

export interface Scenario {
  /** Standard deviation of ln(p95) between runs of unchanged software. */
  spread: number
  labels: number
  earlier: number
  /** The share of the variance that all labels have in common. */
  common: number
  /** Labels differ in spread by factors of exp(N(0, this)). */
  labelsDiffer: number
  /**
   * Degrees of freedom of Student's t for each label's own variation; Infinity is the normal distribution.
   */
  tails: number
  /**
   * How likely a figure is off by 10 to 50 % by accident, and whether this also happens in the runs of the
   * commit.
   */
  outliers: number
  outliersNow: boolean
  /**
   * How likely all figures of a run are 10 to 40 % too high by accident; `outliersNow` applies to this too.
   */
  badRuns: number
  /**
   * Every run is slower than the one before by this ratio, either at all labels or by a different part of it
   * at each.
   */
  drift: number
  driftOf: 'all' | 'each'
  /** A step in the history at a random place, by this ratio: at all labels, or at one in five. */
  step: number
  stepOf: 'all' | 'some'
  /** Share of labels with only 20 to 200 requests; the others have 1,000 to 100,000. */
  rare: number
  /**
   * Slope of ln(value) per probability at p95, for the error caused by the number of requests; 0 for none.
   */
  slope: number
  /** This many requests carry as much information as one independent request. */
  correlated: number
  wholeMs: boolean
}

export const PLAIN: Scenario = {
  spread: 0.02,
  labels: 20,
  earlier: 8,
  common: 0.5,
  labelsDiffer: 0,
  tails: Infinity,
  outliers: 0,
  outliersNow: false,
  badRuns: 0,
  drift: 0,
  driftOf: 'all',
  step: 0,
  stepOf: 'all',
  rare: 0,
  slope: 0,
  correlated: 1,
  wholeMs: false,
}

/** Which labels of the commit are slower, and by what ratio. */
export interface Change {
  ratio: number
  of: 'one' | 'all'
}

interface PlayedLabel {
  name: string
  count: number
  usualLn: number
  spread: number
  stepLn: number
  driftLn: number
}

export interface Played {
  history: RunFigures[]
  /** The first run of the commit, and two that may confirm it. */
  runs: RunFigures[]
  /** ln(p95) by run and label, oldest first, with the runs of the commit last. */
  x: number[][]
}

/** Simulates one step of a scenario. If only one label is slower, it is the first, which is never rare. */
export function play(scenario: Scenario, change: Change, random: Random): Played {
  const labels = Array.from({ length: scenario.labels }, (_, index) => playedLabel(scenario, index, random))
  const stepAt = 1 + Math.floor(random.uniform() * (scenario.earlier - 1))
  const x: number[][] = []
  const runs = Array.from({ length: scenario.earlier + 3 }, (_, run): RunFigures => {
    const ours = run >= scenario.earlier
    const at = Math.min(run, scenario.earlier)
    const accidents = !ours || scenario.outliersNow
    const common = commonOf(scenario, at, accidents, random)
    const values = labels.map((label, index) => {
      const stepped = run >= stepAt ? label.stepLn : 0
      const changed = ours && (change.of === 'all' || index === 0) ? Math.log1p(change.ratio) : 0
      const trend = label.driftLn * at
      return label.usualLn + common + stepped + trend + changed + ownOf(label, scenario, accidents, random)
    })
    x.push(values)
    return figuresOf(labels, values, scenario, random)
  })
  return { history: runs.slice(0, scenario.earlier), runs: runs.slice(scenario.earlier), x }
}

function playedLabel(scenario: Scenario, index: number, random: Random): PlayedLabel {
  const rare = random.uniform() < scenario.rare && index > 0
  const stepped = scenario.stepOf === 'all' || random.uniform() < 0.2
  return {
    name: `Label ${index}`,
    count: Math.round(rare ? 20 * 10 ** random.uniform() : 1000 * 100 ** random.uniform()),
    usualLn: Math.log(scenario.wholeMs ? 20 : 50) + random.uniform() * Math.log(scenario.wholeMs ? 10 : 40),
    spread:
      scenario.spread * Math.sqrt(1 - scenario.common) * Math.exp(scenario.labelsDiffer * random.normal()),
    stepLn: stepped ? Math.log1p(scenario.step) : 0,
    driftLn: scenario.driftOf === 'each' ? 2 * random.uniform() * Math.log1p(scenario.drift) : 0,
  }
}

function commonOf(scenario: Scenario, at: number, accidents: boolean, random: Random): number {
  const trend = scenario.driftOf === 'all' ? at * Math.log1p(scenario.drift) : 0
  const bad = random.uniform() < scenario.badRuns ? Math.log(1.1 + 0.3 * random.uniform()) : 0
  return scenario.spread * Math.sqrt(scenario.common) * random.normal() + trend + (accidents ? bad : 0)
}

function ownOf(label: PlayedLabel, scenario: Scenario, accidents: boolean, random: Random): number {
  const sampling = scenario.slope * Math.sqrt((0.0475 / label.count) * scenario.correlated) * random.normal()
  const out = random.uniform() < scenario.outliers
  const by = Math.log(1.1 + 0.4 * random.uniform()) * (random.uniform() < 0.7 ? 1 : -1)
  return label.spread * tailed(scenario.tails, random) + sampling + (out && accidents ? by : 0)
}

/** Student's t scaled to a variance of 1, so that spreads stay comparable. */
function tailed(freedom: number, random: Random): number {
  const normal = random.normal()
  if (!Number.isFinite(freedom)) return normal
  let chi = 0
  for (let i = 0; i < freedom; i++) chi += random.normal() ** 2
  return (normal / Math.sqrt(chi / freedom)) * Math.sqrt((freedom - 2) / freedom)
}

function figuresOf(labels: PlayedLabel[], x: number[], scenario: Scenario, random: Random): RunFigures {
  const named = labels.map(({ name, count }, index) => {
    const ms = Math.exp(x[index]!)
    const sampling = ((0.0475 * scenario.slope ** 2) / count) * scenario.correlated
    // The error is estimated from 12 time blocks, so it is not known exactly.
    const known = sampling * (1 + Math.sqrt(2 / 11) * Math.max(-2, Math.min(2, random.normal())))
    const figure = {
      value: scenario.wholeMs ? Math.round(ms) : ms,
      ...(sampling > 0 && { samplingVariance: known }),
    }
    return { label: name, count, figures: new Map([['p95', figure]]) }
  })
  return { subjects: new Map([['requests', { labels: named }]]) }
}
