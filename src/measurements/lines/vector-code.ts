/*
 * The words of WebAssembly that `vector-finder.ts` and `vector-numbers.ts` are written in, and the module around them. Both
 * are written out instruction by instruction: a compiler for these hundred lines would be the largest dependency of the
 * project, and JavaScript has neither vectors nor integers of 64 bits that cost nothing.
 */

export const I32 = 0x7f
export const I64 = 0x7e
export const F64 = 0x7c
export const V128 = 0x7b
const NO_VALUE = 0x40
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

export const get = (local: number) => [0x20, local]
export const set = (local: number) => [0x21, local]
export const tee = (local: number) => [0x22, local]
export const constant = (value: number) => [0x41, ...signed(BigInt(value))]
export const constant64 = (value: bigint) => [0x42, ...signed(BigInt.asIntN(64, value))]
export const constantF64 = (value: number) => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)]

export const LOOP = [0x03, NO_VALUE]
export const IF = [0x04, NO_VALUE]
export const IF_I32 = [0x04, I32]
export const ELSE = [0x05]
export const REPEAT_IF = [0x0d, 0]
export const STOP = [0x0b]
export const SELECT = [0x1b]

// Memory: how far the address is aligned, as a power of two, and what is added to it.
export const load = (offset: number) => [0x28, 2, offset]
export const LOAD_BYTE = [0x2d, 0, 0]
export const LOAD_64 = [0x29, 0, 0]
export const store = (offset: number) => [0x36, 2, offset]
export const STORE_F64 = [0x39, 3, 0]

export const EQUALS = [0x46]
export const LESS = [0x49]
export const MORE = [0x4b]
export const ADD = [0x6a]
export const SUBTRACT = [0x6b]
export const AND = [0x71]
export const OR = [0x72]
export const XOR = [0x73]
export const SHIFT_LEFT = [0x74]
export const SHIFT_RIGHT = [0x76]
export const TRAILING_ZEROS = [0x68]
export const COUNT_ONES = [0x69]

export const EQUALS_64 = [0x51]
export const DIFFERS_64 = [0x52]
export const ADD_64 = [0x7c]
export const MULTIPLY_64 = [0x7e]
export const AND_64 = [0x83]
export const OR_64 = [0x84]
export const XOR_64 = [0x85]
export const SHIFT_LEFT_64 = [0x86]
export const SHIFT_RIGHT_64 = [0x88]
export const TO_64 = [0xad]

export const ADD_F64 = [0xa0]
export const MULTIPLY_F64 = [0xa2]
export const DIVIDE_F64 = [0xa3]
export const TO_F64 = [0xb9]

export const LOAD_16_BYTES = [0xfd, 0x00, 0, 0]
export const SPLAT = [0xfd, 0x0f]
export const EQUAL_BYTES = [0xfd, 0x23]
export const OR_BYTES = [0xfd, 0x50]
export const ANY = [0xfd, 0x53]
export const TO_MASK = [0xfd, 0x64]

export const advance = (local: number, by: number) => [get(local), constant(by), ADD, set(local)].flat()

/** A function of the module: exported under a name, with parameters of 32 bits and local variables behind them. */
export interface VectorFunction {
  name: string
  parameters: number
  /** Pairs of count and type. */
  locals: [number, number][]
  givesNumber: boolean
  instructions: number[]
}

/** The module: one imported memory `m.m`, and the functions. */
export function moduleBytes(functions: VectorFunction[]): Uint8Array<ArrayBuffer> {
  const list = (items: number[][]) => [...size(items.length), ...items.flat()]
  const typeOf = ({ parameters, givesNumber }: VectorFunction) => [
    0x60,
    parameters,
    ...Array.from({ length: parameters }, () => I32),
    ...(givesNumber ? [1, I32] : [0]),
  ]
  const bodyOf = ({ locals, instructions }: VectorFunction) => {
    const body = [...list(locals), ...instructions]
    return [...size(body.length), ...body]
  }
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(1, list(functions.map(typeOf))),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, list(functions.map((_, i) => [i]))),
    ...section(7, list(functions.map(({ name }, i) => [name.length, ...Buffer.from(name), 0, i]))),
    ...section(10, list(functions.map(bodyOf))),
  ])
}

function section(id: number, content: number[]): number[] {
  return [id, ...size(content.length), ...content]
}

/** LEB128. */
function size(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...size(value >>> 7)]
}

/** LEB128 of a number with a sign. */
function signed(value: bigint): number[] {
  const low = Number(value & 127n)
  const rest = value >> 7n
  const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64)
  return isLast ? [low] : [low | 128, ...signed(rest)]
}
