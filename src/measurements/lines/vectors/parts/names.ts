import { TABLES, VECTOR_BYTES } from './memory'

/** `MAX_NAME_BYTES` of `long-names.ts`. */
const MOST_BYTES: u32 = 8192
const ENTRY_BITS: u32 = 4

/** What `LabelIndex` keeps here; all addresses are 0 if it does not fit. */
@unmanaged
export class Names {
  places: usize
  mask: u32
  entries: usize
  words: usize
}

@unmanaged
class Entry {
  hash: u32
  length: u32
  /** Where its blocks begin among the words. */
  start: u32
}

/** The number of the name of this length that ends before `stop`; -1 if `LabelIndex` has to find it. */
export function findName(names: Names, stop: usize, length: u32): i32 {
  // An empty one counts as very long here.
  if (length - 1 >= MOST_BYTES || names.places === 0) return -1
  const start = stop - (((length + 15) & ~15) as usize)
  const first = v128.and(v128.load(start), v128.load(TABLES + ((length - 1) & 15) + 1))
  let hash = length ^ productOf(first)
  for (let at = start + VECTOR_BYTES; at < stop; at += VECTOR_BYTES)
    hash = (hash * 0x01000193) ^ productOf(v128.load(at))
  hash = (hash ^ (hash >> 15)) * 0x2c1b3c6d
  hash ^= hash >> 13
  let place = hash & names.mask
  let name = load<i32>(names.places + (place << 2))
  for (; name >= 0; name = load<i32>(names.places + (place << 2))) {
    const entry = changetype<Entry>(names.entries + (name << ENTRY_BITS))
    const own = names.words + (entry.start << 2)
    if (entry.hash === hash && entry.length === length && equals(own, first, start, stop)) break
    place = (place + 1) & names.mask
  }
  return name
}

function productOf(block: v128): u32 {
  const products = i32x4.mul(block, i32x4(0x01000193, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35))
  const halves = v128.xor(products, v128.shuffle<i32>(products, products, 2, 3, 0, 1))
  return i32x4.extract_lane(halves, 0) ^ i32x4.extract_lane(halves, 1)
}

/** True if a name's blocks, from `own` on, are the first block and those after it, from `start` to `stop`. */
function equals(own: usize, first: v128, start: usize, stop: usize): bool {
  if (v128.any_true(v128.xor(v128.load(own), first))) return false
  for (let at = start + VECTOR_BYTES; at < stop; at += VECTOR_BYTES) {
    own += VECTOR_BYTES
    if (v128.any_true(v128.xor(v128.load(own), v128.load(at)))) return false
  }
  return true
}
