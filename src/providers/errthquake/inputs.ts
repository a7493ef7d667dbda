import * as z from 'zod/mini'
import {
  BASE_URL_ALLOWED,
  anyText,
  baseUrl,
  durationWithin,
  field,
  optional,
  wholeNumber,
} from '../../input-fields.ts'

const TEST_TYPES = ['duration', 'benchmark', 'interactive'] as const
const DAY_MS = 86_400_000
const WHOLE_SECONDS = "a duration of whole seconds such as '10m' or '1h30m'"

export const ERRTHQUAKE_FIELDS = {
  'errthquake-url': field(BASE_URL_ALLOWED, (text) =>
    baseUrl(text === '' ? 'https://api.errthquake.com' : text),
  ),
  'errthquake-token': anyText,
  'errthquake-workspace': optional('a workspace uid (letters, digits, -)', (text) =>
    /^[\w-]{1,100}$/.test(text) ? text : undefined,
  ),
  'test-input': anyText,
  'test-config': anyText,
  'virtual-users': optional('a whole number of at least 1', (text) => wholeNumber(text, 1, 1e9)),
  'test-type': optional(`one of ${TEST_TYPES.map((type) => `'${type}'`).join(', ')}`, testType),
  'test-duration': optional(WHOLE_SECONDS, wholeSeconds),
  'ramp-duration': optional(WHOLE_SECONDS, wholeSeconds),
  region: anyText,
  executions: anyText,
  'stop-after': optional("a duration from 1s to 24h such as '10m'", (text) =>
    durationWithin(text, 1000, DAY_MS),
  ),
}

export type TestType = (typeof TEST_TYPES)[number]

/** One element of the array that starts tests. */
export interface Execution {
  testInput: string
  testConfig: string
  virtualUsers: number
  testType: TestType
  /** Absent for `benchmark` and `interactive`. */
  testDurationMs?: number
  rampDurationMs?: number
  region: string
}

export interface ErrthquakeInputs {
  url: string
  token: string
  workspace?: string
  executions: Execution[]
  /** Interactive tests end this long after their start. */
  stopAfterMs?: number
}

type Fields = { [K in keyof typeof ERRTHQUAKE_FIELDS]: z.infer<(typeof ERRTHQUAKE_FIELDS)[K]> }

/** The execution documents and the faults of the inputs together; `starts` tells whether the mode starts a test. */
export async function errthquakeInputs(
  fields: Fields,
  starts: boolean,
): Promise<{ inputs: ErrthquakeInputs; faults: string[] }> {
  const faults: string[] = []
  if (fields['errthquake-token'] === '') {
    faults.push(
      "Input 'errthquake-token' is required for provider errthquake: the whole Authorization value.",
    )
  }
  // A step that attaches may say what runs, so that an early end and another load are seen; it need not.
  const described = fields.executions !== '' || givenSingly(fields).length > 0
  const executions = starts || described ? await executionsOf(fields, faults) : []
  const interactive = executions.some((execution) => execution.testType === 'interactive')
  const stopAfterMs = fields['stop-after'].value
  if (interactive && stopAfterMs === undefined) {
    faults.push("Input 'stop-after' is required for interactive tests: they run until they are stopped.")
  }
  if (!interactive && stopAfterMs !== undefined && executions.length > 0) {
    faults.push("Input 'stop-after' is for interactive tests; give 'test-duration' or 'timeout' instead.")
  }
  const workspace = fields['errthquake-workspace'].value
  const inputs = {
    url: fields['errthquake-url'],
    token: fields['errthquake-token'],
    executions,
    ...(workspace === undefined ? {} : { workspace }),
    ...(stopAfterMs === undefined ? {} : { stopAfterMs }),
  }
  return { inputs, faults }
}

/** The value as it is, and its words: the service takes `xxxxxxxx= yyyyyyyy…`, and a log may show one word alone. */
export function errthquakeSecrets(input: (name: string) => string): string[] {
  const token = input('errthquake-token')
  return [token, ...token.split(/\s+/)]
}

const SINGLE = [
  'test-input',
  'test-config',
  'virtual-users',
  'test-type',
  'test-duration',
  'ramp-duration',
  'region',
] as const

/** Those of the seven inputs that are given. */
function givenSingly(fields: Fields): (typeof SINGLE)[number][] {
  return SINGLE.filter((name) => {
    const value = fields[name]
    return isOptional(value) ? value.value !== undefined : value !== ''
  })
}

async function executionsOf(fields: Fields, faults: string[]): Promise<Execution[]> {
  const given = givenSingly(fields)
  if (fields.executions === '') return executionsOfInputs(fields, faults)
  if (given.length > 0) {
    faults.push(
      `Input 'executions' stands instead of ${given.map((name) => `'${name}'`).join(', ')}: give one or the other.`,
    )
    return []
  }
  return await executionsOfDocument(fields.executions, faults)
}

function isOptional(value: unknown): value is { value?: unknown } {
  return typeof value === 'object'
}

