/**
 * Returns the value with every text in it scrubbed, at any depth. Texts are scrubbed before anything shortens
 * or escapes them, because half a secret is no longer recognized. A value without secrets is returned as it
 * is.
 */
export function scrubTexts<T>(value: T, scrub: (text: string) => string): T {
  if (typeof value === 'string') return scrub(value) as T
  if (Array.isArray(value)) return scrubItems(value, scrub) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const scrubbed = entries.map(([name, item]) => [name, scrubTexts<unknown>(item, scrub)] as const)
  return scrubbed.every(([, item], index) => item === entries[index]?.[1])
    ? value
    : (Object.fromEntries(scrubbed) as T)
}

function scrubItems(items: readonly unknown[], scrub: (text: string) => string): readonly unknown[] {
  // Histograms and series have millions of numbers.
  const first = Array.isArray(items[0]) ? (items[0] as unknown[])[0] : items[0]
  if (typeof first === 'number') return items
  const scrubbed = items.map((item) => scrubTexts(item, scrub))
  return scrubbed.every((item, index) => item === items[index]) ? items : scrubbed
}
