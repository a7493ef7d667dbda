import {
  ADD,
  ADD_64,
  ADD_F64,
  advance,
  AND,
  AND_64,
  constant,
  constant64,
  constantF64,
  DIFFERS_64,
  DIVIDE_F64,
  ELSE,
  EQUALS,
  EQUALS_64,
  F64,
  get,
  I32,
  I64,
  IF,
  LESS,
  load,
  LOAD_64,
  LOAD_BYTE,
  LOOP,
  MORE,
  MULTIPLY_64,
  MULTIPLY_F64,
  OR,
  OR_64,
  REPEAT_IF,
  SELECT,
  set,
  SHIFT_LEFT,
  SHIFT_LEFT_64,
  SHIFT_RIGHT_64,
  STOP,
  store,
  STORE_F64,
  SUBTRACT,
  tee,
  TO_64,
  TO_F64,
  XOR_64,
} from './vector-code.ts'
import type { VectorFunction } from './vector-code.ts'

/** The parameters, and then the local variables of the function. */
const BEFORE = 0
const LINE = 1
const LINES_END = 2
const COLUMNS = 3
const COLUMNS_END = 4
const ROW = 5
const POSITIONS = 6
const LAST = 7
const COLUMN = 8
const FIELD = 9
const END = 10
const LENGTH = 11
const FAULTS = 12
const CR_END = 13
const DIGITS = 14
const BITS = 15
const VALUE = 16
const DIVISOR = 17

const CR = 13
const WORD_DIGITS = 8
/** Numbers of so many digits, and powers of ten up to theirs, are exact. */
const MOST_DIGITS = 15
const ROW_BYTES = 64
/** Where in a row the count of its faults is. */
const FAULTS_AT = 56

/**
 * `Converter` of `field-index.ts`: the numbers of many lines at once, each field by eight digits in one word of 64 bits.
 * Six columns of a log take about 40 ns a line where JavaScript with words of 32 bits takes 70.
 */
export const vectorNumbers: VectorFunction = {
  name: 'convert',
  parameters: 7,
  locals: [
    [7, I32],
    [2, I64],
    [2, F64],
  ],
  givesNumber: false,
  instructions: instructions(),
}

// One line is one step; what the formatter would break up would not be readable.
// prettier-ignore
function instructions(): number[] {
  /** The word that ends `before` bytes before the end of the field, so that digits are 0 to 9, first digit lowest. */
  const wordOfDigits = (before: number) => [
    get(END), constant(WORD_DIGITS + before), SUBTRACT, LOAD_64, constant64(0x3030303030303030n), XOR_64, set(DIGITS),
  ].flat()
  /** Clears what lies before a field of `LENGTH` less `less` digits, one to eight: a leading zero. */
  const clearBefore = (less: number) => {
    const bits = [constant(WORD_DIGITS + less), get(LENGTH), SUBTRACT, constant(3), SHIFT_LEFT, TO_64].flat()
    return [get(DIGITS), bits, tee(BITS), SHIFT_RIGHT_64, get(BITS), SHIFT_LEFT_64, set(DIGITS)].flat()
  }
  /** `62.4`: a point before the last digit is cut out, the digits before it move up, and the number is tenths. */
  const cutOutPoint = [
    get(DIGITS), constant64(48n), SHIFT_RIGHT_64, constant64(255n), AND_64, constant64(0x1en), EQUALS_64,
    get(LENGTH), constant(2), MORE, AND, IF,
    get(DIGITS), constant64(0xffn << 56n), AND_64,
    get(DIGITS), constant64(16n), SHIFT_LEFT_64, constant64(8n), SHIFT_RIGHT_64, OR_64, set(DIGITS),
    constantF64(10), set(DIVISOR), STOP,
  ].flat()
  /** More than 9 shows in the upper half of a byte, by itself or once 6 is added. */
  const noteFault = [
    get(FAULTS), get(DIGITS), constant64(0x0606060606060606n), ADD_64, get(DIGITS), OR_64,
    constant64(0xf0f0f0f0f0f0f0f0n), AND_64, constant64(0n), DIFFERS_64, OR, set(FAULTS),
  ].flat()
  /** Neighbours become one number: of two digits, then of four, then of eight. */
  const joined = (factor: bigint, bits: bigint, mask: bigint) => [
    get(DIGITS), constant64(factor), MULTIPLY_64, get(DIGITS), constant64(bits), SHIFT_RIGHT_64, ADD_64,
    constant64(mask), AND_64, set(DIGITS),
  ].flat()
  const join = [
    noteFault, joined(10n, 8n, 0x00ff00ff00ff00ffn), joined(100n, 16n, 0x0000ffff0000ffffn),
    joined(10_000n, 32n, 0xffffffffn),
  ].flat()
  const convertShort = [wordOfDigits(0), clearBefore(0), cutOutPoint, join, get(DIGITS), TO_F64, set(VALUE)].flat()
  const convertLong = [
    wordOfDigits(8), clearBefore(8), join, get(DIGITS), TO_F64, constantF64(1e8), MULTIPLY_F64, set(VALUE),
    wordOfDigits(0), join, get(VALUE), get(DIGITS), TO_F64, ADD_F64, set(VALUE),
  ].flat()
  const convertField = [
    get(FIELD), load(4), tee(END), get(END), get(CR_END), EQUALS, SUBTRACT, tee(END),
    get(FIELD), load(0), SUBTRACT, constant(1), SUBTRACT, tee(LENGTH), IF,
    get(LENGTH), constant(WORD_DIGITS), MORE, IF,
    get(LENGTH), constant(MOST_DIGITS), MORE, IF, constant(1), set(FAULTS), ELSE, convertLong, STOP,
    ELSE, convertShort, STOP, STOP,
  ].flat()
  return [
    LOOP,
    get(POSITIONS), constant(4), ADD, get(LINE), load(0), constant(2), SHIFT_LEFT, ADD, tee(LAST), load(0), set(CR_END),
    // A CR before the line end belongs to it.
    get(CR_END), constant(0), get(CR_END), constant(1), SUBTRACT, LOAD_BYTE, constant(CR), EQUALS, SELECT, set(CR_END),
    constant(0), set(FAULTS), get(COLUMNS), set(COLUMN),
    LOOP,
    constantF64(NaN), set(VALUE), constantF64(1), set(DIVISOR),
    get(BEFORE), get(COLUMN), load(0), ADD, set(FIELD),
    get(FIELD), get(LAST), LESS, IF, convertField, STOP,
    get(ROW), get(COLUMN), load(4), ADD, get(VALUE), get(DIVISOR), DIVIDE_F64, STORE_F64,
    advance(COLUMN, 8), get(COLUMN), get(COLUMNS_END), LESS, REPEAT_IF, STOP,
    get(ROW), constant(FAULTS_AT), ADD, get(FAULTS), store(0),
    get(LAST), set(BEFORE), advance(LINE, 4), advance(ROW, ROW_BYTES),
    get(LINE), get(LINES_END), LESS, REPEAT_IF, STOP, STOP,
  ].flat()
}
