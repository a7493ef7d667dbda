import { ignoredInputs } from './ignored-inputs.ts'
import { artifactName, idList, listOf } from './input-texts.ts'
import { badInput } from './bad-input.ts'
import { parseBaseline, type BaselineChoice } from './baseline-choice.ts'
import {
  anyText,
  choice,
  durationWithin,
  field,
  flag,
  headerCredential,
  optional,
  wholeNumber,
  type Field,
  type FieldValue,
  type Fault,
  type InputFault,
} from '../foundation/fields.ts'
import type { PlacedFault } from '../foundation/errors.ts'
import { didYouMean, editDistance } from '../foundation/nearest.ts'
import type { WorkflowContext } from '../foundation/ports.ts'
import { namesOf, type Configured, type Service, type ServiceSetup } from '../providers/service.ts'
import { SERVICES } from '../providers/services.ts'
import { FAIL_ON, parseFailOn, type FailOn } from '../verdict/outcome/fail-on.ts'

export const MODES = ['run', 'start', 'wait', 'check', 'judge'] as const
export type Mode = (typeof MODES)[number]

export const ARTIFACT_KINDS = ['report', 'result', 'metrics', 'measurements', 'summary'] as const
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number]

const DEFAULT_FAIL_ON = 'run,criteria,scorecard,validity'
const COMMENT = ['never', 'always', 'on-failure'] as const
const WHEN_BUSY = ['start', 'wait', 'fail'] as const
const STOP_OR_LEAVE = ['stop', 'leave'] as const
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * The inputs shared by all services: those that `action.yml` declares before the services' own inputs, and
 * those after them.
 */
const FIRST_FIELDS = {
  mode: choice(MODES, 'run'),
  'run-id': optional("one or more ids, separated by commas (letters, digits, '-' and '_')", idList),
  'step-key': anyText,
  timeout: field("a duration from 1s to 30 days such as '3h' (h is the largest unit)", (text) =>
    durationWithin(text === '' ? '3h' : text, SECOND_MS, 30 * DAY_MS),
  ),
  'on-timeout': choice(STOP_OR_LEAVE, 'stop'),
  'on-cancel': choice(STOP_OR_LEAVE, 'stop'),
  'on-rerun': choice(['auto', 'attach', 'start'], 'auto'),
  'poll-interval': field("'auto' or a duration from 1s to 10m", (text) =>
    text === '' || text === 'auto' ? ('auto' as const) : durationWithin(text, SECOND_MS, 10 * MINUTE_MS),
  ),
}
const LAST_FIELDS = {
  'when-busy': choice(WHEN_BUSY, 'start'),
  confirm: field('0, 1 or 2', (text) => wholeNumber(text === '' ? '0' : text, 0, 2)),
  'max-minutes': optional('a whole number of at least 1', (text) => wholeNumber(text, 1, 1e9)),
  criteria: anyText,
  'criteria-file': anyText,
  baseline: optional(
    "'branch', 'run:<id>' (at most 20, separated by blanks) or 'file:<path>'",
    parseBaseline,
  ),
  'fail-on': field(`'none', or a list of ${FAIL_ON.join(', ')}, inconclusive`, (text) => {
    const parsed = parseFailOn(text === '' ? DEFAULT_FAIL_ON : text)
    return 'failOn' in parsed ? parsed.failOn : undefined
  }),
  artifacts: optional(`'all', 'none', or a list of ${ARTIFACT_KINDS.join(', ')}`, (text) =>
    text === 'all' ? ('all' as const) : listOf(text, ARTIFACT_KINDS, { none: [] }),
  ),
  'artifact-name': field(
    'a name of at most 200 characters with the placeholders {provider} {run-id} {job} {attempt} {matrix}',
    artifactName,
  ),
  'artifact-format': choice(['raw', 'zip'], 'raw'),
  'retention-days': optional('a whole number from 1 to 400', (text) => wholeNumber(text, 1, 400)),
  'output-directory': anyText,
  summary: flag(true),
  annotations: flag(true),
  comment: choice(COMMENT, 'never'),
  'github-token': headerCredential,
}

/** Every input that `action.yml` declares, in its order; a test checks that the two and the README agree. */
export function inputFieldsOf(services: readonly Service[]): Record<string, Field<unknown>> {
  const own = Object.assign({}, ...services.map(({ fields }) => fields)) as Record<string, Field<unknown>>
  return { provider: providerField(services), ...FIRST_FIELDS, ...own, ...LAST_FIELDS }
}

