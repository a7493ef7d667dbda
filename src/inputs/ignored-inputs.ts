import type { Field, InputFault } from '../foundation/fields.ts'
import type { Service } from '../providers/service.ts'

/** Inputs shared by all services that a mode does not use; the services' own inputs are handled below. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  start: ['on-timeout', 'artifacts', 'artifact-name', 'artifact-format', 'retention-days'],
  wait: ['on-rerun'],
  judge: ['timeout', 'on-timeout', 'on-cancel', 'on-rerun', 'poll-interval', 'max-minutes'],
}

interface Given {
  mode: string
  service: Service | undefined
  services: readonly Service[]
  fields: Readonly<Record<string, Field<unknown>>>
  /** Values of the fields, as they were read. */
  parsed: Readonly<Record<string, unknown>>
}

/**
 * Inputs that would have no effect, although whoever sets one expects something. The runner passes defaults
 * as if they were set, so a value that means the same as no value counts as not given.
 */
export function ignoredInputs({ mode, service, services, fields, parsed }: Given): InputFault[] {
  const given = (name: string): boolean => {
    const field = fields[name]
    return field !== undefined && JSON.stringify(parsed[name]) !== JSON.stringify(field.read(''))
  }
  const faults: InputFault[] = []
  const refuse = (names: readonly string[], why: string): void => {
    const told = names.filter(given)
    if (told.length === 0) return
    const those = told.map((name) => `'${name}'`).join(', ')
    const [subject, them] = told.length === 1 ? [`Input ${those} is`, 'it'] : [`Inputs ${those} are`, 'them']
    faults.push({ about: told, text: `${subject} ${why}: remove ${them}.` })
  }
  for (const other of services) {
    const own = Object.keys(other.fields)
    if (mode === 'judge') refuse(own, `not used in mode judge, which contacts no service`)
    else if (service !== undefined && other !== service)
      refuse(own, `for provider ${other.name}, but provider is ${service.name}`)
    else if (mode === 'wait') refuse(other.onlyToStart ?? [], 'not used in mode wait, which starts nothing')
  }
  refuse(IGNORED[mode] ?? [], `not used in mode ${mode}`)
  return faults
}