function executionsOfInputs(fields: Fields, faults: string[]): Execution[] {
  const required = ['test-input', 'test-config', 'virtual-users', 'region'] as const
  for (const name of required) {
    const value = fields[name]
    if (isOptional(value) ? value.value === undefined : value === '') {
      faults.push(`Input '${name}' is required for provider errthquake (or a list in 'executions').`)
    }
  }
  const regions = fields.region.split(',').map((region) => region.trim())
  if (fields.region !== '' && regions.includes(''))
    faults.push("Input 'region' has an empty entry between its commas.")
  const text = (value: { value?: unknown }): string => (value.value === undefined ? '' : '(given)')
  const testType = fields['test-type'].value ?? 'duration'
  faults.push(...durationFaults("Input 'test-duration'", testType, text(fields['test-duration']) !== ''))
  faults.push(
    ...rampFaults("Input 'ramp-duration'", fields['ramp-duration'].value, fields['test-duration'].value),
  )
  return regions.map((region) => ({
    testInput: fields['test-input'],
    testConfig: fields['test-config'],
    virtualUsers: fields['virtual-users'].value ?? 0,
    testType,
    region,
    ...durations(testType, fields['test-duration'].value, fields['ramp-duration'].value),
  }))
}

function durations(
  testType: TestType,
  testMs?: number,
  rampMs?: number,
): Pick<Execution, 'testDurationMs' | 'rampDurationMs'> {
  return {
    ...(testType !== 'duration' || testMs === undefined ? {} : { testDurationMs: testMs }),
    ...(rampMs === undefined ? {} : { rampDurationMs: rampMs }),
  }
}

function durationFaults(where: string, testType: TestType, given: boolean): string[] {
  if (testType === 'duration' && !given) return [`${where} is required for a test of type duration.`]
  if (testType !== 'duration' && given) return [`${where} must be empty for a test of type ${testType}.`]
  return []
}

function rampFaults(where: string, rampMs: number | undefined, testMs: number | undefined): string[] {
  if (rampMs === undefined || testMs === undefined || rampMs <= testMs) return []
  return [`${where} is longer than the test: the ramp-up happens inside the test's duration.`]
}

const MAX_EXECUTIONS = 100

async function executionsOfDocument(text: string, faults: string[]): Promise<Execution[]> {
  // Only workflows that list executions pay for the YAML reader.
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: true })
  const broken = document.errors[0]
  if (broken !== undefined) {
    faults.push(`Input 'executions' is not YAML or JSON: ${broken.message.split('\n')[0] ?? ''}`)
    return []
  }
  let list: unknown
  try {
    list = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    faults.push(
      `Input 'executions' cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
    return []
  }
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_EXECUTIONS) {
    faults.push(`Input 'executions' must be a list of 1 to ${MAX_EXECUTIONS} execution documents.`)
    return []
  }
  return list.flatMap((entry, index) => executionOfEntry(entry, index + 1, faults) ?? [])
}

const fileName = z.string().check(z.minLength(1))
const durationText = z.optional(z.union([z.null(), z.string()]))
const ENTRY = z.strictObject({
  'test-input': fileName,
  'test-config': fileName,
  'virtual-users': z.number().check(z.int(), z.minimum(1)),
  'test-type': z.optional(z.enum(TEST_TYPES)),
  'test-duration': durationText,
  'ramp-duration': durationText,
  region: z.string().check(z.minLength(1)),
})

function executionOfEntry(entry: unknown, number: number, faults: string[]): Execution | undefined {
  const where = `Input 'executions', entry ${number}`
  const parsed = ENTRY.safeParse(entry)
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${where}: ${entryFault(issue)}`))
    return undefined
  }
  const data = parsed.data
  const testType = data['test-type'] ?? 'duration'
  const testMs = entryDuration(`${where}: 'test-duration'`, data['test-duration'], faults)
  const rampMs = entryDuration(`${where}: 'ramp-duration'`, data['ramp-duration'], faults)
  faults.push(...durationFaults(`${where}: 'test-duration'`, testType, (data['test-duration'] ?? '') !== ''))
  faults.push(...rampFaults(`${where}: 'ramp-duration'`, rampMs, testMs))
  return {
    testInput: data['test-input'],
    testConfig: data['test-config'],
    virtualUsers: data['virtual-users'],
    testType,
    region: data.region,
    ...durations(testType, testMs, rampMs),
  }
}

function entryFault(issue: z.core.$ZodIssue): string {
  const key = issue.path.length === 0 ? 'the entry' : `'${issue.path.join('.')}'`
  if (issue.code === 'unrecognized_keys') {
    return `unknown key ${issue.keys.map((name) => `'${name}'`).join(', ')}; known are ${SINGLE.map((name) => `'${name}'`).join(', ')}.`
  }
  if (issue.code === 'invalid_value') return `${key} must be one of ${issue.values.map(String).join(', ')}.`
  const kinds: Record<string, string> = {
    'virtual-users': 'a whole number of at least 1',
    'test-duration': WHOLE_SECONDS,
    'ramp-duration': WHOLE_SECONDS,
  }
  const kind =
    issue.path.length === 0 ? 'a mapping' : (kinds[String(issue.path[0])] ?? 'a text that is not empty')
  return `${key} must be ${kind}.`
}

function entryDuration(where: string, text: string | null | undefined, faults: string[]): number | undefined {
  if (text === undefined || text === null || text === '') return undefined
  const ms = wholeSeconds(text)
  if (ms === undefined) faults.push(`${where} must be ${WHOLE_SECONDS}, got '${text}'.`)
  return ms
}

function testType(text: string): TestType | undefined {
  return TEST_TYPES.find((type) => type === text)
}

function wholeSeconds(text: string): number | undefined {
  const ms = durationWithin(text, 1000, 365 * DAY_MS)
  return ms !== undefined && ms % 1000 === 0 ? ms : undefined
}
