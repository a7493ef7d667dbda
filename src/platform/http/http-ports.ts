import { systemClock } from '../clock.ts'
import type { HttpPorts } from './http.ts'
import { createTransport } from './transport.ts'

/** The real network and the real clock. */
export function createHttpPorts(signal: () => AbortSignal, scrub?: (text: string) => string): HttpPorts {
  return {
    transport: createTransport('load-test-gate'),
    clock: systemClock,
    random: Math.random,
    signal,
    ...(scrub !== undefined && { scrub }),
  }
}
