import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import type { Scenario } from './scenario.ts'

/** Enough that the differences between runs are hardly random. */
export const MANY: SimulatorOptions = { xltData: { lines: 3000 }, requestLog: { lines: 3000 } }

const CRITERION = 'requests.p95 <= usual + 50%'

/** With a single earlier run, one run that is twice as slow is only suspicious, and two of them fail. */
export async function suspicious(
  { xtc, errthquake, simulator, directory }: Scenario,
  service: 'xtc' | 'errthquake',
  { slowness = 2.1, inputs = {} }: { slowness?: number; inputs?: Record<string, string> } = {},
): Promise<Record<string, string> & { baseline: string; criteria: string }> {
  const own = { artifacts: 'none', ...inputs }
  const first = await (service === 'xtc' ? xtc(own) : errthquake(own))
  const path = join(directory, 'usual.json')
  await copyFile(first.outputs['measurements-path'] ?? '', path)
  const data = service === 'xtc' ? simulator.xltData : simulator.requestLog
  data.slowness = slowness
  return { ...inputs, baseline: `file:${path}`, criteria: CRITERION }
}
