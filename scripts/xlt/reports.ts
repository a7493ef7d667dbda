import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runXlt, type JavaCall } from './java.ts'
import { writeProperties, type Properties } from './home.ts'
import { BROKEN_SCORECARD } from './load.ts'
import type { RawRequests } from './raw-values.ts'
import { lastLines } from '../run-process.ts'

const GENERATOR = 'com.xceptance.xlt.report.ReportGeneratorMain'
const PREFIX = 'com.xceptance.xlt.reportgenerator'

/** One way to make a report of the same results. */
export interface ReportCase {
  name: string
  properties?: Properties
  options?: (requests: RawRequests) => string[]
}

/** Requests with the names of the raw results, so that both can be compared label by label. */
export const RAW_NAMES: ReportCase = {
  name: 'requests with their raw names',
  properties: { [`${PREFIX}.requests.removeIndexes`]: 'false' },
}

export const REPORT_CASES: readonly ReportCase[] = [
  RAW_NAMES,
  { name: 'with default settings' },
  {
    name: 'merge rules',
    properties: mergeRules(
      { newName: '{n:0} [{s:0}]', statusCodePattern: '.*', stopOnMatch: 'false' },
      { newName: '{n:1} "merged", {c:0} ', namePattern: '^(plain).*', contentTypePattern: '.*' },
      { newName: '', namePattern: '^Homepage', dropOnMatch: 'true' },
    ),
  },
  {
    name: 'all requests failing',
    properties: mergeRules({ newName: '', statusCodePattern: '200', dropOnMatch: 'true' }),
  },
  {
    name: 'no percentiles, and a broken scorecard',
    properties: {
      [`${PREFIX}.runtimePercentiles`]: ',',
      'com.xceptance.xlt.scorecard.config': BROKEN_SCORECARD,
    },
  },
  { name: 'without ramp-up', options: () => ['-noRampUp'] },
  {
    name: 'the middle third of the time',
    options: ({ firstMs, lastMs }) => {
      const thirdMs = (lastMs - firstMs) / 3
      return ['-from', timeOption(firstMs + thirdMs), '-to', timeOption(lastMs - thirdMs)]
    },
  },
]

/** XLT's format for times: `20260131-094500`, in UTC as given with the option `-timezone`. */
function timeOption(ms: number): string {
  const [day, time] = new Date(ms).toISOString().slice(0, 19).split('T')
  return `${day?.replaceAll('-', '')}-${time?.replaceAll(':', '')}`
}

function mergeRules(...rules: Record<string, string>[]): Properties {
  const entries = rules.flatMap((rule, index) =>
    Object.entries(rule).map(([name, value]) => [`${PREFIX}.requestMergeRules.${index}.${name}`, value]),
  )
  return Object.fromEntries(entries)
}

/** The results of a load test. */
export interface Results {
  call: JavaCall
  folder: string
  /** The folder as XTC would serve it. */
  archive: string
  requests: RawRequests
}

/** Creates XLT's report of the results; returns its folder. */
export async function makeReport(
  { call, folder: results, requests }: Results,
  { name, ...one }: ReportCase,
): Promise<string> {
  const folder = join(call.home, 'reports', name.replaceAll(/\W+/g, '-'))
  const properties = join(call.home, 'tmp', 'report.properties')
  writeProperties(properties, one.properties ?? {})
  const options = ['-noCharts', '-timezone', 'UTC', '-pf', properties, ...(one.options?.(requests) ?? [])]
  const { output } = await runXlt(call, GENERATOR, [...options, '-o', folder, results])
  if (!existsSync(join(folder, 'testreport.xml')))
    throw new Error(`XLT made no report (${name}).\n${lastLines(output)}`)
  return folder
}
