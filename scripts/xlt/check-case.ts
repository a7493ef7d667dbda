import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  inFiles,
  languageCriteria,
  type LanguageCriterion,
  rawPercentileCriteria,
  xpathCriteria,
  type XPathCriterion,
} from './criteria.ts'
import { inWords, keyOf, type Figure, type StatedFigure } from './figure.ts'
import { runXlt, type JavaCall } from './java.ts'
import { judge, packFolder, statusesOf } from './judge.ts'
import { reportFigures, timingFigures } from './measured-figures.ts'
import { nearestRank, xltPercentile } from './raw-values.ts'
import { RAW_NAMES, type ReportCase, type Results } from './reports.ts'
import { lastLines } from '../run-process.ts'
import { statedFigures } from './stated-figures.ts'

const CHECKER = 'com.xceptance.xlt.report.criteria.CheckCriteriaMain'
/** XLT writes three decimals; the action rounds to six digits. */
const ROUNDING = 0.0011

export interface CaseOutcome {
  figures: number
  criteria: number
  differences: string[]
}

/** Judges a report and its results with the action, and compares everything with what XLT says. */
export async function checkCase(results: Results, one: ReportCase, report: string): Promise<CaseOutcome> {
  const stated = statedFigures(report)
  const ranks = one === RAW_NAMES ? ranksOf(stated, results.requests.values) : []
  const asked = [...languageCriteria(stated), ...rawPercentileCriteria(ranks)]
  const conditions = xpathCriteria(stated)
  const folder = await folderToJudge(results, report)
  const measurements = await judge(folder)
  const raw = one === RAW_NAMES ? rawFigures(stated, timingFigures(measurements, 'raw-requests')) : undefined
  return {
    figures: stated.length + (raw?.stated.length ?? 0) + ranks.length,
    criteria: asked.length + conditions.length,
    differences: [
      ...compareFigures(stated, reportFigures(measurements), 0),
      ...(raw === undefined ? [] : compareFigures(raw.stated, raw.measured, ROUNDING)),
      ...ranks.flatMap(({ fault }) => fault ?? []),
      ...(await languageDifferences(folder, asked)),
      ...(await xpathDifferences(results.call, folder, report, conditions)),
    ],
  }
}

async function folderToJudge({ archive }: Results, report: string): Promise<string> {
  const folder = `${report}-to-judge`
  mkdirSync(folder, { recursive: true })
  await packFolder(report, join(folder, 'report.tar.gz'))
  linkSync(archive, join(folder, 'result.tar.gz'))
  return folder
}

async function languageDifferences(folder: string, asked: LanguageCriterion[]): Promise<string[]> {
  const differences: string[] = []
  for (const part of inFiles(asked)) {
    const entries = part.map(({ id, check }) => ({ id, check }))
    const own = await statusesOf(folder, 'criteria.yaml', JSON.stringify({ criteria: entries }))
    const expected = new Map(part.map(({ id, expected: status }) => [id, status]))
    differences.push(...compareStatuses(expected, own, new Map(part.map(({ id, check }) => [id, check]))))
  }
  return differences
}

async function xpathDifferences(
  call: JavaCall,
  folder: string,
  report: string,
  conditions: XPathCriterion[],
): Promise<string[]> {
  const differences: string[] = []
  for (const part of inFiles(conditions)) {
    const content = JSON.stringify({ criteria: part })
    const own = await statusesOf(folder, 'criteria.json', content)
    const expected = await xltVerdicts(call, content, report)
    differences.push(
      ...compareStatuses(expected, own, new Map(part.map(({ id, condition }) => [id, condition]))),
    )
  }
  return differences
}

/** Figures that differ, appear twice, or are missing on one side. */
export function compareFigures(stated: Figure[], measured: Figure[], tolerance: number): string[] {
  const known = new Map<string, Figure>()
  const differences: string[] = []
  for (const figure of measured) {
    if (known.has(keyOf(figure))) differences.push(`The action has this twice: ${inWords(figure)}`)
    known.set(keyOf(figure), figure)
  }
  for (const figure of stated) {
    const own = known.get(keyOf(figure))
    known.delete(keyOf(figure))
    if (own === undefined) differences.push(`The action lacks this: ${inWords(figure)}`)
    else if (!isSame(figure.value, own.value, tolerance))
      differences.push(`XLT says ${inWords(figure)}, the action ${String(own.value)}`)
  }
  for (const figure of known.values()) differences.push(`XLT lacks this: ${inWords(figure)}`)
  return differences
}

function isSame(stated: Figure['value'], own: Figure['value'], tolerance: number): boolean {
  if (typeof stated !== 'number' || typeof own !== 'number') return stated === own
  return Math.abs(stated - own) <= tolerance
}

/**
 * What XLT states about requests under their raw names, and what the action measured from the timer files,
 * without percentiles.
 */
function rawFigures(stated: StatedFigure[], measured: Figure[]): { stated: Figure[]; measured: Figure[] } {
  // Rates are left out, because the action's cover another period: that of the timers themselves.
  const isExact = ({ measure }: Figure): boolean => !/^p\d|median|rate/.test(measure)
  const requests = stated.filter(({ subject }) => subject === 'requests')
  return {
    stated: requests.filter(isExact).map((figure) => ({ ...figure, subject: 'raw-requests' })),
    measured: measured.filter(isExact),
  }
}

interface Rank {
  label: string | null
  percentile: number
  ms: number
  fault?: string
}

/**
 * Percentiles of raw requests by both rules, from the values themselves; a fault if XLT's figure does not
 * follow its rule.
 */
function ranksOf(stated: StatedFigure[], values: Map<string | null, number[]>): Rank[] {
  const figures = stated.filter(({ subject, measure }) => subject === 'requests' && /^p\d/.test(measure))
  return figures.map((figure) => {
    const percentile = Number(figure.measure.slice(1))
    const ascending = values.get(figure.label) ?? []
    const byRule = xltPercentile(ascending, percentile)
    const fault =
      byRule === figure.value ? {} : { fault: `By XLT's rule ${byRule}, but it says ${inWords(figure)}` }
    return { label: figure.label, percentile, ms: nearestRank(ascending, percentile), ...fault }
  })
}

async function xltVerdicts(call: JavaCall, criteria: string, report: string): Promise<Map<string, string>> {
  const file = join(call.home, 'tmp', 'criteria.json')
  const out = join(call.home, 'tmp', 'checked.json')
  writeFileSync(file, criteria)
  const run = await runXlt(call, CHECKER, ['-c', file, '-o', out, join(report, 'testreport.xml')])
  // Exit code 3: some criteria are not met.
  if (run.exitCode !== 0 && run.exitCode !== 3)
    throw new Error(`XLT's checker failed (exit code ${run.exitCode}).\n${lastLines(run.output)}`)
  const { checks } = JSON.parse(readFileSync(out, 'utf8')) as {
    checks: { details: Record<string, { status: string }> }[]
  }
  return new Map(Object.entries(checks[0]?.details ?? {}).map(([id, { status }]) => [id, status]))
}

function compareStatuses(
  expected: Map<string, string>,
  own: Map<string, string>,
  texts: Map<string, string>,
): string[] {
  return [...expected]
    .filter(([id, status]) => own.get(id) !== status)
    .map(([id, status]) => {
      const text = texts.get(id) ?? ''
      const shown = text.length > 160 ? `${text.slice(0, 80)}…${text.slice(-60)}` : text
      return `Expected ${status}, got ${own.get(id) ?? 'absent'}: ${shown}`
    })
}
