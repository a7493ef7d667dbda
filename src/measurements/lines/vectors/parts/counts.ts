/** What `SparseCounts` keeps; `table` is 0 if the vectors cannot use it. */
@unmanaged
export class Counts {
  table: usize
  /** For the index of a word in the table. */
  mask: u32
  shift: u32
  counts: usize
}
