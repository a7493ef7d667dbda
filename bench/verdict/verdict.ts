// The judgment against the usual, on simulated histories: false alarms, slow-downs found, and runs wrongly
// passed. It uses a fixed seed, so every run gives the same figures. Only the last part is timed.
import { countVerdicts, type Counts, type Confirming } from './count-verdicts.ts'
import { expectedPower } from './expected-power.ts'
import { judgeTimes } from './judge-times.ts'
import { PLAIN, type Change, type Scenario } from './play-history.ts'
import { randomFrom } from './random.ts'
import { boundaryPerLabel, lastRun, mannWhitney } from './rivals.ts'
import { wilson } from './wilson.ts'

const SPREADS = [0.01, 0.02, 0.04, 0.08]
const STEPS: Record<number, number> = { 1: 2000, 20: 2000, 200: 500 }
const FOUND_STEPS: Record<number, number> = { 1: 1000, 20: 500, 200: 200 }
const SAME: Change = { ratio: 0, of: 'one' }
const MOST_FALSE = 0.015
const MOST_FALSE_IN_TROUBLE = 0.02
const MOST_WRONG_GREEN = 0.05
const LEAST_FOUND = 0.95
const OFF_FORMULA = 0.05
/** The largest spread, by number of labels, at which + 10 % must be found. */
const MUST_FIND: Record<number, number> = { 1: 0.0175, 20: 0.015, 200: 0.0125 }
const RIVALS = [lastRun, boundaryPerLabel, mannWhitney(randomFrom(99))]
const RIVAL_NAMES = 'baseline + 10% | t boundary per label | Mann-Whitney'

const percent = (share: number): string => (100 * share).toFixed(1)
const missed: string[] = []

/** Formats as percent with the 95 % interval: `0.3 (0.1 to 0.7)`. */
function shareText(hits: number, of: number): string {
  const { low, high } = wilson(hits, of)
  return `${percent(hits / of)} (${percent(low)} to ${percent(high)})`
}

function expectKept(kept: boolean, what: string): string {
  if (!kept) missed.push(what)
  return kept ? '' : ' MISSED'
}

function falseAlarms(name: string, scenarios: Scenario[], steps: number): void {
  const counts = countVerdicts({ scenarios, change: SAME, steps, seed: 11, rivals: RIVALS })
  const { one, two, onSuspicion } = counts.tallies
  const kept = [one, two, onSuspicion].every(({ failed }) => wilson(failed, steps).high < MOST_FALSE)
  const ours = [one, two, onSuspicion].map(({ failed }) => shareText(failed, steps))
  const rivals = counts.rivals.map((red) => percent(red / steps))
  const open = `${percent(one.inconclusive / steps)} | ${percent(two.inconclusive / steps)}`
  const runs = (onSuspicion.runs / steps).toFixed(2)
  console.log(
    `| ${[name, ...ours, open, runs, ...rivals].join(' | ')} |${expectKept(kept, `false alarms, ${name}`)}`,
  )
}

function troubled(name: string, scenario: Partial<Scenario>): void {
  for (const labels of [1, 20]) {
    const scenarios = [0.02, 0.04].map((spread) => ({ ...PLAIN, spread, labels, ...scenario }))
    const steps = 1500
    const counts = countVerdicts({ scenarios, change: SAME, steps, seed: 13, rivals: RIVALS })
    const texts = (['one', 'two', 'onSuspicion'] as const).map((mode) =>
      shareText(counts.tallies[mode].failed, steps),
    )
    const inHistory = !scenario.outliersNow
    const worst = Math.max(...(['one', 'two'] as const).map((mode) => counts.tallies[mode].failed)) / steps
    const kept = !inHistory || worst <= MOST_FALSE_IN_TROUBLE
    const rivals = counts.rivals.map((red) => percent(red / steps))
    console.log(
      `| ${[name, labels, ...texts, ...rivals].join(' | ')} |${expectKept(kept, `${name}, ${labels} labels`)}`,
    )
  }
}

