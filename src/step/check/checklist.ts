import { GateError, messageOf } from '../../foundation/errors.ts'
import { oneLine } from '../../foundation/one-line.ts'

/** The result of one check before the start; `unknown` if only the run itself can tell. */
export interface Check {
  state: 'passed' | 'failed' | 'unknown'
  /** What is correct, or what is wrong and how to fix it. */
  text: string
}

export const passed = (text: string): Check => ({ state: 'passed', text })
export const failed = (text: string): Check => ({ state: 'failed', text })
export const unknown = (text: string): Check => ({ state: 'unknown', text })

const SIGNS: Record<Check['state'], string> = { passed: '✓', failed: '✗', unknown: '?' }
const MOST_CHARACTERS = 600

/**
 * The list that mode `check` prints, one line per check. Failed checks are last, because readers of a log
 * look at its end first.
 */
export function checklistLines(checks: readonly Check[]): string[] {
  const order: Check['state'][] = ['passed', 'unknown', 'failed']
  return checks
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ state, text }) => `${SIGNS[state]} ${oneLine(text, MOST_CHARACTERS)}`)
}

/** The faults of one error, each as a failed check. */
export function checksOfError(error: unknown): Check[] {
  const faults = error instanceof GateError ? error.faults : []
  return faults.length === 0 ? [failed(messageOf(error))] : faults.map(failed)
}

/** The error of mode `check`: how many checks failed, and which; undefined if none did. */
export function failureOfChecks(service: unknown, checks: readonly Check[]): GateError | undefined {
  const faults = checks.filter(({ state }) => state === 'failed').map(({ text }) => text)
  if (faults.length === 0) return undefined
  const reason = service instanceof GateError ? service.reason : 'preflight'
  const of = `${faults.length} of ${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`
  return new GateError(reason, `${of} failed:${listOf(faults)}`, { faults })
}

/** One error for everything that the service refused and that failed here; undefined if nothing failed. */
export function refusalOf(service: unknown, checks: readonly Check[]): unknown {
  const faults = checks.filter(({ state }) => state === 'failed').map(({ text }) => text)
  if (faults.length === 0) return service
  const list = listOf(faults)
  if (service !== undefined) {
    const reason = service instanceof GateError ? service.reason : 'preflight'
    return new GateError(reason, `${messageOf(service)}${list}`, { cause: service })
  }
  return new GateError(
    'preflight',
    faults.length === 1 ? `Nothing was started: ${faults[0]}` : `Nothing was started:${list}`,
  )
}

function listOf(faults: readonly string[]): string {
  return faults.map((fault) => `\n- ${fault}`).join('')
}
