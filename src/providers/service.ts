import type { Answers } from '../criteria/answers.ts'
import type { Field, InputFault } from '../foundation/fields.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { ExecutionHandle, Provider } from './provider.ts'

/** One service, as far as it is the same for every step: what it is called, and what can be known without asking it. */
export interface Service {
  /** The word that workflows use for it, in the input `provider`. */
  readonly name: string
  /** Its name for people. */
  readonly title: string
  /** What criteria can ask of its data. */
  readonly answers: Answers
  /** The inputs that only it has, in the order of `action.yml`. */
  readonly fields: Readonly<Record<string, Field<unknown>>>
  /** Every text of its inputs that must never be shown: masked before anything else happens. */
  secretsOf(read: (name: string) => string): string[]
  /** What the values of its fields make of it. Without faults the setup can be worked with. */
  configure(values: Record<string, unknown>, asked: Asked): Promise<Configured>
}

/** What the inputs that all services share ask of this one. */
export interface Asked {
  /** Whether the mode starts a test. */
  starts: boolean
  /** The runs to attach to. */
  runIds: readonly string[]
}

export interface Configured {
  setup: ServiceSetup
  faults: InputFault[]
}

/** A service as the inputs of one step set it up. */
export interface ServiceSetup {
  /** Where the service is. */
  url: string
  /** What the key is made from that signs notes, markers and baselines: whoever has it may say which run is ours. */
  credential: string
  /** What is run, as JSON: it tells steps apart. Holds no secret. */
  definition: readonly unknown[]
  /** As `definition`, where it may hold secrets. */
  secretDefinition?: unknown
  /** The executions that one start brings, as far as they are known before it. */
  planned: Omit<ExecutionHandle, 'id'>[]
  /** Interactive tests end this long after their start. */
  stopAfterMs?: number
  /** Names of the files that the run will leave, as far as they are known before it has an id. */
  fileNames: string[]
  /** No request is made yet. */
  connect(options: ConnectOptions): Provider
}

export interface ProviderPorts {
  ports: HttpPorts
  log: Log
  workflow: Pick<Workflow, 'secret'>
}

export interface ConnectOptions extends ProviderPorts {
  /** What the step will do: no more than that is checked and asked for. */
  needs: { starts: boolean; waits: boolean }
}

/** The one of that name; inputs and files that name another one are refused where they are read. */
export function serviceNamed(services: readonly Service[], name: string): Service {
  const found = services.find((service) => service.name === name)
  if (found === undefined) throw new Error(`There is no service '${name}'.`)
  return found
}
