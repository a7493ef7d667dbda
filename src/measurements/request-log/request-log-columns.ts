/** How a column is read. From `FIRST_NUMBER` on, the value is a place in the scanner's row of numbers. */
export const SKIP = 0
export const LABEL = 1
export const TIME = 2
/** Read only for samples of failed requests. */
export const URL_SAMPLE = 3
/** The virtual user that sent the request. */
export const CLIENT = 4
export const FIRST_NUMBER = 5

/**
 * The columns by their place in a row of numbers: first time, duration and bytes, at the places that
 * `TimingAccumulator` expects.
 */
export const ROW = ['time', 'msec_duration', 'req_bytes', 'resp_bytes', 'status', 'mb_memused', 'pct_cpuidle']
export const STATUS = 4
export const MEMORY_USED = 5
export const CPU_IDLE = 6

const REQUIRED = ['command', 'status', 'msec_duration']
/** The order of columns in the service's documentation, for logs without a header. */
const DOCUMENTED =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'.split(
    ',',
  )

export interface LogColumns {
  /** How each column is read, in the order of the file. */
  roles: Uint8Array
  /** False if the first line is a request: then the columns are the documented ones. */
  hasHeader: boolean
  hasTime: boolean
}

/**
 * Finds the columns from the fields of the first line. Throws an error that names the missing and the
 * existing columns if it cannot.
 */
export function logColumnsOf(firstLine: string[]): LogColumns {
  const names = firstLine.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  if (looksLikeRequest(names)) return columnsOf(DOCUMENTED, false)
  const missing = REQUIRED.filter((name) => !names.includes(name))
  if (missing.length === 0) return columnsOf(names, true)
  const found = names
    .map((name) => JSON.stringify(name.slice(0, 40)))
    .slice(0, 20)
    .join(', ')
  throw new Error(
    `The request log has no column ${missing.map((name) => `"${name}"`).join(', ')}; its first line has ${found}.`,
  )
}

function looksLikeRequest(fields: string[]): boolean {
  const status = fields[DOCUMENTED.indexOf('status')] ?? ''
  const duration = fields[DOCUMENTED.indexOf('msec_duration')] ?? ''
  return fields.length === DOCUMENTED.length && /^\d+$/.test(status) && /^\d+(\.\d+)?$/.test(duration)
}

function columnsOf(names: string[], hasHeader: boolean): LogColumns {
  const roles = Uint8Array.from(names, (name, i) => (names.indexOf(name) === i ? roleOf(name) : SKIP))
  return { roles, hasHeader, hasTime: names.includes('time') }
}

function roleOf(name: string): number {
  if (name === 'command') return LABEL
  if (name === 'time') return TIME
  if (name === 'url') return URL_SAMPLE
  if (name === 'client_id') return CLIENT
  const place = ROW.indexOf(name)
  return place < 0 ? SKIP : FIRST_NUMBER + place
}
