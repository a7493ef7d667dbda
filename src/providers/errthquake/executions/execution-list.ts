import * as z from 'zod/mini'
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

/** The list in the input `executions`. */
export async function executionsOfDocument(text: string, faults: string[]): Promise<Execution[]> {
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
    return `unknown key ${issue.keys.map((name) => `'${name}'`).join(', ')}; known are ${EXECUTION_KEYS.map((name) => `'${name}'`).join(', ')}.`
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
