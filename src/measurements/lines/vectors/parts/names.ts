import { TABLES, VECTOR_BYTES } from './memory'

/** `MAX_NAME_BYTES` of `long-names.ts`. */
const MOST_BYTES: u32 = 8192
/** What `LabelIndex` keeps here; `places` is 0 if the vectors cannot use it. */
@unmanaged
export class Names {
  places: usize
  /** For the index of a word. */
  mask: u32
  words: usize
}

@unmanaged
class Place {
  /** One more than the number of the name; 0 if the place is free. */
  name: i32
  hash: u32
  length: u32
  /** Where its blocks begin among the words. */
  start: u32
}

/** A place has eight words; the last four are the first block of the name. */
const PLACE_BITS: u32 = 3
const PLACE_WORDS: u32 = 8
const BLOCK_AT: usize = 16

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
  for (let word = (hash << PLACE_BITS) & names.mask; ; word = (word + PLACE_WORDS) & names.mask) {
    const at = names.places + (word << 2)
    const place = changetype<Place>(at)
    if (place.name === 0) break
    if (place.hash !== hash || place.length !== length) continue
    if (v128.any_true(v128.xor(v128.load(at, BLOCK_AT), first))) continue
    if (length <= VECTOR_BYTES || restEquals(names.words + (place.start << 2), start, stop))
      return place.name - 1
  }
  return -1
}

function productOf(block: v128): u32 {
  const products = i32x4.mul(block, i32x4(0x01000193, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35))
  const halves = v128.xor(products, v128.shuffle<i32>(products, products, 2, 3, 0, 1))
  return i32x4.extract_lane(halves, 0) ^ i32x4.extract_lane(halves, 1)
}

/** True if the blocks of a name, from `own` on, are those from `start` to `stop`; the first ones are known to be equal. */
function restEquals(own: usize, start: usize, stop: usize): bool {
  for (let at = start + VECTOR_BYTES; at < stop; at += VECTOR_BYTES) {
    own += VECTOR_BYTES
    if (v128.any_true(v128.xor(v128.load(own), v128.load(at)))) return false
  }
  return true
}
