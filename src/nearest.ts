/** The names that somebody most likely meant, closest first; at most `most`, none that is far off. */
export function nearestNames(wanted: string, names: Iterable<string>, most = 3): string[] {
  const lower = wanted.toLowerCase()
  const limit = Math.max(2, Math.floor(wanted.length / 3))
  return [...new Set(names)]
    .map((name) => ({ name, distance: closeness(lower, name.toLowerCase(), limit) }))
    .filter((entry) => entry.distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map((entry) => entry.name)
}

function closeness(wanted: string, name: string, limit: number): number {
  // A name that differs in upper and lower case alone is nearer than one that holds the word.
  if (wanted.length > 2 && wanted !== name && name.includes(wanted)) return 1
  return Math.abs(wanted.length - name.length) > limit ? limit + 1 : editDistance(wanted, name)
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** ` Did you mean "a" or "b"?`, or nothing where no name is near. */
export function didYouMean(wanted: string, names: Iterable<string>): string {
  const near = nearestNames(wanted, names)
  return near.length === 0 ? '' : ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
}
