import type { Log, Workflow } from '../foundation/ports.ts'
import { secretsOf } from '../inputs/parse-inputs.ts'
import { alignProxyVariables, proxySecrets } from '../platform/http/proxy.ts'
import { createWorkflow, readInput } from '../platform/runner/workflow.ts'

export interface ProgramPorts {
  log: Log
  workflow: Workflow
  /** What is wrong with the proxy variables. */
  proxyFaults: string[]
}

/**
 * What every program does first: nothing is logged before the secrets are masked, and nothing is sent without
 * the proxy.
 */
export function beginProgram(env: NodeJS.ProcessEnv, annotations: () => boolean): ProgramPorts {
  const { log, workflow } = createWorkflow({ annotations })
  for (const secret of [...secretsOf(readInput), ...proxySecrets(env)]) workflow.secret(secret)
  return { log, workflow, proxyFaults: alignProxyVariables(env) }
}
