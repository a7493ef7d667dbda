/**
 * Runs all benches, one after the other: `npm run bench [-- name ...]`. Each compares with a reference in the
 * same run, prints its figures with their limits, and fails if a limit is missed. Nothing else should run on
 * the machine meanwhile.
 */
import { spawnSync } from 'node:child_process'
import { cpus, release } from 'node:os'
import { join } from 'node:path'

const BENCHES: Record<string, string> = {
  startup: 'startup.ts',
  'polling-requests': 'polling-requests.ts',
  'request-log': 'measurements/bench-request-log.ts',
  duckdb: 'measurements/bench-duckdb.ts',
  'xlt-timers': 'measurements/bench-xlt-timers.ts',
  'whole-step': 'transfer/whole-step.ts',
  'own-seconds': 'own-seconds.ts',
  download: 'download.ts',
  'large-artifact': 'large-artifact.ts',
  page: 'page.ts',
  'xpath-memory': 'xpath-memory.ts',
  'polling-memory': 'polling-memory.ts',
  verdict: 'verdict/verdict.ts',
  'judge-times': 'verdict/judge-times-alone.ts',
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => BENCHES[name] === undefined)
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}. The benches are: ${Object.keys(BENCHES).join(', ')}.`,
  )
  process.exit(2)
}
const processors = cpus()
console.log(
  `Node ${process.version}, ${process.platform} ${release()}, ${processors.length} × ${processors[0]?.model.trim()}`,
)
const missed: string[] = []
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  console.log(`\n== ${name}`)
  const file = join(import.meta.dirname, BENCHES[name]!)
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' })
  if (status !== 0) missed.push(name)
}
console.log(missed.length > 0 ? `\nLimits missed: ${missed.join(', ')}` : '\nAll limits were met.')
process.exitCode = missed.length > 0 ? 1 : 0
