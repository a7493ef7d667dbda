import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Simulator } from './simulator.ts'

/** The addresses of a simulator, and what a step needs to use it. */
export interface Connection {
  /** Inputs for the service's address and credentials, by provider. */
  inputs: Record<'xtc' | 'errthquake', Record<string, string>>
  /** Variables that the runner would set for artifacts, the cache and comments. */
  environment: Record<string, string>
  githubToken: string
  /** Tests take seconds, whatever their planned length. */
  isHasty?: boolean
}

/** In the repository, so that another terminal finds it, but not under version control. */
export const CONNECTION_FILE = join(import.meta.dirname, '..', '..', '.try', 'simulator.json')

export function connectionOf(simulator: Simulator, isHasty = false): Connection {
  const { xtc, errthquake } = simulator
  return {
    inputs: {
      xtc: {
        'xtc-url': simulator.xtcUrl,
        'xtc-organization': xtc.organization,
        'xtc-project': xtc.project,
        'xtc-client-id': xtc.credentials[0]?.clientId ?? '',
        'xtc-client-secret': xtc.credentials[0]?.clientSecret ?? '',
      },
      errthquake: { 'errthquake-url': simulator.errthquakeUrl, 'errthquake-token': errthquake.token },
    },
    environment: simulator.environment(),
    githubToken: simulator.github.token,
    ...(isHasty && { isHasty }),
  }
}

export async function writeConnection(
  simulator: Simulator,
  file = CONNECTION_FILE,
  isHasty = false,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(connectionOf(simulator, isHasty), null, 2)}\n`)
}

export async function removeConnection(file = CONNECTION_FILE): Promise<void> {
  await rm(file, { force: true })
}

/** Undefined if no simulator is running. One that was killed leaves the file, but does not respond. */
export async function readConnection(file = CONNECTION_FILE): Promise<Connection | undefined> {
  try {
    const connection = JSON.parse(await readFile(file, 'utf8')) as Connection
    await fetch(new URL('/__record', connection.inputs.xtc['xtc-url']))
    return connection
  } catch {
    return undefined
  }
}
