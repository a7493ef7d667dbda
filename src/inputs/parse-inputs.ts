import type * as z from 'zod/mini'
import { parseBaseline, type BaselineChoice } from './baseline-choice.ts'
import { GateError } from '../foundation/errors.ts'
import {
  anyText,
  choice,
  durationWithin,
  field,
  flag,
  headerCredential,
  optional,
  wholeNumber,
} from '../foundation/fields.ts'
import { didYouMean, editDistance } from '../foundation/nearest.ts'
import type { WorkflowContext } from '../foundation/ports.ts'
import {
  ERRTHQUAKE_FIELDS,
  errthquakeInputs,
  errthquakeSecrets,
  type ErrthquakeInputs,
} from '../providers/errthquake/inputs.ts'
import { PROVIDERS, type ProviderName } from '../foundation/provider-name.ts'
import { FAIL_ON, parseFailOn, type FailOn } from '../verdict/outcome/fail-on.ts'
import { XTC_FIELDS, xtcFaults, xtcInputs, xtcSecrets, type XtcInputs } from '../providers/xtc/inputs.ts'

export const MODES = ['run', 'start', 'wait', 'check', 'judge'] as const
export type Mode = (typeof MODES)[number]

export const ARTIFACT_KINDS = ['report', 'result', 'metrics', 'measurements', 'summary'] as const
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number]

