import { Counts } from './parts/counts'

/** A place in the table: the key of a page, and where it begins among the counts; 0 if the place is free. */
@unmanaged
class Place {
  page: u32
  start: u32
}

const PAGE_BITS: u32 = 6
const PAGE: u32 = 1 << PAGE_BITS
const MULTIPLIER: u32 = 0x9e3779b1
const FULL: u32 = 0xff

/**
 * `Counter` of `load-vectors.ts`: adds 1 to each key. Returns the index of the first one that `SparseCounts` has to
 * count, because it needs a new page, or its byte is full; or `end`.
 */
export function countKeys(counts: Counts, keys: usize, start: u32, end: u32): u32 {
  if (counts.table === 0) return start
  let i = start
  for (; i < end; i++) {
    const count = countOf(counts, load<u32>(keys + ((i as usize) << 2)))
    const value: u32 = count === 0 ? FULL : load<u8>(count)
    if (value === FULL) break
    store<u8>(count, value + 1)
  }
  return i
}

/** The address of a key's count; 0 if it has no page. */
function countOf(counts: Counts, key: u32): usize {
  const page = key >> PAGE_BITS
  let word = ((((page >> 3) * MULTIPLIER) >> counts.shift) ^ (page & 7)) << 1
  let place = changetype<Place>(counts.table + ((word as usize) << 2))
  while (place.start !== 0 && place.page !== page) {
    word = (word + 2) & counts.mask
    place = changetype<Place>(counts.table + ((word as usize) << 2))
  }
  return place.start === 0 ? 0 : counts.counts + (place.start | (key & (PAGE - 1)))
}
