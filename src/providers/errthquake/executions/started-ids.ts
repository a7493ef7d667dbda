import type { StartAnswer } from '../../provider.ts'
import { reportedError } from '../../reported-error.ts'
import type { ErrthquakeInputs } from '../inputs.ts'
import { plannedErrthquake } from './planned.ts'

export interface StartedIds {
  ids: string[]
  /** True if no field says that these are ids: they only look like ids. */
  isGuess: boolean
}

/** More than one request can start, and no response names them. */
const MAX_GUESSES = 64
const MAX_DEPTH = 5

/**
 * The ids of the started tests. The documented `map{ "id", <test id> }` leaves the form open; accepted are
 * `{"id": "…"}`, `{"id": ["…"]}`, and a list of such objects. In any other form, such as a list of ids, a map
 * of names to ids, or a map of ids to documents, every word that looks like an id is a guess.
 */
export function startedIds(json: unknown): StartedIds {
  const named = unique(namedIds(json))
  const guesses = named.length > 0 ? [] : unique(words(json).filter(isDocumentedId)).slice(0, MAX_GUESSES)
  const fault = [json, ...(Array.isArray(json) ? json : [])]
    .map(reportedError)
    .find((text) => text !== undefined)
  if (fault !== undefined) throw new Error(`${fault}; it contains no test id`)
  if (named.length + guesses.length === 0) throw new Error('it contains no test id')
  return { ids: [...named, ...guesses], isGuess: named.length === 0 }
}

function namedIds(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((item) => namedIds(item, depth + 1))
  const { id, ...others } = value as Record<string, unknown>
  if (id !== undefined) return (Array.isArray(id) ? id : [id]).filter(isTestId)
  return Object.values(others).flatMap((item) => namedIds(item, depth + 1))
}

/** All texts and field names. */
function words(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((item) => words(item, depth + 1))
  return Object.entries(value).flatMap(([name, item]) => [name, ...words(item, depth + 1)])
}

function isDocumentedId(word: string): boolean {
  return /^[A-Za-z0-9]{8}$/.test(word)
}

/** Documented as 8 alphanumeric characters; if a field says that it is an id, a few more are accepted. */
function isTestId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{4,64}$/.test(value)
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}

/** The response to the step; says so if it does not name every execution. */
export function startAnswer(ids: string[], inputs: ErrthquakeInputs): StartAnswer {
  const { executions } = inputs
  const planned = plannedErrthquake(inputs)
  const incomplete =
    ids.length === executions.length
      ? {}
      : {
          incomplete:
            `${executions.length} executions were submitted, but the service responded with ${ids.length} id${ids.length === 1 ? '' : 's'}. ` +
            `Certainly started: ${ids.join(', ')}. Check the workspace in Errthquake, and stop what should not run.`,
        }
  return { executions: ids.map((id, index) => ({ label: '', ...planned[index], id })), ...incomplete }
}
