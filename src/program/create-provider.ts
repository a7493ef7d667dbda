import type { Inputs } from '../inputs/parse-inputs.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import { createErrthquakeProvider } from '../providers/errthquake/provider.ts'
import { plannedErrthquake } from '../providers/errthquake/executions/planned.ts'
import { withOwnPages } from '../providers/own-pages.ts'
import type { ExecutionHandle, Provider } from '../providers/provider.ts'
import { createXtcProvider } from '../providers/xtc/provider.ts'

export interface ProviderPorts {
  ports: HttpPorts
  log: Log
  workflow: Pick<Workflow, 'secret'>
}

/** The provider that the inputs name, with no request made yet. */
export function createProvider(inputs: Inputs, ports: ProviderPorts): Provider {
  const { mode, xtc, errthquake } = inputs
  const needs = { starts: mode !== 'wait', waits: mode !== 'start' }
  if (xtc !== undefined)
    return withOwnPages(createXtcProvider({ ...ports, inputs: xtc, needs }), xtc.url, ports.log)
  if (errthquake !== undefined) {
    const provider = createErrthquakeProvider({ ...ports, inputs: errthquake, needs })
    return withOwnPages(provider, errthquake.url, ports.log)
  }
  throw new Error(`No inputs for provider ${inputs.provider}.`)
}

/** The executions that one start brings, as far as they are known before it. */
export function plannedExecutions({ errthquake }: Inputs): Omit<ExecutionHandle, 'id'>[] {
  return errthquake === undefined ? [{ label: '' }] : plannedErrthquake(errthquake.executions)
}
