import * as z from 'zod/mini'

import { GateError } from '../foundation/errors.ts'
import type { FileSource } from '../foundation/file-source.ts'
import { clip } from '../foundation/one-line.ts'
import { faultOfHistogram } from './totals/histogram.ts'
import { measurementsSchema } from './measurements-schema.ts'
import type { LabelTiming, Measurements, SubjectTimings } from './model.ts'

/** A file of 20,000 labels with histograms has about 60 MB; V8 has a maximum of 512 MB for strings. */
export const MAX_FILE_BYTES = 256 * 2 ** 20
const LABELS_PER_PART = 200

/**
 * The content of `measurements.json`, with rounded numbers and one label per line, so that it is easy to read
 * and compare.
 */
export function measurementsText(measurements: Measurements): Generator<string> {
  return partsOf(measurements)
}

/**
 * Reads a `measurements.json`, which may have been written by anybody. Throws a `GateError` (`bad-input`)
 * that names the file and the problem: not a regular file, too large, not JSON, another version, a structure
 * that docs/measurements.schema.json does not allow, or a run of none of the `providers`.
 */
export async function readMeasurements(
  file: FileSource,
  providers: readonly string[],
): Promise<Measurements> {
  const fail = (what: string, cause?: unknown): never => {
    throw new GateError('bad-input', `Measurements in ${file.path} cannot be used: ${what}`, { cause })
  }
  const content = await file
    .text(MAX_FILE_BYTES)
    .catch((error: unknown) =>
      isMissing(error) ? fail('there is no such file.') : fail('the file cannot be read.', error),
    )
  try {
    return parseMeasurements(content, providers)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), error)
  }
}

/** The system's own text would say the same again. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Like `readMeasurements`, but from the text of a file. Throws plain errors. */
export function parseMeasurements(json: string, providers: readonly string[]): Measurements {
  const content = contentOf(json)
  const version = versionOf(content)
  if (version !== 1)
    throw new Error(
      `its schemaVersion is ${typeof version === 'number' ? version : typeof version}, but only 1 can be read. Was it written by this action?`,
    )
  const result = z.safeParse(measurementsSchema(providers), content)
  if (!result.success) throw new Error(describe(result.error.issues))
  // The schema says the same as the type, which its inference cannot show: it widens pairs and optional keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const measurements = result.data as Measurements
  checkHistograms(measurements)
  return measurements
}

/** The parser's own error would quote the content, which may be confidential. */
function contentOf(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw new Error('it is not JSON.')
  }
}

function versionOf(content: unknown): unknown {
  return typeof content === 'object' && content !== null && 'schemaVersion' in content
    ? content.schemaVersion
    : undefined
}

function describe(issues: z.core.$ZodIssue[]): string {
  const shown = issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`)
  const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : ''
  return clip(shown.join('; '), 1000) + more
}

function checkHistograms(measurements: Measurements): void {
  for (const [subject, timings] of Object.entries(measurements.subjects))
    for (const timing of [timings.total, ...timings.labels]) {
      const fault = timing?.histogram && faultOfHistogram(timing.histogram)
      if (fault) throw new Error(`a histogram of ${subject} is wrong: ${fault}.`)
    }
}

/** The file in pieces, because a single `JSON.stringify` might exceed V8's maximum for strings. */
function* partsOf(measurements: Measurements): Generator<string> {
  const { subjects, ...rest } = measurements
  yield `${toJson(rest).slice(0, -1)},\n"subjects":{`
  let separator = '\n'
  for (const [name, subject] of Object.entries(subjects)) {
    yield `${separator}${JSON.stringify(name)}:`
    yield* partsOfSubject(subject)
    separator = ',\n'
  }
  yield '\n}}\n'
}

function* partsOfSubject(subject: SubjectTimings): Generator<string> {
  const { labels, ...rest } = subject
  yield `${toJson(rest).slice(0, -1)},"labels":[`
  for (let at = 0; at < labels.length; at += LABELS_PER_PART) {
    const part = labels.slice(at, at + LABELS_PER_PART)
    yield `${at > 0 ? ',' : ''}\n${part.map((label: LabelTiming) => toJson(label)).join(',\n')}`
  }
  yield ']}'
}

function toJson(value: object): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? rounded(item) : item))
}

/** Rounded to 6 digits, but never to less than the three decimals that XLT writes. */
function rounded(value: number): number {
  return Math.abs(value) < 1000 ? Number(value.toPrecision(6)) : Math.round(value * 1000) / 1000
}
