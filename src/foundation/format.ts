/** Numbers for people: the same everywhere, whatever the locale of the machine. */

/** Measured durations: `8.25 ms`, `412 ms`, `1.24 s`, `12.4 s`, `1 m 05 s`, `1 h 30 m`, `2 d 3 h`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return '–'
  if (ms < 0) return '−' + formatDuration(-ms)
  if (Math.round(ms) < 1000) return `${significant(ms, 3)} ms`
  if (ms < 59_950) return `${significant(ms / 1000, 3)} s`
  return formatLongDuration(Math.round(ms / 1000))
}

/** Planned durations and waits, where fractions of a second don't matter: `250 ms`, `8 s`, `12 m 05 s`. */
export function formatSpan(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : formatLongDuration(seconds)
}

function formatLongDuration(seconds: number): string {
  if (seconds < 3600) return twoUnits(Math.floor(seconds / 60), 'm', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 48 * 60) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'm')
  const hours = Math.round(minutes / 60)
  return twoUnits(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  if (small === 0) return `${large} ${largeUnit}`
  return `${large} ${largeUnit} ${String(small).padStart(smallUnit === 'h' ? 1 : 2, '0')} ${smallUnit}`
}

/** `1,234,567`; fractions are rounded away. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return '–'
  const digits = Math.abs(Math.round(count)).toString()
  const grouped = digits.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return count < 0 && digits !== '0' ? '−' + grouped : grouped
}

/** `1 criterion`, `2 criteria`. */
export function formatCounted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** `0.42%`, `12.3%`, `100%`; a share above zero is never shown as zero. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return '–'
  const percent = share * 100
  if (percent === 0) return '0%'
  if (percent > 0 && percent < 0.01) return '< 0.01%'
  // Nor is a share below 100% shown as 100%.
  if (percent < 100 && percent >= 99.995) return '> 99.99%'
  if (Math.abs(percent) < 10 || percent > 99.9) return `${trimZeros(percent.toFixed(2))}%`
  return `${trimZeros(percent.toFixed(1))}%`
}

/** `12.4/s`; rates below one in ten seconds are shown per minute. */
export function formatRate(perSecond: number): string {
  if (!Number.isFinite(perSecond)) return '–'
  if (perSecond > 0 && perSecond < 0.1) return `${significant(perSecond * 60, 3)}/min`
  if (perSecond >= 1000) return `${formatCount(perSecond)}/s`
  return `${significant(perSecond, 3)}/s`
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** `512 B`, `1.5 kB`, `2.34 GB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return '–'
  let value = bytes
  let unit = 0
  // 999.5 would round to `1000 kB`.
  while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? Math.round(value) : significant(value, 3)} ${BYTE_UNITS[unit]}`
}

/** `2026-11-22 10:09 UTC`. */
export function formatTime(ms: number): string {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return '–'
  return date.toISOString().slice(0, 16).replace('T', ' ') + ' UTC'
}

/** `▲ +12.3%`, `▼ −4.0%`, `= 0.0%`; if the base is zero, the change is described in words. */
export function formatChange(now: number, before: number): string {
  if (now === before) return '= 0.0%'
  if (before <= 0) return `${now > before ? '▲' : '▼'} from ${formatCount(before)}`
  const ratio = now / before
  if (ratio >= 10) return `▲ ×${significant(ratio, 3)}`
  const percent = ((ratio - 1) * 100).toFixed(1)
  if (Number(percent) === 0) return '= 0.0%'
  return arrow(Number(percent)) + ` ${signed(percent)}%`
}

/** `▲ +0.21 pp`: the change of a share, in percentage points. */
export function formatPointChange(nowShare: number, beforeShare: number): string {
  const points = ((nowShare - beforeShare) * 100).toFixed(2)
  if (Number(points) === 0) return '= 0.00 pp'
  return arrow(Number(points)) + ` ${signed(points)} pp`
}

function arrow(difference: number): string {
  return difference > 0 ? '▲' : '▼'
}

function signed(digits: string): string {
  return digits.startsWith('-') ? '−' + digits.slice(1) : '+' + digits
}

function significant(value: number, digits: number): string {
  if (Math.abs(value) >= 10 ** digits) return String(Math.round(value))
  // `toPrecision` turns small numbers into `1.2e-7`.
  return trimZeros(Math.abs(value) < 1e-6 ? value.toFixed(digits) : value.toPrecision(digits))
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