function providerField(services: readonly Service[]): Field<{ value?: Service }> {
  const allowed = `one of ${namesOf(services)
    .map((name) => `'${name}'`)
    .join(', ')}`
  return optional(allowed, (text) => services.find(({ name }) => name === text))
}

type SharedFields = typeof FIRST_FIELDS & typeof LAST_FIELDS
type Fields = { [K in keyof SharedFields]: FieldValue<SharedFields[K]> } & { provider: { value?: Service } }

export interface Inputs {
  /** Absent only in mode `judge`. */
  provider?: string
  mode: Mode
  runIds: string[]
  stepKey: string
  timeoutMs: number
  onTimeout: 'stop' | 'leave'
  onCancel: 'stop' | 'leave'
  onRerun: 'auto' | 'attach' | 'start'
  pollIntervalMs: number | 'auto'
  /** The service's part of the inputs; absent only in mode `judge`. */
  setup?: ServiceSetup
  whenBusy: (typeof WHEN_BUSY)[number]
  /** How many further runs may be started to confirm a suspicion. */
  confirm: number
  /** The maximum cost of the run, in the service's minutes. */
  maxMinutes?: number
  criteriaFile: string
  baseline?: { text: string; choice: BaselineChoice }
  failOn: ReadonlySet<FailOn>
  /** `default` if the input is empty: several small files are uploaded together. */
  artifacts: 'default' | 'all' | ArtifactKind[]
  artifactName: string
  artifactFormat: 'raw' | 'zip'
  retentionDays?: number
  outputDirectory: string
  summary: boolean
  annotations: boolean
  comment: (typeof COMMENT)[number]
  /** Only for the comment. */
  githubToken: string
}

/** Reads one input by its name, trimmed; empty if it is not given. */
export type ReadInput = (name: string) => string

/** Every text that must never be shown, so that it can be masked before anything else happens. */
export function secretsOf(read: ReadInput, services: readonly Service[] = SERVICES): string[] {
  return [...services.flatMap((service) => service.secretsOf(read)), read('github-token')].filter(
    (word) => word.length >= 8,
  )
}

interface ParseOptions {
  services?: readonly Service[]
  /** Faults that were found before, such as those in the criteria. */
  further?: readonly Fault[]
  /** Where the repository is checked out; files there are read only if it is given. */
  workspace?: string
}

/**
 * Returns the inputs, or throws one `GateError` that names every fault of every input. `names` are those that
 * were set.
 */
export async function parseInputs(
  read: ReadInput,
  names: string[],
  context: WorkflowContext,
  { services = SERVICES, further = [], workspace }: ParseOptions = {},
): Promise<Inputs> {
  const fields = inputFieldsOf(services)
  const faults = [...misspelledInputs(names, Object.keys(fields)), ...further.map(({ text }) => text)]
  const parsed: Record<string, unknown> = {}
  const faulty: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const text = read(name)
    const value = field.read(text)
    // An invalid one counts as not given, so that the others can be checked too.
    parsed[name] = value === undefined ? field.read('') : value
    if (value !== undefined) continue
    faulty.push(name)
    faults.push(`Input '${name}' ${field.faultOf(text)}`)
  }
  // What the others have to be depends on these two.
  if (faulty.includes('mode') || faulty.includes('provider'))
    throw badInput(faults, { placed: placedOf(further) })
  const together = faultsOfMode(parsed as Fields, services)
  const inputs = await combine(parsed as Fields, together, { read, workspace })
  const { mode, provider } = parsed as Fields
  together.push(...ignoredInputs({ mode, service: provider.value, services, fields, parsed }))
  together.push(...commentFaults(parsed as Fields, context))
  const told = together.filter(({ about }) => !about.some((name) => faulty.includes(name)))
  faults.push(...told.map(({ text }) => text))
  const { withoutSecrets } = context
  const lacksSecret = told.some((fault) => fault.lacksSecret === true)
  const placed = placedOf([...further, ...told])
  if (faults.length > 0)
    throw badInput(faults, { placed, ...(lacksSecret && withoutSecrets !== undefined && { withoutSecrets }) })
  return inputs
}

function placedOf(faults: readonly Fault[]): PlacedFault[] {
  return faults.flatMap(({ text, place }) => (place === undefined ? [] : [{ text, place }]))
}

interface Reading {
  read: ReadInput
  workspace: string | undefined
}

