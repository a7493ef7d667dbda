import { addLines } from './parts/add-lines'
import { FAULTS_AT, Lines } from './parts/lines'
import { LogTime, readTime } from './parts/log-time'
import { CR, QUOTE } from './parts/memory'
import { findName, Names } from './parts/names'
import { enterSlot, Slots } from './parts/slots'
import { addTiming, bucketOf, countOf, settle, Subject } from './parts/timings'

/** What `RequestLogTotals` keeps. */
@unmanaged
class Totals {
  records: f64
  firstMs: f64
  firstFineMs: f64
  lastMs: f64
  busyCount: f64
  busySum: f64
  busyMax: f64
  memoryMaxMb: f64
}

/** What `ClientSpans` keeps. */
@unmanaged
class Clients {
  names: Names
  firstMs: usize
  lastMs: usize
}

/** What `TimeSums` keeps. */
@unmanaged
class Sums extends Slots {
  last: f64
  sums: usize
  counts: usize
}

/**
 * What `LineAdder` writes for request logs: where everything is. Columns are four times their number, which is their
 * distance in bytes in the list of positions, or `NONE`. `rest` is 1 for a failed request.
 */
@unmanaged
class Task extends Lines {
  columnsBytes: u32
  labelColumn: u32
  timeColumn: u32
  clientColumn: u32
  subject: Subject
  time: LogTime
  clients: Clients
  cpu: Sums
  totals: Totals

  add(before: usize, last: usize, row: usize): bool {
    return addRequest(this, before, last, row)
  }
}

const NONE: u32 = 0xffffffff
/** The same as in `csv-record.ts`. */
const MAX_RECORD_BYTES: u32 = 1 << 16
/** Places in a row, as in `request-log-columns.ts`. */
const DURATION_AT: usize = 8
const STATUS_AT: usize = 32
const MEMORY_AT: usize = 40
const CPU_IDLE_AT: usize = 48

/** `Adder` of `load-vectors.ts` for request logs; `RequestLogScanner` does the rest. */
export function addRequests(task: Task, firstLine: u32, end: u32): u32 {
  return addLines(task, firstLine, end)
}

/** False if nothing was added. */
function addRequest(task: Task, before: usize, last: usize, row: usize): bool {
  const lineEnd = load<u32>(last)
  if (last - before !== task.columnsBytes || lineEnd - load<u32>(before) - 1 > MAX_RECORD_BYTES) return false
  const ms = load<f64>(row, DURATION_AT)
  if (load<u32>(row, FAULTS_AT) !== 0 || !(ms >= 0 && ms < Infinity)) return false
  // A CR before the line end belongs to it.
  const crAt: usize = load<u8>(lineEnd - 1) === CR ? last : 0

  const timeAt = before + task.timeColumn
  const timeMs = isQuoted(timeAt)
    ? readTime(task.time, startOf(timeAt) + 1, endOf(timeAt, crAt) - 1)
    : readTime(task.time, startOf(timeAt), endOf(timeAt, crAt))
  // Also excludes NaN.
  if (!(timeMs >= 0)) return false
  const subject = task.subject
  const label = nameAt(subject.names, before + task.labelColumn, crAt)
  const bucket = bucketOf(ms)
  const count = countOf(subject, label, bucket)
  if (count === 0 || !enterSlot(subject.series, timeMs)) return false
  const client = task.clientColumn === NONE ? 0 : nameAt(task.clients.names, before + task.clientColumn, crAt)
  const busyPercent = 100 - load<f64>(row, CPU_IDLE_AT)
  const hasBusy = busyPercent >= 0 && busyPercent <= 100
  if (client < 0 || (hasBusy && !enterSlot(task.cpu, timeMs))) return false
  if (!settle(task, subject.series)) return false

  store<f64>(row, timeMs)
  const status = load<f64>(row, STATUS_AT)
  const failed = !(status > 0 && status < 400)
  addTiming(subject, label, row, failed, bucket, count)
  addTimes(task.totals, timeMs, timeMs + ms)
  if (task.clientColumn !== NONE) addClient(task.clients, client, timeMs, timeMs + ms)
  if (hasBusy) addBusy(task, busyPercent)
  const memoryMb = load<f64>(row, MEMORY_AT)
  if (memoryMb > task.totals.memoryMaxMb) task.totals.memoryMaxMb = memoryMb
  task.rest = failed as u32
  task.label = label
  return true
}

function startOf(field: usize): usize {
  return load<u32>(field) + 1
}

function endOf(field: usize, crAt: usize): usize {
  return (load<u32>(field, 4) as usize) - ((field + 4 === crAt) as usize)
}

function isQuoted(field: usize): bool {
  return load<u8>(startOf(field)) === QUOTE
}

/** The number of a field's name; -1 if it is not known, or has doubled quotes. */
function nameAt(names: Names, field: usize, crAt: usize): i32 {
  const start = startOf(field)
  const end = endOf(field, crAt)
  if (!isQuoted(field)) return findName(names, end, (end - start) as u32)
  for (let at = start + 1; at < end - 1; at++) if (load<u8>(at) === QUOTE) return -1
  return findName(names, end - 1, (end - start - 2) as u32)
}

function addTimes(totals: Totals, startMs: f64, endMs: f64): void {
  totals.records += 1
  if (startMs < totals.firstMs) totals.firstMs = startMs
  if (startMs < totals.firstFineMs && (startMs as i64) % 1000 !== 0) totals.firstFineMs = startMs
  if (endMs > totals.lastMs) totals.lastMs = endMs
}

function addClient(clients: Clients, client: i32, startMs: f64, endMs: f64): void {
  const at = (client as usize) << 3
  if (startMs < load<f64>(clients.firstMs + at)) store<f64>(clients.firstMs + at, startMs)
  if (endMs > load<f64>(clients.lastMs + at)) store<f64>(clients.lastMs + at, endMs)
}

function addBusy(task: Task, busyPercent: f64): void {
  const totals = task.totals
  totals.busyCount += 1
  totals.busySum += busyPercent
  if (busyPercent > totals.busyMax) totals.busyMax = busyPercent
  const cpu = task.cpu
  const at = (cpu.slot as usize) << 3
  store<f64>(cpu.sums + at, load<f64>(cpu.sums + at) + busyPercent)
  store<f64>(cpu.counts + at, load<f64>(cpu.counts + at) + 1)
  if (cpu.slot > cpu.last) cpu.last = cpu.slot
}
