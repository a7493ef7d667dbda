import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StatedFigure } from './figure.ts'
import { elementsAt, readXml, textAt, type Element } from './xml-tree.ts'

/** Sections of the report, and the action's names for them. */
const SUBJECTS: [section: string, item: string, subject: string][] = [
  ['requests', 'request', 'requests'],
  ['actions', 'action', 'actions'],
  ['transactions', 'transaction', 'transactions'],
  ['pageLoadTimings', 'pageLoadTiming', 'page-loads'],
  ['customTimers', 'customTimer', 'custom'],
]
const TIMES: [element: string, measure: string][] = [
  ['min', 'minMs'],
  ['mean', 'meanMs'],
  ['median', 'medianMs'],
  ['max', 'maxMs'],
  ['deviation', 'deviationMs'],
]
const VITALS = ['cls', 'fcp', 'fid', 'inp', 'lcp', 'ttfb']

/** An element of the report, and an XPath expression for it. */
interface Place {
  element: Element
  path: string
}

/** Every figure of a report that the action measures, as stated by XLT. */
export function statedFigures(reportFolder: string): StatedFigure[] {
  const report = readXml(join(reportFolder, 'testreport.xml'))
  return [
    ...SUBJECTS.flatMap(([section, item, subject]) => timersOf(report, section, item, subject)),
    ...itemsOf(report, 'agents', 'agent').flatMap(agentFigures),
    ...itemsOf(report, 'webVitalsList', 'webVitals').flatMap(vitalFigures),
    ...scorecardFigures(join(reportFolder, 'scorecard.xml')),
  ]
}

function timersOf(report: Element, section: string, item: string, subject: string): StatedFigure[] {
  const total = elementsAt(report, 'summary', section)[0]
  const labels = itemsOf(report, section, item).flatMap((place) =>
    timerFigures(place, subject, textAt(place.element, 'name') ?? ''),
  )
  const totals =
    total === undefined
      ? []
      : timerFigures({ element: total, path: `/testreport/summary/${section}` }, subject, null)
  return [...totals, ...labels]
}

function itemsOf(report: Element, section: string, item: string): Place[] {
  return elementsAt(report, section, item).map((element) => ({
    element,
    path: `/testreport/${section}/${item}[name = ${literal(textAt(element, 'name') ?? '')}]`,
  }))
}

function timerFigures({ element, path }: Place, subject: string, label: string | null): StatedFigure[] {
  const of = (measure: string, ...steps: string[]): StatedFigure[] =>
    numberAt({ element, path }, steps, { subject, label, measure })
  const counts = [
    ...of('count', 'count'),
    ...of('errors', 'errors'),
    ...of('ratePerSecond', 'countPerSecond'),
  ]
  // If there were no requests, XLT states zeros for the times.
  if (counts[0]?.value === 0) return counts
  const percentiles = elementsAt(element, 'percentiles')[0]?.children ?? []
  return [
    ...counts,
    ...TIMES.flatMap(([name, measure]) => of(measure, name)),
    ...percentiles.flatMap(({ name }) => of(name, 'percentiles', name)),
    ...of('bytesSent', 'bytesSent', 'totalCount'),
    ...of('bytesReceived', 'bytesReceived', 'totalCount'),
  ]
}

function agentFigures(place: Place): StatedFigure[] {
  const label = textAt(place.element, 'name') ?? ''
  return [
    ...numberAt(place, ['totalCpuUsage', 'mean'], { subject: 'agents', label, measure: 'cpuMeanPercent' }),
    ...numberAt(place, ['totalCpuUsage', 'max'], { subject: 'agents', label, measure: 'cpuMaxPercent' }),
  ]
}

function vitalFigures(place: Place): StatedFigure[] {
  const page = textAt(place.element, 'name') ?? ''
  return VITALS.flatMap((vital) => {
    const of = (measure: string): Omit<StatedFigure, 'path' | 'value'> => ({
      subject: 'web-vitals',
      label: `${page}/${vital}`,
      measure,
    })
    const rating = textAt(place.element, vital, 'rating')
    return [
      ...['score', 'goodCount', 'improveCount', 'poorCount'].flatMap((measure) =>
        numberAt(place, [vital, measure], of(measure)),
      ),
      ...(rating === undefined
        ? []
        : [{ ...of('rating'), value: rating, path: `${place.path}/${vital}/rating` }]),
    ]
  })
}

function numberAt(
  { element, path }: Place,
  steps: string[],
  figure: Omit<StatedFigure, 'path' | 'value'>,
): StatedFigure[] {
  const text = textAt(element, ...steps)
  if (text === undefined) return []
  const value = Number(text)
  if (text === '' || Number.isNaN(value))
    throw new Error(`XLT states no number at ${path}/${steps.join('/')}: ${text}`)
  return [{ ...figure, value, path: `${path}/${steps.join('/')}` }]
}

function scorecardFigures(path: string): StatedFigure[] {
  if (!existsSync(path)) return []
  const outcome = elementsAt(readXml(path), 'outcome')[0]
  if (outcome === undefined) return []
  const { points, totalPoints, pointsPercentage, testFailed } = outcome.attributes
  const groups = elementsAt(outcome, 'groups', 'group')
  return [
    ...scorecardFigure(null, 'points', points),
    ...scorecardFigure(null, 'totalPoints', totalPoints),
    ...scorecardFigure(null, 'pointsPercent', pointsPercentage),
    ...scorecardFigure(null, 'testFailed', testFailed),
    ...scorecardFigure(null, 'rating', textAt(outcome, 'rating')),
    ...scorecardFigure(null, 'error', textAt(outcome, 'error')),
    ...groups.flatMap((group) =>
      elementsAt(group, 'rules', 'rule').flatMap((rule) => ruleFigures(group, rule)),
    ),
  ]
}

function ruleFigures(group: Element, rule: Element): StatedFigure[] {
  const label = `${group.attributes['ref-id'] ?? ''}/${rule.attributes['ref-id'] ?? ''}`
  return [
    ...scorecardFigure(label, 'points', rule.attributes['points']),
    ...scorecardFigure(label, 'testFailed', rule.attributes['testFailed']),
    ...scorecardFigure(label, 'result', textAt(rule, 'result')),
    ...scorecardFigure(label, 'message', textAt(rule, 'message')),
  ]
}

/** Criteria cannot use the scorecard, because it is not part of the report. */
function scorecardFigure(label: string | null, measure: string, text: string | undefined): StatedFigure[] {
  if (text === undefined) return []
  const isNumber = text !== '' && /points/i.test(measure)
  const value = measure === 'testFailed' ? text === 'true' : isNumber ? Number(text) : text
  return [{ subject: 'scorecard', label, measure, value, path: '' }]
}

/** A string in XPath 1.0, which has no escapes. */
export function literal(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  const parts = text.split("'").map((part) => `'${part}'`)
  return `concat(${parts.join(`, "'", `)})`
}
