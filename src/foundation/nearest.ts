/** Longer names are cut before they are compared, because the work grows with the product of the lengths. */
const COMPARED_LENGTH = 80

/**
 * The known names that are most similar to the given one, best first, in the given order if equally similar:
 * equal except for case, one contained in the other, or only a few letters different. Empty if nothing is
 * similar.
 */
export function nearestNames(written: string, known: Iterable<string>, most: number): string[] {
  const wanted = comparable(written)
  return [...new Set(known)]
    .flatMap((name) => {
      const distance = distanceOf(wanted, comparable(name))
      return distance === undefined ? [] : [{ name, distance }]
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}

/** ` Did you mean 'requests'?`, or an empty text if no name is similar; with `most`, `'a' or 'b'`. */
export function didYouMean(written: string, known: Iterable<string>, most = 1): string {
  const near = nearestNames(written, known, most)
  return near.length === 0 ? '' : ` Did you mean ${near.map((name) => `'${name}'`).join(' or ')}?`
}

function comparable(name: string): string {
  return name.slice(0, COMPARED_LENGTH).toLowerCase()
}

/** Undefined if the two are too different for one to be a typo of the other. */
function distanceOf(wanted: string, name: string): number | undefined {
  // A name that differs only in case is closer than one that contains the word.
  if (wanted === name) return 0
  if (wanted.length >= 3 && (name.includes(wanted) || (name.length >= 3 && wanted.includes(name)))) return 1
  const allowed = Math.ceil(Math.max(wanted.length, name.length) / 3)
  if (Math.abs(wanted.length - name.length) > allowed) return undefined
  const distance = editDistance(wanted, name)
  return distance <= allowed ? distance : undefined
}

/** The number of insertions, deletions, replacements and swaps of neighbors that turn `a` into `b`. */
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
