import { describe, expect, test } from 'vitest'
import { countPolls, pollsEveryFiveSeconds } from '../../../clock/count-polls.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

describe('requests while waiting, compared with one every 5 s', () => {
  test.each([
    [2, 1],
    [10, 1],
    [60, 1 / 3],
    [360, 1 / 5],
  ])('without an estimate a run of %i min takes at most %f of them', async (minutes, share) => {
    const { atMs, noticedAfterMs } = await countPolls(minutes * MINUTE_MS, false)
    expect(atMs.length).toBeLessThanOrEqual(share * pollsEveryFiveSeconds(minutes * MINUTE_MS))
    expect(noticedAfterMs).toBeLessThanOrEqual(30 * SECOND_MS)
  })

  test.each([2, 10, 60, 360])(
    'with a true estimate a run of %i min takes at most a quarter, and its end is seen within 5 s',
    async (minutes) => {
      const { atMs, noticedAfterMs } = await countPolls(minutes * MINUTE_MS, true)
      expect(atMs.length).toBeLessThanOrEqual(pollsEveryFiveSeconds(minutes * MINUTE_MS) / 4)
      expect(noticedAfterMs).toBeLessThanOrEqual(5 * SECOND_MS)
    },
  )

  test('a run of two minutes with a true estimate takes six requests', async () => {
    const { atMs } = await countPolls(2 * MINUTE_MS, true)
    expect(atMs.map((ms) => ms / SECOND_MS)).toEqual([1, 3, 63, 110, 115, 120])
  })

  // The lengths for which an additional request matters most.
  test('no length from two to four minutes takes more; with a true estimate at most one over a quarter', async () => {
    for (let seconds = 120; seconds <= 240; seconds++) {
      const runMs = seconds * SECOND_MS
      const most = pollsEveryFiveSeconds(runMs)
      expect((await countPolls(runMs, false)).atMs.length).toBeLessThanOrEqual(most)
      expect((await countPolls(runMs, true)).atMs.length).toBeLessThanOrEqual(most / 4 + 1)
    }
  })
})
