const SLOTS: f64 = 256
/** Times outside 2000 to 2100 come from broken clocks. */
const EARLIEST_MS: f64 = 946_684_800_000
const LATEST_MS: f64 = 4_102_444_800_000

/** What `TimeSlots` keeps: the current slot, and how time is divided. */
@unmanaged
export class Slots {
  startMs: f64
  endMs: f64
  slot: f64
  base: f64
  intervalMs: f64
}

/** Makes the slot of a time the current one; false if the time is impossible, or `TimeSlots` must move its slots first. */
export function enterSlot(slots: Slots, timeMs: f64): bool {
  return (timeMs >= slots.startMs && timeMs < slots.endMs) || seekSlot(slots, timeMs)
}

function seekSlot(slots: Slots, timeMs: f64): bool {
  if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS)) return false
  const interval = floor<f64>(timeMs / slots.intervalMs)
  const slot = interval - slots.base
  if (!(slot >= 0 && slot < SLOTS)) return false
  slots.slot = slot
  slots.startMs = interval * slots.intervalMs
  slots.endMs = slots.startMs + slots.intervalMs
  return true
}
