/** One exchange with the service, as far as it may be shown: shapes and a few facts, never the contents of answers. */
export interface Observation {
  startedAtMs: number
  endedAtMs: number
  method: string
  /** Without the query; `(another origin)` where it leads away, since nobody can say what such a path holds. */
  path: string
  queryNames: string[]
  status: number
  headers: Record<string, string>
  bodyBytes: number
  /** Types by place, such as `data.items[].id`; only of JSON. */
  types: Record<string, string[]>
  /** What stands in fields called `state`. */
  states: string[]
  /** Latest of the fields called `endTime`. */
  endTimeMs?: number
  tokenLifeSeconds?: number
}

export const ANOTHER_ORIGIN = '(another origin)'

/** The headers that tell how a file can be checked, or how long to wait. None of them can hold a secret. */
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
