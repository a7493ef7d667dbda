import type { Answers } from '../criteria/answers.ts'
import type { Field, InputFault } from '../foundation/fields.ts'
import type { RecordedParameter } from '../formats/parameter-lines.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { LoadProfileEntry, Measurements, RunFacts } from '../measurements/model.ts'
import type { Collected, CollectedFile, ExecutionHandle, FileKind, Provider, Stage } from './provider.ts'

/**
 * One service, as far as it is the same for every step: its names, and everything that is known without a
 * request.
 */
export interface Service {
  /** The word for it in workflows, in the input `provider`. */
  readonly name: string
  /** Its name for people. */
  readonly title: string
  /** What credentials need to start a test, for people. */
  readonly startPermission: string
  /** What criteria can use from its data. */
  readonly answers: Answers
  /** What can be read from the files of its runs. */
  readonly files: ServiceFiles
  /** The inputs that only this service has, in the order of `action.yml`. */
  readonly fields: Readonly<Record<string, Field<unknown>>>
  /** The inputs that only a start uses: rejected if a step attaches to a run. */
  readonly onlyToStart?: readonly string[]
  /** Every text in its inputs that must never be shown: masked before anything else happens. */
  secretsOf(read: (name: string) => string): string[]
  /** Turns the values of its fields into a setup, which can be used if there are no faults. */
  configure(values: Record<string, unknown>, asked: Asked): Promise<Configured>
}

/** What can be read from the files of a run, no matter who downloaded them, and when. */
export interface ServiceFiles {
  /**
   * How each file is named; `pattern` matches the path, with `/`, where an artifact's name may precede the
   * file's own name.
   */
  readonly names: readonly FileName[]
  /** Names of the files that a run can be judged by, for people. */
  readonly judged: readonly string[]
  /** Last states that mean a bad end; after any other state with files, the run ended well. */
  readonly badEnds: Readonly<Record<string, Stage>>
  /**
   * Everything that they contain. Loads its readers only when needed, because a run that waits for hours
   * doesn't need them.
   */
  measure(
    collected: Pick<Collected, 'files' | 'facts'>,
    executions: readonly Pick<ExecutionHandle, 'id' | 'label'>[],
  ): Promise<Measurements>
  /** Which of the existing files gave nothing or only a part, if something could not be read. */
  unread(known: KnownData): UnreadFile[]
  /** Names of the files that neither exist nor were measured before. */
  absent(known: KnownData): string[]
  /** Facts about the run, if nothing was measured before; absent if no file has any. */
  factsOf?(files: readonly CollectedFile[]): Promise<RunFacts>
  /** The planned length of an execution, from its load profile. */
  plannedMs?: (profile: LoadProfileEntry | undefined) => number | undefined
  /** What is compared between two runs that have different information; absent: everything. */
  align?: (run: RunFacts, baseline: RunFacts) => AlignedRuns
}

export interface FileName {
  kind: FileKind
  pattern: RegExp
  /** A run has at most one. */
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
  /** One of several whole files, or a part of one, is missing. */
  fileMissing?: true
}

export interface AlignedRuns {
  run: RunFacts
  baseline: RunFacts
  /** What could not be compared, for people. */
  notes: string[]
}

/** What the shared inputs require of this service. */
export interface Asked {
  /** Whether the mode starts a test. */
  starts: boolean
  /** The runs to attach to. */
  runIds: readonly string[]
  /** Where the repository is checked out; absent if files of the checkout must not be read. */
  workspace?: string
}

export interface Configured {
  setup: ServiceSetup
  faults: InputFault[]
}

/** A service as set up by the inputs of one step. */
export interface ServiceSetup {
  /** The address of the service. */
  url: string
  /**
   * The key that signs notes, markers and baselines is derived from it: only its holders can say which run is
   * ours.
   */
  credential: string
  /** What is run, as JSON: it distinguishes steps. Contains no secret. */
  definition: readonly unknown[]
  /** Like `definition`, but may contain secrets. */
  secretDefinition?: unknown
  /** The parameters of this run, as they are recorded. */
  parameters?: RecordedParameter[]
  /** The executions of one start, as far as they are known before it. */
  planned: Omit<ExecutionHandle, 'id'>[]
  /** Interactive tests end this long after their start. */
  stopAfterMs?: number
  /** Names of the run's files, as far as they are known before it has an id. */
  fileNames: string[]
  /** Makes no request yet. Loads the code that talks to the service, because a step needs only one. */
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
  /** Whether it checks for other runs before it starts one. */
  looks?: boolean
}

export interface ConnectOptions extends ProviderPorts {
  /** What the step will do; only what that needs is checked and requested. */
  needs: Needs
  /** Repository and step: distinguishes the files that this step uploads from those of others. */
  origin?: string
}

export function namesOf(services: readonly Service[]): string[] {
  return services.map(({ name }) => name)
}

/** The service with that name; unknown names in inputs and files are rejected where they are read. */
export function serviceNamed(services: readonly Service[], name: string): Service {
  const found = services.find((service) => service.name === name)
  if (found === undefined) throw new Error(`There is no service '${name}'.`)
  return found
}
