// Counts status requests while waiting for runs of several lengths, compared with one request every 5 s. The
// real waiting code runs in virtual time: nothing is timed, so one run is enough.
import { countPolls, pollsEveryFiveSeconds } from '../test/clock/count-polls.ts'

const MINUTE_MS = 60_000
const LENGTHS = [
  { name: '2 min', minutes: 2, share: 1 },
  { name: '10 min', minutes: 10, share: 1 },
  { name: '1 h', minutes: 60, share: 1 / 3 },
  { name: '6 h', minutes: 360, share: 1 / 5 },
]
const SHARE_WITH_ESTIMATE = 1 / 4
const NOTICED_WITHIN_S = 5

async function measure(name: string, minutes: number, estimated: boolean, share: number): Promise<void> {
  const reference = pollsEveryFiveSeconds(minutes * MINUTE_MS)
  const { atMs, noticedAfterMs } = await countPolls(minutes * MINUTE_MS, estimated)
  const ratio = atMs.length / reference
  const lateS = noticedAfterMs / 1000
  const noticed = `end noticed after ${lateS.toFixed(1)} s${estimated ? ` (limit ${NOTICED_WITHIN_S} s)` : ''}`
  console.log(
    `requests in ${name}, ${estimated ? 'with a finish estimate' : 'without an estimate'}: every 5 s ${reference}, ours ${atMs.length}, ratio ${ratio.toFixed(2)} (limit ${share.toFixed(2)}), ${noticed}`,
  )
  if (ratio > share || (estimated && lateS > NOTICED_WITHIN_S)) process.exitCode = 1
}

for (const { name, minutes, share } of LENGTHS) await measure(name, minutes, false, share)
for (const { name, minutes } of LENGTHS) await measure(name, minutes, true, SHARE_WITH_ESTIMATE)
