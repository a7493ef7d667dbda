/** What a column is read as. Numbers from `FIRST_NUMBER` on are places in the scanner's row of numbers. */
export const SKIP = 0
export const LABEL = 1
export const TIME = 2
/** Of which only samples of failed requests are read. */
export const URL_SAMPLE = 3
export const FIRST_NUMBER = 4

/** Columns by their place in a row of numbers: first time, duration and bytes, where `TimingAccumulator` wants them. */
export const ROW = ['time', 'msec_duration', 'req_bytes', 'resp_bytes', 'status', 'mb_memused', 'pct_cpuidle']
export const STATUS = 4
export const MEMORY_USED = 5
export const CPU_IDLE = 6

const REQUIRED = ['command', 'status', 'msec_duration']
/** The order in which the service's documentation lists the columns; used when a log has no header. */
const DOCUMENTED =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'.split(
    ',',
  )

export interface LogColumns {
  /** What each column is read as, in the order of the file. */
  roles: Uint8Array
  /** False when the first line is a request: the columns are then the documented ones. */
  hasHeader: boolean
  hasTime: boolean
}

/** The columns out of the fields of the first line. Throws, naming what is missing and what was found, if it cannot tell. */
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
  const place = ROW.indexOf(name)
  return place < 0 ? SKIP : FIRST_NUMBER + place
}
