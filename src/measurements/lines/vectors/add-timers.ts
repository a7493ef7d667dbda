import { addLines } from './parts/add-lines'
import { FAULTS_AT, Lines } from './parts/lines'
import { QUOTE } from './parts/memory'
import { findName } from './parts/names'
import { enterSlot } from './parts/slots'
import { addTiming, bucketOf, countOf, settle, Subject } from './parts/timings'

/** What `TimerTotals` keeps. */
@unmanaged
class Totals {
  firstMs: f64
  lastMs: f64
}

/** What `LineAdder` writes for timers: where everything is. `rest` is the type of a failed timer, or of a transaction. */
@unmanaged
class Task extends Lines {
  /** By the character code of the type, the address of the subject; 0 if it is not a timer. */
  subjects: usize
  totals: Totals

  add(before: usize, last: usize, row: usize): bool {
    return addTimer(this, before, last, row)
  }
}

const POSITION_BYTES: usize = 4
/** Columns 0 to 4 are type, name, start, run time and failed. */
const COLUMNS: usize = 5
const REQUEST: u32 = 0x52
const TRANSACTION: u32 = 0x54
const TRUE: u8 = 0x74
const FALSE: u8 = 0x66
/** Places in a row, as in `timing-accumulator.ts`. */
const TIME_AT: usize = 0
const DURATION_AT: usize = 8
const SENT_AT: usize = 16
const RECEIVED_AT: usize = 24

/** `Adder` of `load-vectors.ts` for timers; `XltTimerScanner` does the rest. */
export function addTimers(task: Task, firstLine: u32, end: u32): u32 {
  return addLines(task, firstLine, end)
}

/** False if nothing was added. */
function addTimer(task: Task, before: usize, last: usize, row: usize): bool {
  if (last - before < COLUMNS * POSITION_BYTES || load<u32>(row, FAULTS_AT) !== 0) return false
  const start: usize = load<u32>(before) + 1
  const type = load<u8>(start) as u32
  const subjectAt = load<usize>(task.subjects + ((type as usize) << 2))
  const nameStart = start + 2
  const isTimer = subjectAt !== 0 && load<u32>(before, POSITION_BYTES) === ((start + 1) as u32)
  if (!isTimer || load<u8>(nameStart) === QUOTE) return false
  const failure = load<u8>((load<u32>(before, 4 * POSITION_BYTES) as usize) + 1)
  const ms = load<f64>(row, DURATION_AT)
  // Also excludes NaN.
  if ((failure !== TRUE && failure !== FALSE) || !(ms >= 0)) return false
  const subject = changetype<Subject>(subjectAt)
  const nameEnd: usize = load<u32>(before, 2 * POSITION_BYTES)
  const label = findName(subject.names, nameEnd, (nameEnd - nameStart) as u32)
  const bucket = bucketOf(ms)
  const count = countOf(subject, label, bucket)
  const startMs = load<f64>(row, TIME_AT)
  if (count === 0 || !enterSlot(subject.series, startMs)) return false
  if (!settle(task, subject.series)) return false

  if (type !== REQUEST) {
    store<f64>(row, NaN, SENT_AT)
    store<f64>(row, NaN, RECEIVED_AT)
  }
  addTiming(subject, label, row, failure === TRUE, bucket, count)
  const totals = task.totals
  if (startMs < totals.firstMs) totals.firstMs = startMs
  if (startMs + ms > totals.lastMs) totals.lastMs = startMs + ms
  if (failure === TRUE || type === TRANSACTION) task.rest = type
  task.label = label
  return true
}
