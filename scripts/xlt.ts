// Runs a small load test on loopback with the real XLT, creates XLT's reports, judges them with the shipped
// action, and compares every figure and every criterion with XLT's own.
// Usage: npm run xlt [-- <version or range> …]. Exit code 0: all agree, 1: something differs, 77: skipped,
// because XLT cannot be installed or run here: it needs JDK 21 or later, Maven, and Maven's repository.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkCase } from './xlt/check-case.ts'
import { writeHome } from './xlt/home.ts'
import { installXlt } from './xlt/install.ts'
import { findJdk, type JavaCall, type Jdk } from './xlt/java.ts'
import { packFolder } from './xlt/judge.ts'
import { runLoad } from './xlt/load.ts'
import { rawRequests } from './xlt/raw-values.ts'
import { makeReport, REPORT_CASES } from './xlt/reports.ts'
import { endEarly } from './skipped.ts'

/** The release that the project is made for, and the newest one, including betas. */
const DEFAULT_VERSIONS = ['9.0.0', '[9.0.0,)']
const PROCESS_WITHIN_MS = 5 * 60_000
const SHOWN_DIFFERENCES = 20

const directory = process.env['XLT_DIRECTORY'] ?? join(import.meta.dirname, '..', 'build', 'xlt')

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function main(wanted: string[]): Promise<number> {
  const jdk = await findJdk()
  say(`Java ${jdk.version} in ${jdk.home}`)
  const done = new Set<string>()
  let differences = 0
  for (const version of wanted) {
    const installed = await installXlt(directory, version)
    if (done.has(installed.version)) continue
    done.add(installed.version)
    say(`\nXLT ${installed.version}`)
    differences += await checkVersion(jdk, installed.version, installed.libraries)
  }
  say(differences === 0 ? '\nxlt: all agree.' : `\nxlt: ${differences} differences.`)
  return differences === 0 ? 0 : 1
}

async function checkVersion(jdk: Jdk, version: string, libraries: string): Promise<number> {
  const home = join(directory, `home-${version}`)
  await writeHome(home, jdk, libraries)
  const call: JavaCall = { jdk, classPath: `${libraries}/*`, home, timeoutMs: PROCESS_WITHIN_MS }
  const folder = await runLoad(call)
  const archive = join(home, 'result.tar.gz')
  await packFolder(folder, archive)
  const requests = rawRequests(folder)
  say(
    `  load test: ${requests.values.get(null)?.length ?? 0} requests with ${requests.values.size - 1} names`,
  )
  const results = { call, folder, archive, requests }
  let differences = 0
  for (const one of REPORT_CASES) {
    const report = await makeReport(results, one)
    const outcome = await checkCase(results, one, report)
    differences += outcome.differences.length
    say(
      `  ${one.name}: ${outcome.figures} figures, ${outcome.criteria} criteria, ${outcome.differences.length} differ`,
    )
    for (const difference of outcome.differences.slice(0, SHOWN_DIFFERENCES)) say(`    ${difference}`)
    const more = outcome.differences.length - SHOWN_DIFFERENCES
    if (more > 0) say(`    and ${more} more`)
  }
  if (differences === 0) rmSync(home, { recursive: true, force: true })
  return differences
}

try {
  const wanted = process.argv.slice(2)
  process.exitCode = await main(wanted.length === 0 ? DEFAULT_VERSIONS : wanted)
} catch (error) {
  endEarly('xlt', error)
}
