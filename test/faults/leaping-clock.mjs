// Preloaded with --import: moves the process's wall clock by LEAP_MS once the file LEAP_FILE exists, as if
// somebody set the machine's time. Timers and the monotonic clock are not affected.
import { existsSync } from 'node:fs'

const RealDate = Date
const realNow = Date.now
const { LEAP_FILE: file = '', LEAP_MS: leapMs = '0' } = process.env
let hasLeapt = false

Date.now = () => {
  hasLeapt ||= existsSync(file)
  return realNow() + (hasLeapt ? Number(leapMs) : 0)
}
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Date.now()] : parts))
  }
}
