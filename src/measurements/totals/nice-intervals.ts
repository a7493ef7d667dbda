const SECOND = 1000
const DAY = 86_400

/**
 * Interval lengths for collecting, in ms. Each is a multiple of the one before, so that intervals can be
 * combined exactly.
 */
const COLLECTING = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, DAY].map(
  (s) => s * SECOND,
)
/** Interval lengths for charts, in ms. */
const SHOWN = [
  1,
  2,
  5,
  10,
  15,
  20,
  30,
  60,
  120,
  300,
  600,
  900,
  1200,
  1800,
  3600,
  7200,
  10_800,
  21_600,
  43_200,
  DAY,
].map((s) => s * SECOND)

export const FIRST_INTERVAL_MS = COLLECTING[0]!

/** The next longer interval for collecting. */
export function coarserInterval(intervalMs: number): number {
  return COLLECTING.find((length) => length > intervalMs) ?? intervalMs * 2
}

/**
 * The shortest interval for charts that is a multiple of `collectedMs`, and covers `fromMs` to `toMs` with at
 * most `most` intervals.
 */
export function shownInterval(collectedMs: number, fromMs: number, toMs: number, most: number): number {
  const fits = (length: number) =>
    length % collectedMs === 0 && Math.floor(toMs / length) - Math.floor(fromMs / length) < most
  const nice = SHOWN.find(fits)
  if (nice !== undefined) return nice
  let length = Math.max(collectedMs, DAY * SECOND)
  while (!fits(length)) length *= 2
  return length
}
