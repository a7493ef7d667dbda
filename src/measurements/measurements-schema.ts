import * as z from 'zod/mini'

import { BAD_ENDS, TIMING_SUBJECTS } from './model.ts'

const MAX_INTERVALS = 120
const MAX_ERROR_KINDS = 200
const MAX_CODES = 1000
const MAX_PARAMETERS = 200

/**
 * The schema that checks `measurements.json` when it is read; docs/measurements.schema.json is the published
 * form. It is created when a file is read, and not when the module is loaded. Unknown keys are dropped.
 */
export function measurementsSchema(providers: readonly string[]) {
  return z.object({
    schemaVersion: z.literal(1),
    run: runSchema(providers),
    subjects: z.object(Object.fromEntries(TIMING_SUBJECTS.map((key) => [key, z.optional(subjectSchema())]))),
    agents: z.optional(z.array(agentSchema())),
    load: z.optional(loadSchema()),
    webVitals: z.optional(z.array(webVitalSchema())),
    scorecard: z.optional(scorecardSchema()),
    events: z.optional(z.array(eventSchema()).check(z.maxLength(MAX_ERROR_KINDS))),
    warnings: z.array(
      z.object({
        code: z.enum(WARNING_CODES),
        message: name(),
        affects: z.optional(z.enum(['result', 'scorecard'])),
      }),
    ),
  })
}

const WARNING_CODES = [
  'partial-archives',
  'broken-line',
  'labels-left-out',
  'report-covers-less',
  'unreadable-part',
  'clock',
  'note',
] as const

function name() {
  return z.string().check(z.maxLength(10_000))
}

function amount() {
  return z.number().check(z.minimum(0))
}

function count() {
  return z.int().check(z.minimum(0))
}

/** What is known about a run besides its figures. */
export function runSchema(providers: readonly string[]) {
  return z.object({
    provider: z.enum(providers),
    ids: z.array(name()),
    test: z.optional(name()),
    revision: z.optional(name()),
    url: z.optional(name()),
    state: z.optional(name()),
    startedAtMs: z.optional(z.number()),
    finishedAtMs: z.optional(z.number()),
    adopted: z.optional(z.boolean()),
    loadProfile: z.optional(
      z.array(z.object({ name: name(), settings: z.array(z.tuple([name(), name()])) })),
    ),
    parameters: z.optional(z.array(parameterSchema()).check(z.maxLength(MAX_PARAMETERS))),
    observed: z.optional(
      z.array(z.object({ virtualUsers: z.optional(amount()), lastedMs: z.optional(amount()) })),
    ),
    failure: z.optional(z.object({ reason: z.enum(BAD_ENDS), message: name() })),
    endedEarly: z.optional(name()),
    commit: z.optional(name()),
    workflowRunUrl: z.optional(name()),
  })
}

function parameterSchema() {
  return z.union([
    z.object({ name: name(), value: name() }),
    z.object({ name: name(), secretHash: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
  ])
}

function subjectSchema() {
  const timing = timingShape()
  return z.object({
    source: z.enum(['xlt-report', 'xlt-timers', 'request-log']),
    total: z.optional(z.object(timing)),
    labels: z.array(z.object({ label: name(), ...timing })),
    errorKinds: z.optional(errorKindsSchema()),
  })
}

function errorKindsSchema() {
  const kind = z.object({
    label: name(),
    code: z.optional(name()),
    message: z.optional(name()),
    count: count(),
    firstAtMs: z.optional(z.number()),
    lastAtMs: z.optional(z.number()),
    sample: z.optional(name()),
  })
  const kinds = z.array(kind).check(z.maxLength(MAX_ERROR_KINDS))
  const codes = z.array(z.object({ code: name(), count: count() })).check(z.maxLength(MAX_CODES))
  return z.object({
    codes: z.optional(codes),
    kinds: z.optional(kinds),
    executionKinds: z.optional(kinds),
    unlistedErrors: z.optional(count()),
  })
}

function timingShape() {
  const pairs = z.array(z.tuple([z.number(), z.number()])).check(z.maxLength(20_000))
  return {
    count: count(),
    errors: z.optional(count()),
    ratePerSecond: z.optional(amount()),
    minMs: z.optional(amount()),
    meanMs: z.optional(amount()),
    medianMs: z.optional(amount()),
    maxMs: z.optional(amount()),
    deviationMs: z.optional(amount()),
    percentilesMs: z.optional(pairs),
    bytesSent: z.optional(amount()),
    bytesReceived: z.optional(amount()),
    histogram: z.optional(z.object({ relativeError: z.number(), buckets: pairs })),
    series: z.optional(seriesSchema()),
  }
}

function seriesSchema() {
  const counts = z.array(count()).check(z.maxLength(MAX_INTERVALS))
  const row = z.array(z.nullable(amount())).check(z.maxLength(MAX_INTERVALS))
  return z
    .object({
      startMs: z.number(),
      intervalMs: z.number().check(z.positive()),
      count: counts,
      errors: z.optional(counts),
      meanMs: row,
      p50Ms: z.optional(row),
      p95Ms: z.optional(row),
    })
    .check(
      z.refine(
        ({ count, errors, meanMs, p50Ms, p95Ms }) =>
          [errors, meanMs, p50Ms, p95Ms].every(
            (figures) => figures === undefined || figures.length === count.length,
          ),
        'the rows of a series must be equally long',
      ),
    )
}

function agentSchema() {
  return z.object({
    agent: name(),
    cpuMeanPercent: z.optional(z.number()),
    cpuMaxPercent: z.optional(z.number()),
    memoryMaxMb: z.optional(z.number()),
  })
}

function loadSchema() {
  const row = z.array(z.nullable(amount())).check(z.maxLength(MAX_INTERVALS))
  return z.object({
    startMs: z.number(),
    intervalMs: z.number().check(z.positive()),
    users: z.optional(row),
    cpuMeanPercent: z.optional(row),
    cpuMaxPercent: z.optional(row),
  })
}

function webVitalSchema() {
  return z.object({
    page: name(),
    vital: name(),
    score: z.optional(z.number()),
    rating: z.optional(name()),
    goodCount: z.optional(count()),
    improveCount: z.optional(count()),
    poorCount: z.optional(count()),
  })
}

function eventSchema() {
  return z.object({
    name: name(),
    testCase: z.optional(name()),
    message: z.optional(name()),
    count: count(),
  })
}

function scorecardSchema() {
  const rule = z.object({
    group: name(),
    rule: name(),
    points: z.optional(z.number()),
    testFailed: z.boolean(),
    result: z.enum(['PASSED', 'NOTPASSED', 'SKIPPED', 'ERROR']),
    message: z.optional(name()),
  })
  return z.object({
    points: z.optional(z.number()),
    totalPoints: z.optional(z.number()),
    pointsPercent: z.optional(z.number()),
    testFailed: z.boolean(),
    rating: z.optional(name()),
    error: z.optional(name()),
    rules: z.array(rule),
  })
}
