/** Errthquake and the artifact service in a process of their own, with logs of `<bytes>` at `<bytes per second>`. */
import { startSimulator } from '../../test/simulator/simulator.ts'
import { repeatedZip } from './repeated-zip.ts'

const [bytes, bytesPerSecond] = process.argv.slice(2).map(Number)
const zip = repeatedZip(bytes ?? 0)
const body = { bytes: zip.bytes, open: () => zip.open(bytesPerSecond || Infinity) }
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
