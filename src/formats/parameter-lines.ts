import { createHmac } from 'node:crypto'
import type { InputFault } from '../foundation/fields.ts'
import { oneLine } from '../foundation/one-line.ts'

/** A parameter that is set for one run only. */
export interface Parameter {
  name: string
  value: string
  isSecret: boolean
}

/** How an input names its parameters. */
export interface ParameterRules {
  input: string
  /** What a name may look like, as text and as a pattern. */
  names: { allowed: string; pattern: RegExp }
}

/**
 * A parameter as it is written to files: a secret value is replaced by a hash that cannot be computed without
 * the credential.
 */
export type RecordedParameter = { name: string; value: string } | { name: string; secretHash: string }

const MOST_PARAMETERS = 200
const MOST_CHARACTERS = 10_000
const SECRET = 'secret:'
/** A shorter secret cannot be masked. */
const SHORTEST_SECRET = 8

/** Lines `name=value` and `secret:name=value`; lines that are empty or begin with `#` are left out. */
export function parametersOf(
  text: string,
  { input, names }: ParameterRules,
): { parameters: Parameter[]; faults: InputFault[] } {
  const parameters: Parameter[] = []
  const faults: InputFault[] = []
  const seen = new Set<string>()
  const fault = (line: number, what: string, lacksSecret = false): void =>
    void faults.push({
      about: [input],
      text: `Input '${input}', line ${line}: ${what}`,
      ...(lacksSecret && { lacksSecret: true as const }),
    })
  for (const { line, ...parameter } of readLines(text)) {
    const { name, value, isSecret } = parameter
    if (value === undefined) fault(line, `there is no '='. Write 'name=value' or 'secret:name=value'.`)
    else if (!names.pattern.test(name)) fault(line, `the name must be ${names.allowed}.`)
    else if (seen.has(name)) fault(line, `'${oneLine(name, 60)}' is set more than once.`)
    else if (value.length > MOST_CHARACTERS)
      fault(line, `the value is longer than ${MOST_CHARACTERS} characters.`)
    else if (isSecret && value === '') fault(line, `the secret '${oneLine(name, 60)}' is empty.`, true)
    else if (isSecret && value.length < SHORTEST_SECRET)
      fault(
        line,
        `the secret '${oneLine(name, 60)}' has fewer than ${SHORTEST_SECRET} characters, so it cannot be masked. Use a longer one.`,
      )
    else parameters.push({ name, value, isSecret })
    seen.add(name)
  }
  if (parameters.length > MOST_PARAMETERS)
    faults.push({ about: [input], text: `Input '${input}' has more than ${MOST_PARAMETERS} lines.` })
  return { parameters, faults }
}

/** Every value that must not be shown, also in lines with faults. */
export function secretsInLines(text: string): string[] {
  return readLines(text).flatMap(({ isSecret, value }) => (isSecret ? (value ?? []) : []))
}

/** For files. The hash includes the name, so that nobody can see which secrets are equal. */
export function recordedParameters(
  parameters: readonly Parameter[],
  credential: string,
): RecordedParameter[] {
  return parameters
    .map(({ name, value, isSecret }): RecordedParameter => {
      if (!isSecret) return { name, value }
      const text = JSON.stringify(['load-test-gate parameter', name, value])
      return { name, secretHash: createHmac('sha256', credential).update(text).digest('hex').slice(0, 32) }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** For people: `users=5, password=***`. */
export function parametersText(parameters: readonly Parameter[]): string {
  return parameters
    .map(({ name, value, isSecret }) => `${oneLine(name, 100)}=${isSecret ? '***' : oneLine(value, 100)}`)
    .join(', ')
}

interface ReadLine {
  /** Counted from 1. */
  line: number
  name: string
  /** Absent if there is no `=`. */
  value?: string
  isSecret: boolean
}

function readLines(text: string): ReadLine[] {
  return text.split('\n').flatMap((whole, index) => {
    const trimmed = whole.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const isSecret = trimmed.startsWith(SECRET)
    const rest = isSecret ? trimmed.slice(SECRET.length) : trimmed
    const at = rest.indexOf('=')
    return {
      line: index + 1,
      name: (at === -1 ? rest : rest.slice(0, at)).trim(),
      ...(at !== -1 && { value: rest.slice(at + 1).trim() }),
      isSecret,
    }
  })
}
