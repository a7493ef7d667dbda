export interface ExecutionDocument {
  'test-input': string
  'test-config': string
  'virtual-users': number
  'test-duration': string
  'ramp-duration': string
  'test-type': string
  region: string
}

export interface ExecutionLimits {
  inputs: readonly string[]
  configs: readonly string[]
  regions: readonly string[]
  maxVirtualUsers: number
  maxDurationMs: number
}

const KEYS: readonly string[] = [
  'test-input',
  'test-config',
  'virtual-users',
  'test-duration',
  'ramp-duration',
  'test-type',
  'region',
]

/** Milliseconds of a duration in the documented form `XmYs`; undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const found = /^(\d+)m(\d+)s$/.exec(text)
  return found === null ? undefined : (Number(found[1]) * 60 + Number(found[2])) * 1000
}

/** What is wrong with an execution document; undefined if nothing is. */
export function executionFault(document: unknown, limits: ExecutionLimits): string | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return 'not an object'
  const fields = document as Record<string, unknown>
  const missing = KEYS.filter((key) => !(key in fields))
  if (missing.length > 0) return `missing: ${missing.join(', ')}`
  const unknown = Object.keys(fields).filter((key) => !KEYS.includes(key))
  if (unknown.length > 0) return `unknown: ${unknown.join(', ')}`
  return typeFault(fields) ?? valueFault(fields as unknown as ExecutionDocument, limits)
}

function typeFault(fields: Record<string, unknown>): string | undefined {
  for (const key of KEYS) {
    if (key === 'virtual-users') {
      if (!Number.isInteger(fields[key])) return 'virtual-users must be an integer'
    } else if (typeof fields[key] !== 'string') {
      return `${key} must be a string`
    }
  }
  return undefined
}

function valueFault(document: ExecutionDocument, limits: ExecutionLimits): string | undefined {
  if (!limits.inputs.includes(document['test-input'])) return 'unknown test-input'
  if (!limits.configs.includes(document['test-config'])) return 'unknown test-config'
  if (!limits.regions.includes(document.region)) return 'unknown region'
  const users = document['virtual-users']
  if (users < 1 || users > limits.maxVirtualUsers) return 'virtual-users out of bounds'
  return durationFault(document, limits)
}

function durationFault(document: ExecutionDocument, limits: ExecutionLimits): string | undefined {
  const type = document['test-type']
  if (type !== 'duration' && type !== 'benchmark' && type !== 'interactive') return 'unknown test-type'
  const ramp = document['ramp-duration']
  const rampMs = ramp === '' ? 0 : durationMs(ramp)
  if (rampMs === undefined) return 'ramp-duration must be empty or of the form XmYs'
  if (type !== 'duration') {
    return document['test-duration'] === '' ? undefined : `test-duration must be empty for ${type} tests`
  }
  const testMs = durationMs(document['test-duration'])
  if (testMs === undefined || testMs === 0) return 'test-duration must be of the form XmYs'
  if (testMs > limits.maxDurationMs) return 'test-duration is longer than allowed'
  return rampMs > testMs ? 'ramp-duration is longer than test-duration' : undefined
}
