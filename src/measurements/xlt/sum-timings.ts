import type { Timing } from '../model.ts'

/**
 * Two timings combined, as far as possible: medians and percentiles cannot be combined. What only one of them
 * has is absent.
 */
export function sumOfTimings(a: Timing, b: Timing): Timing {
  if (b.count === 0) return a
  if (a.count === 0) return b
  const both = [a, b] as const
  const sum: Timing = { count: a.count + b.count }
  for (const name of ['errors', 'ratePerSecond', 'bytesSent', 'bytesReceived'] as const)
    setIfKnown(sum, name, both, (x, y) => x + y)
  setIfKnown(sum, 'minMs', both, Math.min)
  setIfKnown(sum, 'maxMs', both, Math.max)
  setIfKnown(sum, 'meanMs', both, (x, y) => (x * a.count + y * b.count) / sum.count)
  const deviationMs = deviationOf(a, b, sum)
  if (deviationMs !== undefined) sum.deviationMs = deviationMs
  return sum
}

type Known = 'errors' | 'ratePerSecond' | 'bytesSent' | 'bytesReceived' | 'minMs' | 'maxMs' | 'meanMs'

function setIfKnown(
  sum: Timing,
  name: Known,
  [a, b]: readonly [Timing, Timing],
  combine: (x: number, y: number) => number,
): void {
  const [x, y] = [a[name], b[name]]
  if (x !== undefined && y !== undefined) sum[name] = combine(x, y)
}

/** The deviation of both together, from the mean of squares of each. */
function deviationOf(a: Timing, b: Timing, sum: Timing): number | undefined {
  const squares = [a, b].map(({ count, meanMs, deviationMs }) =>
    meanMs === undefined || deviationMs === undefined ? NaN : count * (deviationMs ** 2 + meanMs ** 2),
  )
  const variance = (squares[0]! + squares[1]!) / sum.count - (sum.meanMs ?? NaN) ** 2
  return Number.isNaN(variance) ? undefined : Math.sqrt(Math.max(0, variance))
}
