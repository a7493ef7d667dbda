/** Longer names are cut before they are compared: the work grows with the product of the lengths. */
const COMPARED_LENGTH = 80

/**
 * The known names that are most like what was written, best first: equal but for case, one contained in the other,
 * or few letters apart. Empty where nothing is near.
 */
export function nearestNames(written: string, known: Iterable<string>, atMost = 1): string[] {
  const wanted = written.slice(0, COMPARED_LENGTH).toLowerCase()
  const near: { name: string; distance: number }[] = []
  for (const name of known) {
    const distance = distanceOf(wanted, name.slice(0, COMPARED_LENGTH).toLowerCase())
    if (distance !== undefined) near.push({ name, distance })
  }
  near.sort((a, b) => a.distance - b.distance)
  return near.slice(0, atMost).map((entry) => entry.name)
}

/** ` Did you mean 'requests'?`, or nothing where no name is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const [nearest] = nearestNames(written, known)
  return nearest === undefined ? '' : ` Did you mean '${nearest}'?`
}

/** Undefined where the two are too far apart for one to have been meant by the other. */
function distanceOf(wanted: string, name: string): number | undefined {
  if (wanted === name) return 0
  if (wanted.length >= 3 && (name.includes(wanted) || (name.length >= 3 && wanted.includes(name)))) return 1
  const allowed = Math.ceil(Math.max(wanted.length, name.length) / 3)
  if (Math.abs(wanted.length - name.length) > allowed) return undefined
  const distance = editDistance(wanted, name)
  return distance <= allowed ? distance : undefined
}

/** Letters to insert, delete or replace to make one text of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
