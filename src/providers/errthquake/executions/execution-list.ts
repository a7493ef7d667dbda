import * as z from 'zod/mini'
import { readLocatedYaml, type Located } from '../../../formats/located-yaml.ts'
import {
  durationFaults,
  durations,
  rampFaults,
  EXECUTION_KEYS,
  TEST_TYPES,
  WHOLE_SECONDS,
  wholeSeconds,
  type Execution,
} from './execution.ts'

const MAX_EXECUTIONS = 100
/** Each has at most seven keys. */
const MOST_VALUES = 10 * MAX_EXECUTIONS

/** The list in the input `executions`, and its faults. */
export async function executionsOfDocument(
  text: string,
): Promise<{ executions: Execution[]; faults: string[] }> {
  const document = await readLocatedYaml(text, MOST_VALUES)
  if ('faults' in document) {
    const [fault] = document.faults
    const what = document.refused ? 'cannot be read' : 'is not YAML or JSON'
    const where = fault === undefined ? '' : ` (line ${fault.line}, column ${fault.column})`
    return { executions: [], faults: [`Input 'executions' ${what}: ${fault?.message ?? ''}${where}`] }
  }
  const list = plainOf(document.root)
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_EXECUTIONS) {
    const fault = `Input 'executions' must be a list of 1 to ${MAX_EXECUTIONS} execution documents.`
    return { executions: [], faults: [fault] }
  }
  const faults: string[] = []
  const executions = list.flatMap((entry, index) => executionOfEntry(entry, index + 1, faults) ?? [])
  return { executions, faults }
}

function plainOf(value: Located): unknown {
  if (value.kind === 'list') return value.items.map(plainOf)
  if (value.kind === 'map')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]))
  return value.value
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
    return `unknown key ${issue.keys.map((name) => `'${name}'`).join(', ')}; known keys are ${EXECUTION_KEYS.map((name) => `'${name}'`).join(', ')}.`
  }
  if (issue.code === 'invalid_value') return `${key} must be one of ${issue.values.map(String).join(', ')}.`
  const kinds: Record<string, string> = {
    'virtual-users': 'a whole number of at least 1',
    'test-duration': WHOLE_SECONDS,
    'ramp-duration': WHOLE_SECONDS,
  }
  const kind = issue.path.length === 0 ? 'a mapping' : (kinds[String(issue.path[0])] ?? 'a non-empty text')
  return `${key} must be ${kind}.`
}

function entryDuration(where: string, text: string | null | undefined, faults: string[]): number | undefined {
  if (text === undefined || text === null || text === '') return undefined
  const ms = wholeSeconds(text)
  if (ms === undefined) faults.push(`${where} must be ${WHOLE_SECONDS}, got '${text}'.`)
  return ms
}
