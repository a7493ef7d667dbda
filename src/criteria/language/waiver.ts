import type { Waiver } from './criterion-entry.ts'

const DAY_MS = 86_400_000

/** The first millisecond after a day written as `2026-12-31` (UTC); undefined if there is no such day. */
export function endOfDayMs(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const start = Date.parse(`${day}T00:00:00Z`)
  // Some engines turn 30 February into a day in March.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return undefined
  return start + DAY_MS
}

/** A waiver is active until the end of its last day in UTC. */
export function isWaiverActive(waiver: Waiver, nowMs: number): boolean {
  const end = endOfDayMs(waiver.until)
  return end !== undefined && nowMs < end
}

/** The text about the waiver of a criterion that is not met. */
export function waiverText(waiver: Waiver, active: boolean): string {
  return active
    ? `Waived by ${waiver.owner} through ${waiver.until}: ${waiver.reason}.`
    : `Waiver by ${waiver.owner} expired ${waiver.until}: ${waiver.reason}.`
}
