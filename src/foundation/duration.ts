const UNIT_MS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

/**
 * Milliseconds of a Go-style duration such as `1h30m`, `90s`, `250ms`, `1.5h`; undefined if it is not valid.
 */
export function parseDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)]
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return undefined
  let ms = 0
  for (const [, number, unit] of parts) ms += Number(number) * (UNIT_MS[unit ?? ''] ?? Number.NaN)
  return Number.isFinite(ms) ? Math.round(ms) : undefined
}

/** ISO 8601 in UTC without fractions of a second, as used in outputs. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
