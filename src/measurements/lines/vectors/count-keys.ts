import { countEach, Counts } from './parts/counts'

/** `Counter` of `load-vectors.ts`. */
export function countKeys(counts: Counts, keys: usize, start: u32, end: u32): u32 {
  return countEach(counts, keys, start, end)
}
