import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What `simulator-process.ts` reports about itself. */
export interface Service {
  url: string
  token: string
  environment: Record<string, string>
  bytes: number
  plainBytes: number
}

/** Errthquake in a separate process, with a log of this many bytes or from a file, sent at this rate unless it is 0. */
export async function startService(
  log: number | string,
  bytesPerSecond = 0,
): Promise<{ service: Service; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'simulator-process.ts'), [String(log), String(bytesPerSecond)])
  const [service] = (await once(child, 'message')) as [Service]
  const stop = async (): Promise<void> => {
    child.disconnect()
    await once(child, 'exit')
  }
  return { service, stop }
}

/** Inputs of a step that runs a test for one second and collects its log. */
export function inputsFor({ url, token }: Service): Record<string, string> {
  return {
    provider: 'errthquake',
    'poll-interval': '1s',
    'errthquake-url': url,
    'errthquake-token': token,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': '1s',
    region: 'eu-west-1',
    criteria: 'requests.count > 0',
  }
}
