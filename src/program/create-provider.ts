import type { Inputs } from '../inputs/parse-inputs.ts'
import { withOwnPages } from '../providers/own-pages.ts'
import type { Provider } from '../providers/provider.ts'
import type { ConnectOptions } from '../providers/service.ts'

/** The provider named in the inputs; no request has been made yet. */
export async function createProvider(
  { provider, mode, setup, whenBusy }: Inputs,
  ports: Omit<ConnectOptions, 'needs'>,
): Promise<Provider> {
  if (setup === undefined) throw new Error(`No inputs for provider ${provider}.`)
  const needs = { starts: mode !== 'wait', waits: mode !== 'start', looks: whenBusy !== 'start' }
  return withOwnPages(await setup.connect({ ...ports, needs }), setup.url, ports.log)
}
