/**
 * One exchange with the service, reduced to what may be shown: shapes and a few facts, never the contents of
 * responses.
 */
export interface Observation {
  startedAtMs: number
  endedAtMs: number
  method: string
  /** Without the query; `(another origin)` if it is at another origin, where a path may contain anything. */
  path: string
  queryNames: string[]
  status: number
  headers: Record<string, string>
  bodyBytes: number
  /** Types by place, such as `data.items[].id`; only for JSON. */
  types: Record<string, string[]>
  /** The values of fields called `state`. */
  states: string[]
  /** The latest value of the fields called `endTime`. */
  endTimeMs?: number
  tokenLifeSeconds?: number
}

export const ANOTHER_ORIGIN = '(another origin)'

/** Headers that show how a file can be verified, or how long to wait. None of them can contain a secret. */
export const SHOWN_HEADERS = [
  'content-type',
  'content-length',
  'content-encoding',
  'accept-ranges',
  'etag',
  'digest',
  'content-digest',
  'repr-digest',
  'content-md5',
  'last-modified',
  'retry-after',
] as const
