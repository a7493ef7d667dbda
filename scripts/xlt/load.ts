import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf, runXlt, type JavaCall } from './java.ts'
import { writeProperties } from './home.ts'
import { NAMES } from './names.ts'
import { startPageServer } from './page-server.ts'
import { lastLines, runProcess } from '../run-process.ts'

const MASTER = 'com.xceptance.xlt.mastercontroller.MasterControllerMain'
const SUITE = join(import.meta.dirname, 'suite', 'Visit.java')
/**
 * The test ends after this number of visits, or after a minute. Some reports leave the ramp-up out, so there
 * is one.
 */
const LOAD = {
  users: '4',
  iterations: '60',
  rampUpPeriod: '4s',
  measurementPeriod: '60s',
  shutdownPeriod: '2s',
}

/** Runs the suite in XLT with two agents against pages on loopback; returns the folder of its results. */
export async function runLoad(call: JavaCall): Promise<string> {
  const suite = join(call.home, 'suite')
  const classes = join(suite, 'classes')
  mkdirSync(classes, { recursive: true })
  await compile(call, classes)
  const pages = await startPageServer()
  try {
    writeSuite(join(suite, 'config'), pages.url)
    const results = join(call.home, 'results')
    const { output } = await runXlt(call, MASTER, ['-auto', '-embedded', '-o', results])
    if (!existsSync(join(results, 'config')) || /exited unexpectedly/.test(output))
      throw new Error(`XLT's load test left no results.\n${lastLines(output)}`)
    return results
  } finally {
    await pages.close()
  }
}

async function compile({ jdk, classPath }: JavaCall, classes: string): Promise<void> {
  const command: [string, ...string[]] = [programOf(jdk, 'javac'), '-d', classes, '-cp', classPath, SUITE]
  const run = await runProcess(command, { directory: classes, timeoutMs: 120_000 })
  if (run.exitCode !== 0) throw new Error(`The test suite does not compile.\n${lastLines(run.output)}`)
}

function writeSuite(config: string, pagesUrl: string): void {
  const profile = Object.entries({ class: 'Visit', ...LOAD })
  writeProperties(join(config, 'project.properties'), {
    'com.xceptance.xlt.projectName': 'Visits',
    'com.xceptance.xlt.testPropertiesFile': 'test.properties',
  })
  writeProperties(join(config, 'test.properties'), {
    'com.xceptance.xlt.loadtests': 'TVisit',
    ...Object.fromEntries(
      profile.map(([name, value]) => [`com.xceptance.xlt.loadtests.TVisit.${name}`, value]),
    ),
    'com.xceptance.xlt.agent.monitoring.samplingInterval': '1000',
    'com.xceptance.xlt.scorecard.config': 'scorecard.json',
    'visit.pages': pagesUrl,
  })
  writeFileSync(join(config, 'names.json'), JSON.stringify(NAMES))
  writeFileSync(join(config, 'scorecard.json'), JSON.stringify(scorecard('count(//requests/request)')))
  writeFileSync(join(config, BROKEN_SCORECARD), JSON.stringify(scorecard('//requests[')))
}

/** A scorecard with an invalid expression: XLT reports an error instead of points. */
export const BROKEN_SCORECARD = 'broken-scorecard.json'

/** Rules with every result: passed, not passed, skipped, and an error if the expression is invalid. */
const scorecard = (expression: string): object => ({
  version: 1,
  selectors: [{ id: 'request-errors', expression: 'sum(//requests/request/errors)' }],
  rules: [
    {
      id: 'few-errors',
      name: 'Few errors',
      points: 10,
      checks: [{ selectorId: 'request-errors', condition: '< 1000000', displayValue: true }],
    },
    {
      id: 'no-errors',
      points: 5,
      failsTest: true,
      messages: { success: 'none', fail: 'there are "errors", more than 0' },
      checks: [{ selectorId: 'request-errors', condition: '= 0' }],
    },
    {
      id: 'many-requests',
      points: 3,
      checks: [{ selector: 'count(//requests/request)', condition: '> 10' }],
    },
    { id: 'given-expression', points: 2, checks: [{ selector: expression, condition: '> 100000' }] },
    { id: 'off', enabled: false, points: 7, checks: [{ selector: '1', condition: '= 1' }] },
  ],
  groups: [
    { id: 'first', name: 'First that passes', mode: 'firstPassed', rules: ['few-errors', 'many-requests'] },
    { id: 'all', mode: 'allPassed', failsTest: true, rules: ['no-errors', 'many-requests'] },
    { id: 'odd', mode: 'lastPassed', rules: ['off', 'given-expression', 'few-errors'] },
  ],
  ratings: [
    { id: 'poor', value: 30, failsTest: true },
    { id: 'fair', value: 70 },
    { id: 'good', value: 100 },
  ],
})
