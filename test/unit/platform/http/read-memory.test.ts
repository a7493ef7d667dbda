import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { ReadMemory } from '../../../../src/platform/http/read-memory.ts'

/** A connection that reads, and a body of which `earlierBytes` came before. */
function connection(earlierBytes = 0): { memory: ReadMemory; read: (bytes: Buffer) => void } {
  const socket = new EventEmitter()
  const memory = new ReadMemory({ readableLength: earlierBytes, socket } as unknown as IncomingMessage)
  return { memory, read: (bytes) => void socket.emit('data', bytes) }
}

const own = (): Buffer => Buffer.from(new ArrayBuffer(64))
const isFree = ({ buffer }: Buffer): boolean => (buffer as ArrayBuffer).detached

test('what the connection reads goes once the body proves to be a copy of it', () => {
  const { memory, read } = connection()
  const [first, second, body] = [own(), own(), own()]
  read(first)
  expect(isFree(first)).toBe(false)
  memory.release(body)
  read(second)
  expect([isFree(body), isFree(first), isFree(second)]).toEqual([true, false, true])
})

test('a body that is no copy keeps what the connection reads', () => {
  const { memory, read } = connection()
  const [first, second] = [own(), own()]
  read(first)
  memory.release(first)
  read(second)
  expect([isFree(first), isFree(second)]).toEqual([true, false])
})

test('what came before anybody looked proves nothing', () => {
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

test('a chunk that shares its memory stays', () => {
  const { memory } = connection()
  const shared = Buffer.from(new ArrayBuffer(64), 0, 32)
  memory.release(shared)
  expect(isFree(shared)).toBe(false)
})
