/** The 95 % interval of a counted share, by Wilson (1927), which is also valid near 0 and 1. */
export function wilson(hits: number, of: number): { low: number; high: number } {
  const z = 1.96
  const share = hits / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) }
}
