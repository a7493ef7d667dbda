/**
 * The median of the first `length` values, which it may reorder; NaN if there are none. Short lists are
 * sorted by insertion, which is faster.
 */
export function medianInPlace(values: Float64Array, length: number): number {
  if (length > 40) values.subarray(0, length).sort()
  else insertionSort(values, length)
  const middle = length >> 1
  if (length % 2 === 1) return values[middle]!
  return length === 0 ? Number.NaN : (values[middle - 1]! + values[middle]!) / 2
}

function insertionSort(values: Float64Array, length: number): void {
  for (let i = 1; i < length; i++) {
    const value = values[i]!
    let at = i - 1
    for (; at >= 0 && values[at]! > value; at--) values[at + 1] = values[at]!
    values[at + 1] = value
  }
}
