import type { RunCost } from '../../providers/provider.ts'

const CERTAINTY = { least: 'at least ', guess: 'about ' }

/** What the run would cost too much; nothing where the input `max-minutes` sets no limit. */
export function costFaults(cost: RunCost, maxMinutes: number | undefined): string[] {
  if (maxMinutes === undefined || cost.minutes <= maxMinutes) return []
  const about = cost.certainty === undefined ? '' : CERTAINTY[cost.certainty]
  return [
    `The run would cost ${about}${cost.minutes} minutes (${cost.how}), but max-minutes allows only ${maxMinutes}. Make it shorter, or increase max-minutes.`,
  ]
}

/** What cannot be promised of the limit before the run. */
export function costWarnings(
  cost: RunCost | undefined,
  maxMinutes: number | undefined,
  service: { title: string; canStop: boolean },
): string[] {
  if (maxMinutes === undefined || (cost !== undefined && cost.certainty === undefined)) return []
  const why = cost === undefined ? 'unknown' : 'not certain'
  const then = service.canStop
    ? 'The run is stopped when it reaches that.'
    : `${service.title} has no way to stop it when it takes longer.`
  return [
    `The cost of the run is ${why} before it finishes, and max-minutes allows ${maxMinutes} minutes. ${then}`,
  ]
}

/** As the output tells it: only what is more than a lower bound. */
export function plannedMinutes(cost: RunCost | undefined): number | undefined {
  return cost?.certainty === 'least' ? undefined : cost?.minutes
}
