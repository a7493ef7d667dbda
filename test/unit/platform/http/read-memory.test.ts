import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { ReadMemory } from '../../../../src/platform/http/read-memory.ts'

/** A connection that reads, and a body with `earlierBytes` that came before. */
function connection(earlierBytes = 0): { memory: ReadMemory; read: (bytes: Buffer) => void } {
  const socket = new EventEmitter()
  const memory = new ReadMemory({ readableLength: earlierBytes, socket } as unknown as IncomingMessage)
  return { memory, read: (bytes) => void socket.emit('data', bytes) }
}

const own = (): Buffer => Buffer.from(new ArrayBuffer(64))
const isFree = ({ buffer }: Buffer): boolean => (buffer as ArrayBuffer).detached

test("the connection's memory is freed once the body proves to be a copy of it", () => {
  const { memory, read } = connection()
  const [first, second, body] = [own(), own(), own()]
  read(first)
  expect(isFree(first)).toBe(false)
  memory.release(body)
  read(second)
  expect([isFree(body), isFree(first), isFree(second)]).toEqual([true, false, true])
})

test('memory is kept if the body is not a copy', () => {
  const { memory, read } = connection()
  const [first, second] = [own(), own()]
  read(first)
  memory.release(first)
  read(second)
  expect([isFree(first), isFree(second)]).toEqual([false, false])
})

test('a chunk that is released at once is compared with what was just read', () => {
  const socket = new EventEmitter()
  const parser: { memory?: ReadMemory } = {}
  socket.on('data', (read: Buffer) => parser.memory?.release(read))
  parser.memory = new ReadMemory({ readableLength: 0, socket } as unknown as IncomingMessage)
  const [first, second] = [own(), own()]
  for (const read of [first, second]) socket.emit('data', read)
  expect([isFree(first), isFree(second)]).toEqual([false, false])
})

test('bytes that arrived earlier prove nothing', () => {
  const { memory, read } = connection(64)
  const [earlier, first, second] = [own(), own(), own()]
  read(first)
  memory.release(earlier)
  read(second)
  expect(isFree(second)).toBe(false)
  memory.release(first)
  const third = own()
  read(third)
  expect(isFree(third)).toBe(false)
})

test('memory of a chunk that shares it is kept', () => {
  const { memory } = connection()
  const shared = Buffer.from(new ArrayBuffer(64), 0, 32)
  memory.release(shared)
  expect(isFree(shared)).toBe(false)
})
