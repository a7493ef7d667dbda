import {
  BASE_URL_ALLOWED,
  anyText,
  baseUrl,
  durationWithin,
  field,
  headerCredential,
  optional,
  wholeNumber,
  type FieldValue,
  type InputFault,
} from '../../foundation/fields.ts'
import {
  parametersOf,
  secretsInLines,
  type Parameter,
  type ParameterRules,
} from '../../formats/parameter-lines.ts'
import type { Asked } from '../service.ts'
import type { Checkout } from './assets/checkout.ts'
import { isOfCheckout } from './assets/checkout-file.ts'
import { VARIABLE_NAME } from './assets/file-words.ts'
import {
  DAY_MS,
  durationFaults,
  durations,
  rampFaults,
  EXECUTION_KEYS,
  TEST_TYPES,
  testType,
  WHOLE_SECONDS,
  wholeSeconds,
  type Execution,
} from './executions/execution.ts'

export const ERRTHQUAKE_FIELDS = {
  'errthquake-url': field(BASE_URL_ALLOWED, (text) =>
    baseUrl(text === '' ? 'https://api.errthquake.com' : text),
  ),
  'errthquake-token': headerCredential,
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
  'test-objects': anyText,
  'test-variables': anyText,
  executions: anyText,
  'stop-after': optional("a duration from 1s to 24h such as '10m'", (text) =>
    durationWithin(text, 1000, DAY_MS),
  ),
}

export interface ErrthquakeInputs {
  url: string
  token: string
  workspace?: string
  executions: Execution[]
  /** The values for a configuration from the checkout. */
  variables: Parameter[]
  /** The files that are in the checkout; absent if there are none, or if they were not read. */
  checkout?: Checkout
  /** Interactive tests end this long after their start. */
  stopAfterMs?: number
}

const VARIABLES: ParameterRules = {
  input: 'test-variables',
  names: {
    allowed: "the name of a variable (letters, digits, '_', '.' and '-', and no digit first)",
    pattern: VARIABLE_NAME,
  },
}

export type ErrthquakeFields = {
  [K in keyof typeof ERRTHQUAKE_FIELDS]: FieldValue<(typeof ERRTHQUAKE_FIELDS)[K]>
}

/** The execution documents and the faults of the inputs together. */
export async function errthquakeInputs(
  fields: ErrthquakeFields,
  { starts, workspace: checkedOut }: Pick<Asked, 'starts' | 'workspace'>,
): Promise<{ inputs: ErrthquakeInputs; faults: InputFault[] }> {
  const faults: InputFault[] = []
  if (fields['errthquake-token'] === '') {
    faults.push({
      about: ['errthquake-token'],
      text: "Input 'errthquake-token' is required for provider errthquake: the complete Authorization value.",
      lacksSecret: true,
    })
  }
  // A step that attaches may describe the run, so that an early end or another load is noticed, but it
  // doesn't have to.
  const described = fields.executions !== '' || givenSingly(fields).length > 0
  const executions = starts || described ? await executionsOf(fields, faults) : []
  const stopAfterMs = fields['stop-after'].value
  faults.push(...stopFaults(executions, stopAfterMs))
  const { parameters: variables, faults: inLines } = parametersOf(fields['test-variables'], VARIABLES)
  faults.push(...inLines)
  const checkout =
    checkedOut === undefined ? undefined : await checkoutOf(fields, { executions, variables }, checkedOut)
  faults.push(...(checkout?.faults ?? []))
  const workspace = fields['errthquake-workspace'].value
  const inputs = {
    url: fields['errthquake-url'],
    token: fields['errthquake-token'],
    executions,
    variables,
    ...(workspace !== undefined && { workspace }),
    ...(checkout !== undefined && { checkout }),
    ...(stopAfterMs !== undefined && { stopAfterMs }),
  }
  return { inputs, faults }
}