const DEFAULT_FAIL_ON = 'run,criteria,scorecard,validity'
const COMMENT = ['never', 'always', 'on-failure'] as const
const STOP_OR_LEAVE = ['stop', 'leave'] as const
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** Every input that `action.yml` declares, in its order; a test holds the two and the README together. */
export const INPUT_FIELDS = {
  provider: optional(`one of ${PROVIDERS.map((name) => `'${name}'`).join(', ')}`, (text) =>
    PROVIDERS.find((name) => name === text),
  ),
  mode: choice(MODES, 'run'),
  'run-id': optional("one id, or several separated by commas (letters, digits, '-' and '_')", idList),
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
  ...XTC_FIELDS,
  ...ERRTHQUAKE_FIELDS,
  criteria: anyText,
  'criteria-file': anyText,
  baseline: optional("'branch', 'run:<id>' or 'file:<path>'", parseBaseline),
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

type Fields = { [K in keyof typeof INPUT_FIELDS]: z.infer<(typeof INPUT_FIELDS)[K]> }

export interface Inputs {
  /** Absent only in mode `judge`. */
  provider?: ProviderName
  mode: Mode
  runIds: string[]
  stepKey: string
  timeoutMs: number
  onTimeout: 'stop' | 'leave'
  onCancel: 'stop' | 'leave'
  onRerun: 'auto' | 'attach' | 'start'
  pollIntervalMs: number | 'auto'
  xtc?: XtcInputs
  errthquake?: ErrthquakeInputs
  criteriaFile: string
  baseline?: { text: string; choice: BaselineChoice }
  failOn: ReadonlySet<FailOn>
  artifacts: 'all' | ArtifactKind[]
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

/** How many remote runs one start brings. */
export function executionCountOf(inputs: Inputs): number {
  return inputs.errthquake?.executions.length ?? 1
}

/** Reads one input by its name, trimmed; empty when it is not given. */
export type ReadInput = (name: string) => string

/** Every text that must never be shown: to be masked before anything else happens. */
export function secretsOf(read: ReadInput): string[] {
  return [...xtcSecrets(read), ...errthquakeSecrets(read), read('github-token')].filter(
    (word) => word.length >= 8,
  )
}

/**
 * The inputs, or one `GateError` that names every fault of every input. `names` are those that were set; `further` are
 * faults that were found in what inputs point at.
 */
export async function parseInputs(
  read: ReadInput,
  names: string[],
  context: WorkflowContext,
  further: string[] = [],
): Promise<Inputs> {
  const faults = [...strangeInputs(names), ...further]
  const parsed = {} as Fields
  const faulty: string[] = []
  for (const [name, schema] of Object.entries(INPUT_FIELDS)) {
    const result = schema.safeParse(read(name))
    // A faulty one counts as not given, so that the others can be looked at too.
    Object.assign(parsed, { [name]: result.success ? result.data : schema.parse('') })
    if (result.success) continue
    faulty.push(name)
    faults.push(...result.error.issues.map((issue) => `Input '${name}' ${issue.message}`))
  }
  // What the others should be depends on these two.
  if (faulty.includes('mode') || faulty.includes('provider')) throw badInput(faults, context)
  const together: string[] = []
  const inputs = await combine(parsed, together, read)
  faults.push(...together.filter((fault) => !faulty.some((name) => fault.includes(`'${name}'`))))
  if (faults.length > 0) throw badInput(faults, context)
  return inputs
}

async function combine(fields: Fields, faults: string[], read: ReadInput): Promise<Inputs> {
  const judges = fields.mode === 'judge'
  const starts = fields.mode !== 'wait'
  const provider = fields.provider.value
  if (provider === undefined && !judges)
    faults.push(`Input 'provider' is required: ${PROVIDERS.join(' or ')}.`)
  if (judges && fields['output-directory'] === '')
    faults.push("Input 'output-directory' is required in mode judge: where the files of the run lie.")
  const baseline = fields.baseline.value
  if (judges && baseline !== undefined && baseline.kind !== 'file') {
    faults.push(
      "Input 'baseline' must be file:<path> in mode judge, or empty to use the baseline.json left in the output directory.",
    )
  }
  const runIds = fields['run-id'].value ?? []
  if (fields.mode === 'wait' && runIds.length === 0) faults.push("Input 'run-id' is required in mode wait.")
  if (fields.mode !== 'wait' && runIds.length > 0) {
    faults.push(`Input 'run-id' is for mode wait; mode ${fields.mode} does not attach to a run.`)
  }
  const retentionDays = fields['retention-days'].value
  return {
    ...(provider === undefined ? {} : { provider }),
    mode: fields.mode,
    runIds,
    stepKey: fields['step-key'],
    timeoutMs: fields.timeout,
    onTimeout: fields['on-timeout'],
    onCancel: fields['on-cancel'],
    onRerun: fields['on-rerun'],
    pollIntervalMs: fields['poll-interval'],
    ...(judges ? {} : await providerInputs(fields, starts, faults)),
    ...(baseline === undefined ? {} : { baseline: { text: read('baseline'), choice: baseline } }),
    criteriaFile: fields['criteria-file'],
    failOn: fields['fail-on'],
    artifacts: fields.artifacts.value ?? (judges ? [] : 'all'),
    artifactName: fields['artifact-name'],
    artifactFormat: fields['artifact-format'],
    ...(retentionDays === undefined ? {} : { retentionDays }),
    outputDirectory: fields['output-directory'],
    summary: fields.summary,
    annotations: fields.annotations,
    comment: fields.comment,
    githubToken: fields['github-token'],
  }
}

async function providerInputs(
  fields: Fields,
  starts: boolean,
  faults: string[],
): Promise<Pick<Inputs, 'xtc' | 'errthquake'>> {
  if (fields.provider.value === undefined) return {}
  if (fields.provider.value === 'xtc') {
    const ids = fields['run-id'].value ?? []
    if (ids.length > 1 || ids.some((id) => !/^\d+$/.test(id)))
      faults.push("Input 'run-id' must be one number for provider xtc.")
    faults.push(...xtcFaults(fields, starts))
    return { xtc: xtcInputs(fields) }
  }
  const parsed = await errthquakeInputs(fields, starts)
  faults.push(...parsed.faults)
  return { errthquake: parsed.inputs }
}

/** The runner only warns of inputs that nothing declares; a mistyped one would silently lose its meaning. */
function strangeInputs(names: string[]): string[] {
  const declared = Object.keys(INPUT_FIELDS)
  return names
    .filter((name) => !declared.includes(name) && declared.some((known) => editDistance(name, known) <= 2))
    .map((name) => `Input '${name}' does not exist.${didYouMean(name, declared)}`)
}

function badInput(faults: string[], context: WorkflowContext): GateError {
  const list = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `\n- ${fault}`).join('')
  const head = faults.length === 1 ? '' : `${faults.length} inputs need attention:`
  return new GateError('bad-input', `${head}${list}${withoutSecretsHint(faults, context)}`)
}

const WITHOUT_SECRETS = {
  fork: 'This pull request comes from a fork, and GitHub gives such runs no secrets. Skip the gate there (`if: github.event.pull_request.head.repo.full_name == github.repository`), and run it from a branch of this repository when the change is reviewed.',
  dependabot:
    "Dependabot started this run, and it gets only the secrets that are set for Dependabot (Settings > Secrets and variables > Dependabot). Add the credentials there, or skip the gate for it (`if: github.actor != 'dependabot[bot]'`).",
}

function withoutSecretsHint(faults: string[], context: WorkflowContext): string {
  const secretMissing = faults.some((fault) => /'(xtc-client-\w+|errthquake-token)' is required/.test(fault))
  return secretMissing && context.withoutSecrets !== undefined
    ? `\n${WITHOUT_SECRETS[context.withoutSecrets]}`
    : ''
}

function idList(text: string): string[] | undefined {
  const ids = text.split(',').map((id) => id.trim())
  return ids.every((id) => /^[\w-]{1,100}$/.test(id)) && new Set(ids).size === ids.length ? ids : undefined
}

function listOf<T extends string>(
  text: string,
  known: readonly T[],
  words: Record<string, T[]>,
): T[] | undefined {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  const only = entries.length === 1 ? words[entries[0] ?? ''] : undefined
  if (only !== undefined) return only
  return entries.length > 0 && entries.every((entry) => (known as readonly string[]).includes(entry))
    ? [...new Set(entries as T[])]
    : undefined
}

function artifactName(text: string): string | undefined {
  const name = text === '' ? 'load-test-{provider}-{run-id}' : text
  const placeholders = [...name.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')
  const known = ['provider', 'run-id', 'job', 'attempt', 'matrix']
  return name.length <= 200 && placeholders.every((placeholder) => known.includes(placeholder))
    ? name
    : undefined
}
