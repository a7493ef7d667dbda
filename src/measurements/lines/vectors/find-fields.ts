/*
 * Imported, so that each fills a vector only once: for a constant, the compiler would create the vector again
 * in every round of the loop, which takes a fifth longer.
 */
declare const LF: u8
declare const COMMA: u8
declare const QUOTE: u8
declare const CR: u8

/** Four vectors are looked at together: 64 bytes, one bit for each; the first byte has the lowest bit. */
const STEP_BYTES: usize = 64
/** The size of a written position in bytes. */
const POSITION_BYTES: usize = 4
const ALL: u64 = 0xffffffffffffffff

/**
 * `Finder` of `load-vectors.ts`: finds commas and line ends, 64 bytes at a time. For a log of 646 MB, a loop
 * in JavaScript takes 1.4 s; this takes 0.2 s, including copying.
 */
export function find(start: usize, end: usize, positionsAt: usize, linesAt: usize): i32 {
  const lineFeed = i8x16.splat(LF)
  const comma = i8x16.splat(COMMA)
  const quote = i8x16.splat(QUOTE)
  let quotes = i8x16.splat(0)
  let position = positionsAt
  let line = linesAt
  for (let at = start; at < end; at += STEP_BYTES) {
    const first = v128.load(at)
    const second = v128.load(at, 16)
    const third = v128.load(at, 32)
    const fourth = v128.load(at, 48)
    quotes = v128.or(quotes, v128.or(either(first, second, quote), either(third, fourth, quote)))
    const lineEnds1 = i8x16.eq(first, lineFeed)
    const lineEnds2 = i8x16.eq(second, lineFeed)
    const lineEnds3 = i8x16.eq(third, lineFeed)
    const lineEnds4 = i8x16.eq(fourth, lineFeed)
    const mask = bitsOf(
      v128.or(lineEnds1, i8x16.eq(first, comma)),
      v128.or(lineEnds2, i8x16.eq(second, comma)),
      v128.or(lineEnds3, i8x16.eq(third, comma)),
      v128.or(lineEnds4, i8x16.eq(fourth, comma)),
    )
    if (v128.any_true(v128.or(v128.or(lineEnds1, lineEnds2), v128.or(lineEnds3, lineEnds4)))) {
      const lineMask = bitsOf(lineEnds1, lineEnds2, lineEnds3, lineEnds4)
      line = writeLines(lineMask, mask, position - positionsAt, line)
    }
    position = writePositions(at, mask, position)
  }
  const lines = ((line - linesAt) / POSITION_BYTES) as i32
  return v128.any_true(quotes) ? -1 - lines : lines
}

/**
 * `QuotedFinder` of `load-vectors.ts`. A byte is within quotes if there is an odd number of them before it.
 * Quotes are as expected if each opening one comes after a comma or line end, and each closing one before; a
 * doubled one closes and opens.
 */
export function findQuoted(start: usize, end: usize, positionsAt: usize, linesAt: usize): i32 {
  const lineFeed = i8x16.splat(LF)
  const comma = i8x16.splat(COMMA)
  const quote = i8x16.splat(QUOTE)
  const carriageReturn = i8x16.splat(CR)
  let position = positionsAt
  let line = linesAt
  // Of the previous byte: whether it is within quotes, a separator, a closing quote, or a CR after one.
  let inside: u64 = 0
  let separated: u64 = 1
  let closed: u64 = 0
  let returned: u64 = 0
  for (let at = start; at < end; at += STEP_BYTES) {
    const quotes = bitsOfEqual(at, quote)
    const within = parities(quotes) ^ inside
    const lineEnds = bitsOfEqual(at, lineFeed)
    const lineMask = lineEnds & ~within
    const mask = (lineEnds | bitsOfEqual(at, comma)) & ~within
    const closing = quotes & ~within
    const behind = (closing << 1) | closed
    const returns = behind & bitsOfEqual(at, carriageReturn)
    const opensWithin = quotes & within & ~((mask << 1) | separated | behind)
    const goesOn = (behind & ~(mask | returns | quotes)) | (((returns << 1) | returned) & ~lineMask)
    const odd = opensWithin | goesOn
    const good = odd === 0 ? ALL : belowLowest(odd)
    line = writeLines(lineMask & good, mask, position - positionsAt, line)
    position = writePositions(at, mask & good, position)
    if (odd !== 0) break
    inside = within >> 63 === 0 ? 0 : ALL
    separated = mask >> 63
    closed = closing >> 63
    returned = returns >> 63
  }
  return ((line - linesAt) / POSITION_BYTES) as i32
}