function found(labels: number, spread: number, ratio: number): void {
  const scenario = { ...PLAIN, spread, labels }
  const steps = FOUND_STEPS[labels]!
  const counts = countVerdicts({
    scenarios: [scenario],
    change: { ratio, of: 'one' },
    steps,
    seed: 17,
    rivals: RIVALS,
  })
  const formula = [expectedPower(scenario, ratio, 1), expectedPower(scenario, ratio, 2)] as const
  const off = Math.max(offFormula(counts, 'one', formula[0]), offFormula(counts, 'two', formula[1]))
  const { one, two, onSuspicion } = counts.tallies
  const mustFind = ratio >= 0.1 && spread <= MUST_FIND[labels]!
  const kept =
    off <= OFF_FORMULA &&
    (!mustFind || two.failed / steps >= LEAST_FOUND) &&
    (ratio < 0.1 ||
      Math.max(one.wrongGreen, two.wrongGreen, onSuspicion.wrongGreen) / steps <= MOST_WRONG_GREEN)
  const cells = [
    `${percent(spread)} %`,
    labels,
    `+ ${percent(ratio)} %`,
    `${shareText(one.failed, steps)}; ${percent(formula[0])}`,
    `${shareText(two.failed, steps)}; ${percent(formula[1])}`,
    shareText(onSuspicion.failed, steps),
    `${shareText(onSuspicion.wrongGreen, steps)}, ${percent(onSuspicion.passed / steps)}`,
    shareText(onSuspicion.inconclusive, steps),
    ...counts.rivals.map((red) => percent(red / steps)),
  ]
  console.log(
    `| ${cells.join(' | ')} |${expectKept(kept, `+ ${percent(ratio)} % at ${percent(spread)} %, ${labels} labels`)}`,
  )
}

/** How far the formula is off beyond what chance explains. */
function offFormula({ tallies, steps }: Counts, mode: Confirming, formula: number): number {
  const { low, high } = wilson(tallies[mode].failed, steps)
  return Math.max(0, low - formula, formula - high)
}

console.log('\nFalse alarms in % of steps (95 % interval), 1 to 12 earlier runs\n')
console.log(
  `| spread, labels | one run | two runs | second run on suspicion | inconclusive: one | two | runs | ${RIVAL_NAMES} |`,
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const labels of [1, 20, 200])
  for (const spread of SPREADS) {
    const scenarios = Array.from({ length: 12 }, (_, index) => ({
      ...PLAIN,
      spread,
      labels,
      earlier: index + 1,
    }))
    falseAlarms(`${percent(spread)} %, ${labels}`, scenarios, STEPS[labels]!)
  }
for (const earlier of [1, 2, 3, 4, 6, 8, 12])
  falseAlarms(
    `1 to 8 %, 1 and 20, ${earlier} earlier`,
    SPREADS.flatMap((spread) => [1, 20].map((labels) => ({ ...PLAIN, spread, labels, earlier }))),
    2400,
  )

console.log('\nFalse alarms with trouble in the history, spread 2 and 4 %, 8 earlier runs\n')
console.log(`| trouble | labels | one run | two runs | second run on suspicion | ${RIVAL_NAMES} |`)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
troubled('outliers: 1.1 % of figures out by 10 to 50 %', { outliers: 0.011 })
troubled('bad runs: 5 % of runs slower by 10 to 40 %', { badRuns: 0.05 })
troubled('step of 10 % at all labels', { step: 0.1 })
troubled('step of 20 % at all labels', { step: 0.2 })
troubled('step of 20 % at one label in five', { step: 0.2, stepOf: 'some' })
troubled('drift of 1 % a run, all labels', { drift: 0.01 })
troubled('drift of 0 to 2 % a run, each label its own', { drift: 0.01, driftOf: 'each' })
troubled('whole milliseconds from 20 ms on', { wholeMs: true })
troubled('half of the labels rare, requests correlated', { rare: 0.5, slope: 7, correlated: 2 })
troubled('nothing in common', { common: 0 })
troubled('nearly all in common', { common: 0.9 })
troubled('labels differ in spread by a factor of 2.7', { labelsDiffer: 1 })
troubled('heavy tails (t with 5 degrees of freedom)', { tails: 5 })
troubled('outliers in the runs of the commit too', { outliers: 0.011, outliersNow: true })
troubled('bad runs of the commit too', { badRuns: 0.05, outliersNow: true })

console.log('\nOne slower label among them, 8 earlier runs: found in % (95 % interval); by the formula\n')
console.log(
  `| spread | labels | slower | one run | two runs | second run on suspicion | wrong green, passed | inconclusive | ${RIVAL_NAMES} |`,
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const labels of [1, 20, 200]) {
  for (const spread of [0.01, 0.0125, 0.015, 0.0175, 0.02, 0.03, 0.04, 0.08]) found(labels, spread, 0.1)
  for (const ratio of [0.05, 0.2]) for (const spread of SPREADS) found(labels, spread, ratio)
}

judgeTimes(expectKept)
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.join('; ')}`)
  process.exitCode = 1
}
