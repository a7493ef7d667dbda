import { leftActive, isInDoubt, lastRun } from './promises.ts'
import type { Played } from './lifecycle.ts'

/** Totals over a series of schedules. */
export interface Tally {
  schedules: number
  starts: number
  confirming: number
  interruptedConfirming: number
  adopted: number
  inDoubt: number
  cancelled: number
  killed: number
  stopped: number
  named: number
  /** Files from the checkout. */
  uploads: number
  filesLeft: number
  outcomes: Record<string, number>
  worstMainMs: number
  worstPostMs: number
  worstAfterCancelMs: number
}

export function emptyTally(): Tally {
  return {
    schedules: 0,
    starts: 0,
    confirming: 0,
    interruptedConfirming: 0,
    adopted: 0,
    inDoubt: 0,
    cancelled: 0,
    killed: 0,
    stopped: 0,
    named: 0,
    uploads: 0,
    filesLeft: 0,
    outcomes: {},
    worstMainMs: 0,
    worstPostMs: 0,
    worstAfterCancelMs: 0,
  }
}

export function count(tally: Tally, played: Played): void {
  const { services, schedule, interruptedAtMs, outputs } = played
  const outcome = [outputs['outcome'] ?? 'killed', outputs['reason'] ?? '']
    .filter((word) => word !== '')
    .join(' ')
  tally.schedules++
  tally.starts += services.starts
  if (services.starts > 1) tally.confirming++
  if (services.starts > 1 && interruptedAtMs !== undefined) tally.interruptedConfirming++
  if (lastRun(played)?.adopted === true) tally.adopted++
  if (isInDoubt(played)) tally.inDoubt++
  if (interruptedAtMs !== undefined) tally[schedule.interruption.kind === 'kill' ? 'killed' : 'cancelled']++
  if (services.mine.some((id) => services.wasStopped(id))) tally.stopped++
  if (leftActive(played).length > 0) tally.named++
  const { assets, code, myCode } = services
  tally.uploads += (assets?.uploads.length ?? 0) + myCode.length
  tally.filesLeft +=
    (assets?.uploaded.size ?? 0) + myCode.filter((id) => code?.deleted.includes(id) !== true).length
  tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1
  // The user decides how long the wait may take; only the time beyond that counts.
  tally.worstMainMs = Math.max(tally.worstMainMs, played.mainMs - schedule.timeoutMs)
  tally.worstPostMs = Math.max(tally.worstPostMs, played.postMs)
  if (schedule.interruption.kind !== 'kill')
    tally.worstAfterCancelMs = Math.max(tally.worstAfterCancelMs, played.afterInterruptionMs)
}

export function tableOf(tally: Tally, violations: number): string {
  const rows: [string, string | number][] = [
    ['Schedules', tally.schedules],
    ['Runs started', tally.starts],
    ['Schedules in which a suspicion started further runs', tally.confirming],
    ['Cancelled or killed in one of those further runs', tally.interruptedConfirming],
    ['Adopted without a marker', tally.adopted],
    ['Reported as unclear (start-unknown, or by post)', tally.inDoubt],
    ['Cancelled (with and without post)', tally.cancelled],
    ['Killed', tally.killed],
    ['Runs stopped', tally.stopped],
    ['Runs still active at the end, each named or left on request', tally.named],
    ['Files uploaded', tally.uploads],
    ['Files left at the service, each named', tally.filesLeft],
    ['Longest main beyond its timeout', minutes(tally.worstMainMs)],
    ['Longest post', minutes(tally.worstPostMs)],
    ['Longest main after a cancel', `${(tally.worstAfterCancelMs / 1000).toFixed(1)} s`],
    ...Object.entries(tally.outcomes)
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, times]): [string, number] => [`Outcome ${outcome}`, times]),
    ['Violations', violations],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`
}
