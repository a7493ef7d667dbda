import type { Waiver } from '../language/criterion-entry.ts'
import type { Located } from '../../formats/located-yaml.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import { endOfDayMs } from '../language/waiver.ts'

const KEYS = ['until', 'owner', 'reason'] as const

/** Reads the values of a criteria file and notes what is wrong with them. */
export interface FieldReader {
  text(value: Located | undefined, what: string): string | undefined
  fault(at: { line: number; column: number }, message: string): undefined
}

/** Returns the waiver of a criterion, or notes its faults and returns nothing. */
export function readWaiver(value: Located | undefined, reader: FieldReader): Waiver | undefined {
  if (value?.kind !== 'map') {
    return reader.fault(
      value ?? { line: 1, column: 1 },
      "'waiver' must be an object with until, owner and reason.",
    )
  }
  for (const { key, line, column } of value.entries) {
    if (KEYS.some((name) => name === key)) continue
    const meant = didYouMean(key, KEYS)
    reader.fault(
      { line, column },
      `'${key}' is not a known key of a waiver.${meant} Keys are ${KEYS.join(', ')}.`,
    )
  }
  const fields = new Map(value.entries.map((entry) => [entry.key, entry.value]))
  const [until, owner, reason] = KEYS.map((key) => {
    const field = fields.get(key)
    if (!field) return reader.fault(value, `'${key}' of the waiver is missing.`)
    return reader.text(field, `'${key}' of the waiver`)
  })
  if (until === undefined || owner === undefined || reason === undefined) return undefined
  if (endOfDayMs(until) !== undefined) return { until, owner, reason }
  return reader.fault(
    fields.get('until') ?? value,
    `'until' must be a day such as 2026-12-31, not '${until}'.`,
  )
}
