// Plays many schedules of faults in virtual time and prints the results; --seed and --path repeat a single
// one.
import * as fc from 'fast-check'
import { parseArgs } from 'node:util'
import { keepsItsPromises } from '../test/faults/promised.ts'
import { count, emptyTally, tableOf } from '../test/faults/tally.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 0x7fffffff)) },
    path: { type: 'string' },
  },
})
const seed = Number(values.seed)
const tally = emptyTally()
const began = Date.now()
const details = await fc.check(
  keepsItsPromises((played) => count(tally, played)),
  {
    seed,
    numRuns: Number(values.count),
    endOnFailure: true,
    ...(values.path !== undefined && { path: values.path }),
  },
)
process.stdout.write(`${tableOf(tally, details.failed ? 1 : 0)}\n`)
process.stdout.write(`Seed ${seed}, ${((Date.now() - began) / 1000).toFixed(0)} s\n`)
if (details.failed) {
  process.stdout.write(`\n${fc.defaultReportMessage(details) ?? ''}\n`)
  process.stdout.write(`\n${String(details.errorInstance)}\n`)
  process.stdout.write(
    `\nTo repeat it: npm run schedules -- --seed ${seed} --path ${details.counterexamplePath ?? ''}\n`,
  )
  process.exitCode = 1
}
