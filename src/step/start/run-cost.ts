import type { RunCost } from '../../providers/provider.ts'

const CERTAINTY = { least: 'at least ', guess: 'about ', most: 'up to ' }

/** The most that all runs of the step can cost: the first one, and those that confirm it. */
export function costOfAll({ minutes, certainty, how }: RunCost, confirm: number): PlannedCost {
  if (confirm === 0) return { minutes, how, ...(certainty !== undefined && { certainty }) }
  const runs = confirm + 1
  return { minutes: minutes * runs, how: `up to ${runs} runs: ${how}`, certainty: certainty ?? 'most' }
}

/** `most`: it may cost less. */
export type PlannedCost = Omit<RunCost, 'certainty'> & { certainty?: RunCost['certainty'] | 'most' }

/** Why the run would cost too much; empty if it does not, or if `max-minutes` is not set. */
export function costFaults(cost: PlannedCost, maxMinutes: number | undefined): string[] {
  if (maxMinutes === undefined || cost.minutes <= maxMinutes) return []
  const about = cost.certainty === undefined ? '' : CERTAINTY[cost.certainty]
  return [
    `The run would cost ${about}${cost.minutes} minutes (${cost.how}), but max-minutes allows only ${maxMinutes}. Make it shorter, or increase max-minutes.`,
  ]
}

/** Warns if it cannot be known before the run whether the limit will be kept. */
export function costWarnings(
  cost: PlannedCost | undefined,
  maxMinutes: number | undefined,
  service: { title: string; canStop: boolean },
): string[] {
  const isCertain = cost !== undefined && (cost.certainty === undefined || cost.certainty === 'most')
  if (maxMinutes === undefined || isCertain) return []
  const why = cost === undefined ? 'unknown' : 'not certain'
  const then = service.canStop
    ? 'The run is stopped when it reaches that.'
    : `${service.title} has no way to stop it when it takes longer.`
  return [
    `The cost of the run is ${why} before it finishes, and max-minutes allows ${maxMinutes} minutes. ${then}`,
  ]
}

/** The value for the output; undefined if only a lower bound is known. */
export function plannedMinutes(cost: PlannedCost | undefined): number | undefined {
  return cost?.certainty === 'least' ? undefined : cost?.minutes
}