function stopFaults(executions: readonly Execution[], stopAfterMs: number | undefined): InputFault[] {
  if (executions.length === 0) return []
  const interactive = executions.some((execution) => execution.testType === 'interactive')
  if (interactive === (stopAfterMs !== undefined)) return []
  if (interactive) {
    const text = "Input 'stop-after' is required for interactive tests: they run until they are stopped."
    return [{ about: ['stop-after'], text }]
  }
  const text = "Input 'stop-after' is only for interactive tests; use 'test-duration' or 'timeout' instead."
  return [{ about: ['stop-after', 'test-duration', 'timeout'], text }]
}

/** The files of the checkout that the executions name; reads them. */
async function checkoutOf(
  fields: ErrthquakeFields,
  { executions, variables }: Pick<ErrthquakeInputs, 'executions' | 'variables'>,
  workspace: string,
): Promise<Checkout | undefined> {
  const objects = fields['test-objects']
  const isUsed = executions.some((one) => isOfCheckout(one.testInput) || isOfCheckout(one.testConfig))
  if (!isUsed && objects === '' && variables.length === 0) return undefined
  const { readCheckout } = await import('./assets/checkout.ts')
  return await readCheckout({ executions, isListed: fields.executions !== '', objects, variables, workspace })
}

/**
 * Secret variables, the account's value, and its two parts: the service expects `xxxxxxxx= yyyyyyyy…`, and a
 * log may show only one part.
 */
export function errthquakeSecrets(input: (name: string) => string): string[] {
  const token = input('errthquake-token')
  return [token, ...token.split(/\s+/), ...secretsInLines(input('test-variables'))]
}

/** Those of the seven inputs that are set. */
function givenSingly(fields: ErrthquakeFields): (typeof EXECUTION_KEYS)[number][] {
  return EXECUTION_KEYS.filter((name) => {
    const value = fields[name]
    return isOptional(value) ? value.value !== undefined : value !== ''
  })
}

async function executionsOf(fields: ErrthquakeFields, faults: InputFault[]): Promise<Execution[]> {
  const given = givenSingly(fields)
  if (fields.executions === '') return executionsOfInputs(fields, faults)
  if (given.length > 0) {
    faults.push({
      about: ['executions', ...given],
      text: `Input 'executions' replaces ${given.map((name) => `'${name}'`).join(', ')}: use one or the other.`,
    })
    return []
  }
  const { executionsOfDocument } = await import('./executions/execution-list.ts')
  const { executions, faults: inDocument } = await executionsOfDocument(fields.executions)
  faults.push(...inDocument.map((text) => ({ about: ['executions'], text })))
  return executions
}

function isOptional(value: unknown): value is { value?: unknown } {
  return typeof value === 'object'
}

function executionsOfInputs(fields: ErrthquakeFields, faults: InputFault[]): Execution[] {
  const required = ['test-input', 'test-config', 'virtual-users', 'region'] as const
  for (const name of required) {
    const value = fields[name]
    if (isOptional(value) ? value.value === undefined : value === '') {
      faults.push({
        about: [name, 'executions'],
        text: `Input '${name}' is required for provider errthquake (or a list in 'executions').`,
      })
    }
  }
  const regions = fields.region.split(',').map((region) => region.trim())
  if (fields.region !== '' && regions.includes(''))
    faults.push({ about: ['region'], text: "Input 'region' has an empty entry between its commas." })
  const testType = fields['test-type'].value ?? 'duration'
  const [testMs, rampMs] = [fields['test-duration'].value, fields['ramp-duration'].value]
  const add = (name: string, texts: string[]): void =>
    void faults.push(...texts.map((text) => ({ about: [name], text })))
  add('test-duration', durationFaults("Input 'test-duration'", testType, testMs !== undefined))
  add('ramp-duration', rampFaults("Input 'ramp-duration'", rampMs, testMs))
  return regions.map((region) => ({
    testInput: fields['test-input'],
    testConfig: fields['test-config'],
    virtualUsers: fields['virtual-users'].value ?? 0,
    testType,
    region,
    ...durations(testType, testMs, rampMs),
  }))
}
