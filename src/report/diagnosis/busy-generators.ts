import { formatDuration, formatPercent } from '../../foundation/format.ts'
import type { LoadOverTime, Measurements, Series } from '../../measurements/model.ts'
import { chartedSubject } from '../figures/label-rows.ts'
import { type BusyWhileSlow, SHORT_PERCENT } from './generators.ts'
import { type Onset, onsetOfSlowness } from './onset.ts'

type SlowSpan = Extract<Onset, { at: string }>

/**
 * Undefined unless response times became long and the busiest load generator was above 80 % on average during
 * that time. A slow span begins before its peak and ends after it, so only its slower intervals count.
 */
export function busyWhileSlow(
  load: LoadOverTime | undefined,
  series: Series | undefined,
  slow: Onset | undefined,
): BusyWhileSlow | undefined {
  if (load?.cpuMaxPercent === undefined || series === undefined || !isSpan(slow)) return undefined
  const [fromMs, toMs] = [Date.parse(slow.at), slow.until === undefined ? Infinity : Date.parse(slow.until)]
  const during: (number | null)[] = []
  const otherwise: (number | null)[] = []
  for (const [at, percent] of load.cpuMaxPercent.entries()) {
    const middleMs = load.startMs + (at + 0.5) * load.intervalMs
    const p95Ms = series.p95Ms?.[Math.floor((middleMs - series.startMs) / series.intervalMs)] ?? 0
    const isWithin = middleMs >= fromMs && middleMs < toMs
    if (!isWithin) otherwise.push(percent)
    else if (p95Ms >= (slow.before + slow.during) / 2) during.push(percent)
  }
  const cpuPercent = meanOf(during)
  const otherwisePercent = meanOf(otherwise)
  if (cpuPercent === undefined || cpuPercent <= SHORT_PERCENT) return undefined
  return { at: slow.at, cpuPercent, ...(otherwisePercent !== undefined && { otherwisePercent }) }
}

function isSpan(onset: Onset | undefined): onset is SlowSpan {
  return onset !== undefined && 'at' in onset
}

/** A sentence for people; empty unless the load generators were busy during a slow span. */
export function busyInWords(measurements: Measurements | undefined): string {
  const subject = chartedSubject(measurements)
  const series = subject && measurements?.subjects[subject]?.total?.series
  const slow = subject && series && onsetOfSlowness(series, subject)
  const busy = busyWhileSlow(measurements?.load, series, slow)
  if (busy === undefined || !isSpan(slow)) return ''
  const otherwise =
    busy.otherwisePercent === undefined ? '' : ` (${formatPercent(rounded(busy.otherwisePercent))} otherwise)`
  return (
    `${formatDuration(slow.afterSeconds * 1000)} after the start, p95 rose from ${formatDuration(slow.before)} to ` +
    `${formatDuration(slow.during)} while the busiest load generator was at ${formatPercent(rounded(busy.cpuPercent))} CPU${otherwise}. ` +
    `Above ${SHORT_PERCENT}%, the times may be the load generator's own.`
  )
}

/** Rounded to whole percents, because CPU is not more precise than that. */
function rounded(percent: number): number {
  return Math.round(percent) / 100
}

function meanOf(values: readonly (number | null)[]): number | undefined {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
}
