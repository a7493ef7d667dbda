import type { Assumption } from '../../src/providers/assumption.ts'
import { STATES } from '../../src/providers/xtc/contracts/contract.ts'
import { fieldsOf } from '../contract/schema-fields.ts'
import { observationsOf } from './learned.ts'
import { ANOTHER_ORIGIN, SHOWN_HEADERS, type Observation } from './observation.ts'

const FINAL = Object.entries(STATES)
  .filter(([, stage]) => stage === 'finished' || stage === 'aborted' || stage === 'failed')
  .map(([state]) => state)

/** What no document states: times, headers, and fields that the client does not read. One line each. */
export function factsOf(assumptions: readonly Assumption[], observations: readonly Observation[]): string[] {
  const named = (name: string): Observation[] =>
    assumptions
      .filter((assumption) => assumption.name === name)
      .flatMap((assumption) => observationsOf(assumption, observations))
  const polls = named('poll the state').filter(({ status }) => status === 200)
  const files = (['report', 'result'] as const).map((kind) => ({
    kind,
    seen: named(`download the ${kind} archive`),
  }))
  return [
    ...tokenFacts(named('get a token')),
    ...stateFacts(polls),
    ...files.flatMap(({ kind, seen }) => archiveFacts(kind, seen, polls)),
    ...elsewhere(observations.filter(({ path }) => path === ANOTHER_ORIGIN)),
    ...assumptions.flatMap((assumption) => unreadFields(assumption, observations)),
  ]
}

function tokenFacts(seen: readonly Observation[]): string[] {
  const lives = [...new Set(seen.flatMap(({ tokenLifeSeconds }) => tokenLifeSeconds ?? []))]
  const life = lives.length === 0 ? 'not said' : `${lives.join(' and ')} s`
  return [`Token lifetime: ${life}; ${seen.length} tokens requested.`]
}

function stateFacts(polls: readonly Observation[]): string[] {
  const beganMs = polls[0]?.startedAtMs ?? 0
  const changes = polls.filter((poll, index) => poll.states[0] !== polls[index - 1]?.states[0])
  const steps = changes.map(
    ({ states, startedAtMs }) => `${states[0] ?? '(none)'} at ${secondsSince(beganMs, startedAtMs)}`,
  )
  return [`States: ${steps.join(', ') || 'none seen'}; ${polls.length} polls.`]
}

function archiveFacts(kind: string, seen: readonly Observation[], polls: readonly Observation[]): string[] {
  const end = polls.find(({ states }) => states.some((state) => FINAL.includes(state)))
  const available = seen.find(({ status }) => status >= 200 && status < 400)
  const waits = seen.filter(({ status }) => status >= 400).length
  if (end === undefined || available === undefined)
    return [`The ${kind} archive: not received from its endpoint in ${seen.length} requests.`]
  const afterEnd = end.endTimeMs === undefined || end.endTimeMs === 0 ? end.startedAtMs : end.endTimeMs
  return [
    `The ${kind} archive: available ${secondsSince(afterEnd, available.startedAtMs)} after the end, ${waits} rejected requests before; ${bytesOf(available)}.`,
    `The ${kind} archive's headers: ${headersOf(available)}.`,
  ]
}

function elsewhere(seen: readonly Observation[]): string[] {
  return seen.map((one) => `From another origin: status ${one.status}, ${bytesOf(one)}; ${headersOf(one)}.`)
}

function bytesOf({ bodyBytes }: Observation): string {
  return `${bodyBytes} bytes received`
}

/** Values are shown only if they are informative by themselves. */
function headersOf({ headers }: Observation): string {
  const withValue = ['content-type', 'content-length', 'content-encoding', 'accept-ranges']
  return SHOWN_HEADERS.filter((name) => name !== 'retry-after')
    .map((name) => {
      const value = headers[name]
      if (value === undefined) return `no ${name}`
      return withValue.includes(name) ? `${name} ${value}` : name
    })
    .join(', ')
}

function unreadFields(assumption: Assumption, observations: readonly Observation[]): string[] {
  const { answer, name } = assumption
  if (answer.kind !== 'json') return []
  const known = new Set(fieldsOf(answer.schema).keys())
  const good = observationsOf(assumption, observations).filter(({ status }) => status >= 200 && status < 300)
  const places = [...new Set(good.flatMap(({ types }) => Object.keys(types)))]
  // The list that contains fields that are read is not itself an unread field.
  const unread = places.filter(
    (place) => ![...known].some((one) => one === place || one.startsWith(`${place}.`)),
  )
  return unread.length === 0 ? [] : [`Not read by '${name}': ${unread.slice(0, 40).join(', ')}.`]
}

function secondsSince(fromMs: number, toMs: number): string {
  return `${((toMs - fromMs) / 1000).toFixed(1)} s`
}
