import type { Answers } from '../criteria/answers.ts'
import type { Field, InputFault } from '../foundation/fields.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { LoadProfileEntry, Measurements, RunFacts } from '../measurements/model.ts'
import type { Collected, CollectedFile, ExecutionHandle, FileKind, Provider, Stage } from './provider.ts'

/** One service, as far as it is the same for every step: what it is called, and what can be known without asking it. */
export interface Service {
  /** The word that workflows use for it, in the input `provider`. */
  readonly name: string
  /** Its name for people. */
  readonly title: string
  /** What credentials need to start a test, for people. */
  readonly startPermission: string
  /** What criteria can ask of its data. */
  readonly answers: Answers
  /** What the files of its runs tell. */
  readonly files: ServiceFiles
  /** The inputs that only it has, in the order of `action.yml`. */
  readonly fields: Readonly<Record<string, Field<unknown>>>
  /** Those of them that only a start looks at: refused where a step attaches to a run. */
  readonly onlyToStart?: readonly string[]
  /** Every text of its inputs that must never be shown: masked before anything else happens. */
  secretsOf(read: (name: string) => string): string[]
  /** What the values of its fields make of it. Without faults the setup can be worked with. */
  configure(values: Record<string, unknown>, asked: Asked): Promise<Configured>
}

/** What the files of a run tell, whoever downloaded them, and whenever. */
export interface ServiceFiles {
  /** How each is named; `pattern` is of the path, with `/`, where an artifact's name may stand before the file's own. */
  readonly names: readonly FileName[]
  /** Names of those that a run can be judged by, for people. */
  readonly judged: readonly string[]
  /** Last words of the service that tell of a bad end; after every other one that left files the run ended well. */
  readonly badEnds: Readonly<Record<string, Stage>>
  /** Everything that they say. Loads its readers: a run that waits for hours needs none of them. */
  measure(
    collected: Pick<Collected, 'files' | 'facts'>,
    executions: readonly Pick<ExecutionHandle, 'id' | 'label'>[],
  ): Promise<Measurements>
  /** Which of them are there, and gave nothing or a part only, where something could not be read. */
  unread(known: KnownData): UnreadFile[]
  /** Names of those that are neither there nor measured before. */
  absent(known: KnownData): string[]
  /** What tells of the run, where nothing was measured before; absent where no file does. */
  factsOf?(files: readonly CollectedFile[]): Promise<RunFacts>
  /** How long an execution was planned to last, as its load profile says. */
  plannedMs?: (profile: LoadProfileEntry | undefined) => number | undefined
  /** What of two runs is compared, where they do not tell the same of themselves; absent: all that they tell. */
  align?: (run: RunFacts, baseline: RunFacts) => AlignedRuns
}

export interface FileName {
  kind: FileKind
  pattern: RegExp
  /** A run has one at most. */
  isSingle?: true
}

export interface KnownData {
  kinds: ReadonlySet<FileKind>
  /** What was measured. */
  subjects: Measurements['subjects']
}

export interface UnreadFile {
  file: 'report' | 'result'
  kind: 'missing' | 'partial'
  /** One of several that is whole, or a part of it, is missing. */
  fileMissing?: true
}

export interface AlignedRuns {
  run: RunFacts
  baseline: RunFacts
  /** What could not be compared, for people. */
  notes: string[]
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
  /** No request is made yet. Loads what talks to the service: no step needs more than one. */
  connect(options: ConnectOptions): Promise<Provider>
}

export interface ProviderPorts {
  ports: HttpPorts
  log: Log
  workflow: Pick<Workflow, 'secret'>
}

export interface Needs {
  starts: boolean
  waits: boolean
  /** Whether it looks at the runs of others before it starts one. */
  looks?: boolean
}

export interface ConnectOptions extends ProviderPorts {
  /** What the step will do: no more than that is checked and asked for. */
  needs: Needs
}

export function namesOf(services: readonly Service[]): string[] {
  return services.map(({ name }) => name)
}

/** The one of that name; inputs and files that name another one are refused where they are read. */
export function serviceNamed(services: readonly Service[], name: string): Service {
  const found = services.find((service) => service.name === name)
  if (found === undefined) throw new Error(`There is no service '${name}'.`)
  return found
}
