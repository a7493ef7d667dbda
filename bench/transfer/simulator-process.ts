/**
 * Runs Errthquake and the artifact service in a separate process, with logs of `<bytes>`, or with those in a file, at
 * `<bytes per second>`.
 */
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { startSimulator } from '../../test/simulator/simulator.ts'
import { atRate } from './at-rate.ts'
import { repeatedZip } from './repeated-zip.ts'

/** The size of the pieces of a file that is sent at a limited rate. */
const PIECE_BYTES = 1 << 18

interface Served {
  bytes: number
  plainBytes?: number
  open(bytesPerSecond: number): Readable
}

async function fileInMemory(path: string): Promise<Served> {
  const content = await readFile(path)
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < content.length; at += PIECE_BYTES) yield content.subarray(at, at + PIECE_BYTES)
  }
  return {
    bytes: content.length,
    open: (bytesPerSecond) => Readable.from(atRate(pieces(), bytesPerSecond), { objectMode: false }),
  }
}

const [what = '0', rate = '0'] = process.argv.slice(2)
const zip: Served = /^[\d.e]+$/.test(what) ? repeatedZip(Number(what)) : await fileInMemory(what)
const body = { bytes: zip.bytes, open: () => zip.open(Number(rate) || Infinity) }
const simulator = await startSimulator({
  errthquake: {
    data: { logs: () => Promise.resolve(body), metrics: () => Promise.resolve({}) },
    run: { pendingMs: 0, storingMs: 0 },
  },
})
process.send?.({
  url: simulator.errthquakeUrl,
  token: simulator.errthquake.token,
  environment: simulator.environment(),
  bytes: zip.bytes,
  plainBytes: zip.plainBytes,
})
process.once('disconnect', () => void simulator.close().then(() => process.exit()))
