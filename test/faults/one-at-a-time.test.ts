import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fight, type Contest, type Span } from './contenders.ts'

const MINUTE_MS = 60_000
const SEED = 20_260_105

/** Between 2 and 10 steps that begin within a minute, or at the very same moment. */
const contests = fc.record({
  seed: fc.nat(1e6),
  offsetsMs: fc.oneof(
    fc.array(fc.nat(60_000), { minLength: 2, maxLength: 10 }),
    fc.array(fc.nat(1500), { minLength: 2, maxLength: 10 }),
    fc.integer({ min: 2, max: 10 }).map((steps) => Array.from({ length: steps }, () => 0)),
  ),
  runMs: fc.integer({ min: 1, max: 20 }).map((minutes) => minutes * MINUTE_MS),
  resultsOrder: fc.constantFrom('oldest-first' as const, 'newest-first' as const, 'by-id' as const),
})

function overlaps(spans: readonly Span[]): string[] {
  const inOrder = [...spans].sort((a, b) => a.fromMs - b.fromMs)
  return inOrder.flatMap((span, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && next.fromMs < span.toMs ? [`${span.id} and ${next.id}`] : []
  })
}

describe('Errthquake', { timeout: 600_000 }, () => {
  test('never has two active runs, and every step has its turn', async () => {
    let ties = 0
    await fc.assert(
      fc.asyncProperty(contests, async (drawn) => {
        const contest: Contest = {
          ...drawn,
          service: 'errthquake',
          whenBusy: 'wait',
          timeoutMs: 20 * 3600_000,
        }
        const { contenders, spans } = await fight(contest)
        expect(overlaps(spans)).toEqual([])
        expect(contenders.map(({ findings }) => findings.verdict?.outcome)).toEqual(
          contenders.map(() => 'started'),
        )
        // Each id that a step reports belongs to a run of its own that was really active.
        expect(contenders.map(({ outputs }) => outputs['run-id'] ?? '').toSorted(alphabetically)).toEqual(
          spans.map(({ id }) => id).toSorted(alphabetically),
        )
        ties += contenders.filter(({ lines }) => lines.some((line) => line.includes('gives way'))).length
      }),
      { seed: SEED, numRuns: 25, endOnFailure: true },
    )
    // Without simultaneous starts, this would prove little.
    expect(ties).toBeGreaterThan(20)
  })

  test('a step without a turn within the timeout says so, and has started nothing that runs', async () => {
    await fc.assert(
      fc.asyncProperty(contests, async (drawn) => {
        const timeoutMs = drawn.runMs
        const contest: Contest = { ...drawn, service: 'errthquake', whenBusy: 'wait', timeoutMs }
        const { contenders, spans } = await fight(contest)
        expect(overlaps(spans)).toEqual([])
        const started = contenders.filter(({ findings }) => findings.verdict?.outcome === 'started')
        expect(started).toHaveLength(spans.length)
        const others = contenders.flatMap(({ findings }) =>
          findings.verdict?.outcome === 'started' ? [] : [findings.verdict],
        )
        for (const verdict of others) expect(verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
        for (const { tookMs } of contenders) expect(tookMs).toBeLessThan(timeoutMs + 5 * MINUTE_MS)
      }),
      { seed: SEED, numRuns: 12, endOnFailure: true },
    )
  })

  test('with when-busy fail, at most one step continues, and none waits', async () => {
    await fc.assert(
      fc.asyncProperty(contests, async (drawn) => {
        const contest: Contest = { ...drawn, service: 'errthquake', whenBusy: 'fail', timeoutMs: 3600_000 }
        const { contenders, spans } = await fight({ ...contest, runMs: 20 * MINUTE_MS })
        expect(overlaps(spans)).toEqual([])
        expect(spans.length).toBeLessThanOrEqual(1)
        for (const { tookMs } of contenders) expect(tookMs).toBeLessThan(3 * MINUTE_MS)
      }),
      { seed: SEED, numRuns: 12, endOnFailure: true },
    )
  })
})

describe('XTC, which has no stop', { timeout: 600_000 }, () => {
  test('waits for its turn, and if two begin at once, the later one says so', async () => {
    await fc.assert(
      fc.asyncProperty(contests, async (drawn) => {
        const contest: Contest = { ...drawn, service: 'xtc', whenBusy: 'wait', timeoutMs: 20 * 3600_000 }
        const { contenders, spans } = await fight(contest)
        expect(spans).toHaveLength(contenders.length)
        const said = contenders.filter(({ lines }) =>
          lines.some((line) => line.includes('affect each other')),
        )
        // Every run of a group except the first.
        const groups = together(spans)
        expect(said.map(({ outputs }) => outputs['run-id'] ?? '').toSorted(alphabetically)).toEqual(
          groups.flatMap((group) => group.slice(1).map(({ id }) => id)).toSorted(alphabetically),
        )
      }),
      { seed: SEED, numRuns: 12, endOnFailure: true },
    )
  })
})

const alphabetically = (a: string, b: string): number => a.localeCompare(b)

/** Groups of runs that overlap, sorted by their numbers, which is the service's own order. */
function together(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = []
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = groups.at(-1)
    const isWithin = last?.some(({ toMs }) => span.fromMs < toMs) ?? false
    if (isWithin) last?.push(span)
    else groups.push([span])
  }
  return groups.map((group) => group.toSorted((a, b) => Number(a.id) - Number(b.id)))
}
