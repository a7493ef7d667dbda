import { describe, expect, test } from 'vitest'
import { PhaseTimes } from '../../../src/platform/phase-times.ts'

function timesAt(): { times: PhaseTimes; pass: (ms: number) => () => Promise<void>; debug: string[] } {
  let nowMs = 0
  const debug: string[] = []
  const times = new PhaseTimes({ monotonicMs: () => nowMs }, { debug: (text) => debug.push(text) })
  const pass = (ms: number) => async (): Promise<void> => {
    nowMs += ms
  }
  return { times, pass, debug }
}

describe('the times of the phases', () => {
  test('are empty before the first phase has ended', () => {
    expect(timesAt().times.text).toBeUndefined()
  })

  test('are in the order of the phases, and repeated phases are added up', async () => {
    const { times, pass, debug } = timesAt()
    await times.measure('start', pass(120))
    await times.measure('wait', pass(603_000))
    await times.measure('collect', pass(1234))
    await times.measure('start', pass(5))
    expect(times.text).toBe('start 125 ms, wait 10 m 03 s, collect 1.23 s')
    expect(debug).toEqual([
      'Phase start: 120 ms',
      'Phase wait: 603000 ms',
      'Phase collect: 1234 ms',
      'Phase start: 5 ms',
    ])
  })

  test('include a failed phase, whose error stays the same', async () => {
    const { times, pass } = timesAt()
    const failing = times.measure('judge', async () => {
      await pass(40)()
      throw new RangeError('no')
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(times.text).toBe('judge 40 ms')
  })
})
