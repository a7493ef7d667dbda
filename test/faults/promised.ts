import * as fc from 'fast-check'
import { play, type Played } from './lifecycle.ts'
import { brokenPromises } from './promises.ts'
import { anySchedule, type Schedule } from './schedule.ts'

/** Holds if every promise is kept; otherwise throws with the broken promises and the log. */
export function keepsItsPromises(
  onPlayed: (played: Played) => void = () => undefined,
): fc.IAsyncProperty<[Schedule]> {
  return fc.asyncProperty(anySchedule, async (schedule) => {
    const played = await play(schedule)
    onPlayed(played)
    const broken = await brokenPromises(played)
    if (broken.length > 0) throw new Error(`${broken.join('\n')}\n\nThe log:\n${logOf(played)}`)
  })
}

function logOf({ lines, outputs, services }: Played): string {
  const log = lines.map(
    ({ who, level, text, atMs }) =>
      `${(atMs / 1000).toFixed(1).padStart(8)} s ${who} ${level}: ${text.slice(0, 300)}`,
  )
  const facts = { outcome: outputs['outcome'], reason: outputs['reason'], ids: outputs['run-id'] }
  return [...log, JSON.stringify({ ...facts, started: services.mine, theirs: services.theirs })].join('\n')
}