/** The setup of the service from its inputs; undefined in mode `judge`, which contacts no service. */
async function configure(fields: Fields, workspace: string | undefined): Promise<Configured | undefined> {
  if (fields.mode === 'judge') return undefined
  return await fields.provider.value?.configure(fields, {
    starts: fields.mode !== 'wait',
    runIds: fields['run-id'].value ?? [],
    ...(workspace !== undefined && { workspace }),
  })
}

async function combine(fields: Fields, faults: InputFault[], reading: Reading): Promise<Inputs> {
  const { read, workspace } = reading
  const judges = fields.mode === 'judge'
  const service = fields.provider.value
  const baseline = fields.baseline.value
  const runIds = fields['run-id'].value ?? []
  const configured = await configure(fields, workspace)
  faults.push(...(configured?.faults ?? []))
  const retentionDays = fields['retention-days'].value
  const maxMinutes = fields['max-minutes'].value
  return {
    ...(service !== undefined && { provider: service.name }),
    mode: fields.mode,
    runIds,
    stepKey: fields['step-key'],
    timeoutMs: fields.timeout,
    onTimeout: fields['on-timeout'],
    onCancel: fields['on-cancel'],
    onRerun: fields['on-rerun'],
    pollIntervalMs: fields['poll-interval'],
    ...(configured !== undefined && { setup: configured.setup }),
    whenBusy: fields['when-busy'],
    confirm: fields.confirm,
    ...(maxMinutes !== undefined && { maxMinutes }),
    ...(baseline !== undefined && { baseline: { text: read('baseline'), choice: baseline } }),
    criteriaFile: fields['criteria-file'],
    failOn: fields['fail-on'],
    artifacts: fields.artifacts.value ?? (judges ? [] : 'default'),
    artifactName: fields['artifact-name'],
    artifactFormat: fields['artifact-format'],
    ...(retentionDays !== undefined && { retentionDays }),
    outputDirectory: fields['output-directory'],
    summary: fields.summary,
    annotations: fields.annotations,
    comment: fields.comment,
    githubToken: fields['github-token'],
  }
}

/** What the mode needs, or does not use. */
function faultsOfMode(fields: Fields, services: readonly Service[]): InputFault[] {
  const faults: InputFault[] = []
  const judges = fields.mode === 'judge'
  const fault = (name: string, text: string): void => void faults.push({ about: [name], text })
  if (fields.provider.value === undefined && !judges)
    fault('provider', `Input 'provider' is required: ${namesOf(services).join(' or ')}.`)
  if (judges && fields['output-directory'] === '')
    fault(
      'output-directory',
      "Input 'output-directory' is required in mode judge: the folder with the files of the run.",
    )
  const baseline = fields.baseline.value
  if (judges && baseline !== undefined && baseline.kind !== 'file') {
    fault(
      'baseline',
      "Input 'baseline' must be file:<path> in mode judge, or empty to use the baseline.json left in the output directory.",
    )
  }
  if (fields.mode !== 'run' && fields.confirm > 0)
    fault('confirm', `Input 'confirm' is for mode run; mode ${fields.mode} starts no further run.`)
  const runIds = fields['run-id'].value ?? []
  if (fields.mode === 'wait' && runIds.length === 0)
    fault('run-id', "Input 'run-id' is required in mode wait.")
  if (fields.mode !== 'wait' && runIds.length > 0)
    fault('run-id', `Input 'run-id' is only for mode wait; mode ${fields.mode} does not attach to a run.`)
  return faults
}

/** Forks get no secrets, so a custom token is empty there, whatever the workflow says. */
function commentFaults(fields: Fields, { withoutSecrets }: WorkflowContext): InputFault[] {
  const { comment, 'github-token': token } = fields
  if (comment === 'never' || token !== '' || withoutSecrets !== undefined) return []
  const text = `Input 'comment' is ${comment}, but 'github-token' is empty: remove 'github-token', so that the workflow's own token is used, or set it to one that may write to pull requests.`
  return [{ about: ['comment', 'github-token'], text }]
}

/** The runner only warns about inputs that are not declared; a mistyped one would silently have no effect. */
function misspelledInputs(names: string[], declared: string[]): string[] {
  return names
    .filter((name) => !declared.includes(name) && declared.some((known) => editDistance(name, known) <= 2))
    .map((name) => `Input '${name}' does not exist.${didYouMean(name, declared)}`)
}
