import { element, escaped, fixed } from './xml-text.ts'
import { SpreadStatistics, type TimerStatistics } from './xlt-statistics.ts'
import { REQUEST_PARTS, type XltTotals } from './xlt-totals.ts'

const PERCENTILES = [50, 95, 99, 99.9] as const

export function timer(name: string, statistics: TimerStatistics, seconds: number): string {
  const values = statistics.percentiles(PERCENTILES)
  return (
    element('name', escaped(name)) +
    rates(statistics.count, 'count', seconds) +
    element('errors', statistics.errors) +
    element('errorPercentage', fixed(share(statistics.errors, statistics.count))) +
    element('min', statistics.count === 0 ? 0 : statistics.min) +
    element('max', statistics.count === 0 ? 0 : statistics.max) +
    element('median', fixed(values[0] ?? 0)) +
    element('mean', fixed(statistics.mean)) +
    element('deviation', fixed(statistics.deviation)) +
    element(
      'percentiles',
      PERCENTILES.map((percentile, index) => element(`p${percentile}`, fixed(values[index] ?? 0))).join(''),
    )
  )
}

function rates(count: number, name: 'count' | 'totalCount', seconds: number): string {
  const perSecond = count / seconds
  return (
    element(name, count) +
    element('countPerSecond', fixed(perSecond)) +
    element('countPerMinute', fixed(perSecond * 60)) +
    element('countPerHour', fixed(perSecond * 3600)) +
    element('countPerDay', fixed(perSecond * 86_400))
  )
}

export function requestParts(totals: XltTotals, name: string | undefined, seconds: number): string {
  return REQUEST_PARTS.map((part) => {
    const named = totals.parts.get(part)
    const statistics = (name === undefined ? named?.all : named?.byName.get(name)) ?? new SpreadStatistics()
    const bytes = part === 'bytesSent' || part === 'bytesReceived'
    return element(
      part,
      spread(statistics, 0) + (bytes ? rates(statistics.total, 'totalCount', seconds) : ''),
    )
  }).join('')
}

export function spread(statistics: SpreadStatistics, digits: number): string {
  return (
    element('min', statistics.count === 0 ? 0 : statistics.min.toFixed(digits)) +
    element('max', statistics.count === 0 ? 0 : statistics.max.toFixed(digits)) +
    element('mean', fixed(statistics.mean)) +
    element('deviation', fixed(statistics.deviation))
  )
}

export function apdex(): string {
  return element('apdex', '<longValue>0.98 [1.0]</longValue><value>0.98</value>')
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole
}
