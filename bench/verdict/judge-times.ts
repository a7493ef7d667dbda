/** How much processor time a judgment takes: the best of several, since other work on the machine only adds to it. */
import { judgeUsual } from '../../src/verdict/usual/judge-usual.ts'
import { COMPARISON } from './count-verdicts.ts'
import { PLAIN, play } from './play-history.ts'
import { randomFrom } from './random.ts'

const SIZES = [
  { labels: 200, criteria: 10, limitMs: 50 },
  { labels: 2000, criteria: 10, limitMs: 500 },
]
const TIMES = 7

export function judgeTimes(expectKept: (kept: boolean, what: string) => string): void {
  console.log()
  for (const { labels, criteria, limitMs } of SIZES) {
    const scenario = { ...PLAIN, labels, earlier: 20 }
    const { history, runs } = play(scenario, { ratio: 0, of: 'one' }, randomFrom(3))
    const comparisons = Array.from({ length: criteria }, () => COMPARISON)
    const timesMs = Array.from({ length: TIMES }, () => {
      const start = process.threadCpuUsage()
      judgeUsual({ history, runs: runs.slice(0, 1), comparisons })
      const { user, system } = process.threadCpuUsage(start)
      return (user + system) / 1000
    })
    const what = `${labels} labels, 20 earlier runs, ${criteria} criteria`
    const bestMs = Math.min(...timesMs)
    console.log(
      `${what}: ${bestMs.toFixed(0)} ms, the first ${timesMs[0]!.toFixed(0)} ms (limit ${limitMs} ms)${expectKept(bestMs <= limitMs, what)}`,
    )
  }
}
