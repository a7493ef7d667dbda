/** `TABLES_AT` of `load-vectors.ts`. */
export const TABLES: usize = 64
/** The size of a vector in bytes. */
export const VECTOR_BYTES: u32 = 16
export const CR: u8 = 0x0d
export const QUOTE: u8 = 0x22
