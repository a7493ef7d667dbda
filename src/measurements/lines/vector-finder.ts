import {
  ADD,
  advance,
  AND,
  ANY,
  constant,
  COUNT_ONES,
  ELSE,
  EQUAL_BYTES,
  get,
  I32,
  IF,
  IF_I32,
  LESS,
  LOAD_16_BYTES,
  LOOP,
  OR,
  OR_BYTES,
  REPEAT_IF,
  set,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  SPLAT,
  STOP,
  store,
  SUBTRACT,
  TO_MASK,
  TRAILING_ZEROS,
  V128,
  XOR,
} from './vector-code.ts'
import type { VectorFunction } from './vector-code.ts'

/** The parameters, and then the local variables of the function. */
const AT = 0
const END = 1
const POSITION = 2
const LINE = 3
const MASK = 4
const LINE_MASK = 5
const FIRST_POSITION = 6
const FIRST_LINE = 7
const NEXT = 8
const BYTES = 9
const LINE_ENDS = 10
const QUOTES = 11

/** Takes the lowest one out of a mask: mask & (mask - 1). */
const dropLowest = (mask: number) => [get(mask), get(mask), constant(1), SUBTRACT, AND, set(mask)].flat()
const equalTo = (byte: number) => [get(BYTES), constant(byte), SPLAT, EQUAL_BYTES].flat()
const numbersBetween = (first: number, end: number) =>
  [get(end), get(first), SUBTRACT, constant(2), SHIFT_RIGHT].flat()

/**
 * `Finder` of `field-index.ts`: commas and line ends, 16 bytes at a time. A loop in JavaScript over the bytes of a log of
 * 646 MB takes 1.4 s where this takes 0.2 s, copying included.
 */
export const vectorFinder: VectorFunction = {
  name: 'find',
  parameters: 4,
  locals: [
    [5, I32],
    [3, V128],
  ],
  givesNumber: true,
  instructions: instructions(),
}

// One line is one step; what the formatter would break up would not be readable.
// prettier-ignore
function instructions(): number[] {
  const noteLineEnds = [
    // The ones of the mask below its lowest line end, (x - 1 | x) ^ x, are the commas before it.
    get(LINE), numbersBetween(FIRST_POSITION, POSITION), get(MASK),
    get(LINE_MASK), constant(1), SUBTRACT, get(LINE_MASK), OR, get(LINE_MASK), XOR, AND, COUNT_ONES, ADD, store(0),
    advance(LINE, 4), dropLowest(LINE_MASK), get(LINE_MASK), REPEAT_IF,
  ].flat()
  const notePosition = (place: number) => [
    get(POSITION), get(AT), get(MASK), TRAILING_ZEROS, ADD, store(4 * place), dropLowest(MASK),
  ].flat()
  // Four are written whether they are there or not, and counted afterwards: a loop of so many turns would be guessed wrong.
  const notePositions = [
    get(POSITION), get(MASK), COUNT_ONES, constant(2), SHIFT_LEFT, ADD, set(NEXT),
    notePosition(0), notePosition(1), notePosition(2), notePosition(3),
    get(MASK), IF, LOOP, notePosition(4), advance(POSITION, 4), get(MASK), REPEAT_IF, STOP, STOP,
    get(NEXT), set(POSITION),
  ].flat()
  return [
    get(POSITION), set(FIRST_POSITION), get(LINE), set(FIRST_LINE),
    LOOP, get(AT), LOAD_16_BYTES, set(BYTES),
    equalTo(10), set(LINE_ENDS), get(LINE_ENDS), TO_MASK, set(LINE_MASK),
    get(LINE_ENDS), equalTo(44), OR_BYTES, TO_MASK, set(MASK),
    get(QUOTES), equalTo(34), OR_BYTES, set(QUOTES),
    get(LINE_MASK), IF, LOOP, noteLineEnds, STOP, STOP,
    notePositions,
    advance(AT, 16), get(AT), get(END), LESS, REPEAT_IF, STOP,
    get(QUOTES), ANY, IF_I32, constant(-1), numbersBetween(FIRST_LINE, LINE), SUBTRACT,
    ELSE, numbersBetween(FIRST_LINE, LINE), STOP, STOP,
  ].flat()
}