function either(first: v128, second: v128, byte: v128): v128 {
  return v128.or(i8x16.eq(first, byte), i8x16.eq(second, byte))
}

/** One bit for each of 64 bytes that equals one of the vector. */
function bitsOfEqual(at: usize, byte: v128): u64 {
  return bitsOf(
    i8x16.eq(v128.load(at), byte),
    i8x16.eq(v128.load(at, 16), byte),
    i8x16.eq(v128.load(at, 32), byte),
    i8x16.eq(v128.load(at, 48), byte),
  )
}

/** One bit for each byte of four vectors. */
function bitsOf(first: v128, second: v128, third: v128, fourth: v128): u64 {
  const lower = (i8x16.bitmask(first) as u32) | ((i8x16.bitmask(second) as u32) << 16)
  const upper = (i8x16.bitmask(third) as u32) | ((i8x16.bitmask(fourth) as u32) << 16)
  return (lower as u64) | ((upper as u64) << 32)
}

/** For each bit, whether the number of bits up to it is odd. */
function parities(bits: u64): u64 {
  let parity = bits ^ (bits << 1)
  parity ^= parity << 2
  parity ^= parity << 4
  parity ^= parity << 8
  parity ^= parity << 16
  return parity ^ (parity << 32)
}

/** Writes the indexes of line ends among the positions; returns where the next one goes. */
function writeLines(lineMask: u64, mask: u64, positionBytes: usize, linesAt: usize): usize {
  const index = (positionBytes / POSITION_BYTES) as u32
  let line = linesAt
  for (let rest = lineMask; rest !== 0; rest = withoutLowest(rest)) {
    store<u32>(line, index + (popcnt(mask & belowLowest(rest)) as u32))
    line += POSITION_BYTES
  }
  return line
}

/** Returns where the next position is written. */
function writePositions(at: usize, mask: u64, positionsAt: usize): usize {
  // Always writes eight positions, then perhaps four, even if there are fewer; the result counts only real ones. The
  // processor could not predict the length of a loop.
  const rest = writeFour(at, writeFour(at, mask, positionsAt), positionsAt + 4 * POSITION_BYTES)
  if (rest !== 0) writeRest(at, rest, positionsAt + 8 * POSITION_BYTES)
  return positionsAt + POSITION_BYTES * (popcnt(mask) as usize)
}

function writeRest(at: usize, mask: u64, positionsAt: usize): void {
  let position = positionsAt + 4 * POSITION_BYTES
  for (let rest = writeFour(at, mask, positionsAt); rest !== 0; rest = withoutLowest(rest)) {
    store<u32>(position, (at as u32) + (ctz(rest) as u32))
    position += POSITION_BYTES
  }
}

/** Returns the bits that are left. */
function writeFour(at: usize, mask: u64, positionsAt: usize): u64 {
  const second = withoutLowest(mask)
  const third = withoutLowest(second)
  const fourth = withoutLowest(third)
  store<u32>(positionsAt, (at as u32) + (ctz(mask) as u32), 0)
  store<u32>(positionsAt, (at as u32) + (ctz(second) as u32), 4)
  store<u32>(positionsAt, (at as u32) + (ctz(third) as u32), 8)
  store<u32>(positionsAt, (at as u32) + (ctz(fourth) as u32), 12)
  return withoutLowest(fourth)
}

function withoutLowest(mask: u64): u64 {
  return mask & (mask - 1)
}

function belowLowest(mask: u64): u64 {
  return (mask - 1) & ~mask
}
