import type { Measurements, Timing } from '../../../src/measurements/model.ts'
import type { Presentation } from '../../../src/report/presentation.ts'
import { effectiveStatusOf } from '../../../src/verdict/outcome/effective-status.ts'
import type { CriterionResult, Verdict } from '../../../src/verdict/verdict.ts'
import { type DataOptions, measurementsWith, randomFrom, START_MS } from './measured-data.ts'

/** A failed XTC run of 30 minutes with everything that can be shown. */
export function presentationWith(options: DataOptions = {}): Presentation {
  const random = randomFrom(options.seed ?? 1)
  const measurements = measurementsWith(options, random, 1)
  const presentation: Presentation = {
    title: 'load-test (eu-west-1)',
    verdict: verdictWith(options, measurements, random),
    measurements,
    run: {
      service: 'XTC',
      ids: ['4711'],
      url: 'https://xtc.example.com/shop/web/loadtests/4711',
      state: 'FINISHED',
      test: 'Posters nightly',
      startedAtMs: START_MS,
      finishedAtMs: START_MS + 1_800_000,
      durationMs: 1_800_000,
      mode: 'run',
      attempt: 2,
    },
    artifacts: [
      {
        name: 'load-test-xtc-4711.summary.html',
        url: 'https://github.example/runs/1/artifacts/12',
        id: 12,
        sizeBytes: 312_400,
      },
      {
        name: 'load-test-xtc-4711.report.tar.gz',
        url: 'https://github.example/runs/1/artifacts/13',
        id: 13,
        sizeBytes: 48_120_000,
      },
    ],
    facts: [
      ['Hours allocated', '500'],
      ['Hours remaining', '312.5'],
    ],
    missingFiles: [],
  }
  if (options.baseline !== false)
    presentation.baseline = measurementsWith(options, randomFrom(options.seed ?? 1), 0.9)
  return presentation
}

/** Series of requests as in the chart data of XLT's report: without errors and percentiles. */
export function withReportSeries(data: Presentation): Presentation {
  const partial = <T extends Timing>(timing: T): T => {
    if (timing.series === undefined) return timing
    const { errors: _errors, p50Ms: _p50Ms, p95Ms: _p95Ms, ...series } = timing.series
    return { ...timing, series }
  }
  const measured = <M extends Measurements>(measurements: M): M => {
    const { requests } = measurements.subjects
    if (requests?.total === undefined) throw new Error('no requests')
    const { total, labels, ...others } = requests
    return {
      ...measurements,
      subjects: {
        ...measurements.subjects,
        requests: { ...others, total: partial(total), labels: labels.map(partial) },
      },
    }
  }
  const { measurements, baseline, ...others } = data
  return {
    ...others,
    ...(measurements && { measurements: measured(measurements) }),
    ...(baseline && { baseline: measured(baseline) }),
  }
}

/** Links as for a pull request, or `url` everywhere. */
export function withLinks(data: Presentation, url?: string): Presentation {
  const at = (path: string): string => url ?? `https://github.example/acme/shop/${path}`
  return {
    ...data,
    pageUrl: at('actions/runs/1/artifacts/12'),
    run: { ...data.run, report: { url: at('reports/1') } },
    workflow: {
      runUrl: at('actions/runs/1'),
      commit: { sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', url: at('commit/1a2b3c4d') },
      pullRequest: { number: 12, url: at('pull/12') },
    },
  }
}

/** Errors of several kinds, the first of them with the text everywhere. */
export function withErrors(
  data: Presentation,
  text = 'https://shop.example/cart?id=1',
  kinds = 8,
): Presentation {
  const { measurements } = data
  const requests = measurements?.subjects.requests
  if (measurements === undefined || requests === undefined) return data
  const label = (index: number): string => requests.labels[index % requests.labels.length]?.label ?? ''
  const errorKinds = {
    codes: [{ code: '503', count: 900 }],
    kinds: Array.from({ length: kinds }, (_, index) => ({
      label: index === 0 ? text : label(index),
      ...(index === 1 ? { message: text } : { code: index === 2 ? '0' : '503' }),
      count: 900 - index,
      firstAtMs: START_MS + 425_000,
      lastAtMs: START_MS + 1_000_000,
      sample: text,
    })),
    unlistedErrors: 12,
  }
  const subjects = { ...measurements.subjects, requests: { ...requests, errorKinds } }
  const events = [{ name: text, testCase: 'TOrder', message: text, count: 3 }]
  return { ...data, measurements: { ...measurements, subjects, events } }
}

/** Addresses that must never become links. */
export const BAD_ADDRESSES = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://user:password@evil.example/',
  `https://evil.example/${'a'.repeat(3000)}`,
]

/** An error before the start: nothing was measured, nothing was judged. */
export function bareData(): Presentation {
  return {
    verdict: {
      outcome: 'error',
      reason: 'credentials',
      message:
        'Token request to xtc.example.com failed: 401 invalid_client. Check xtc-client-id and xtc-client-secret.',
      failsStep: true,
      criteria: [],
      warnings: [],
    },
    run: { service: 'XTC', ids: [], mode: 'run' },
    artifacts: [],
    facts: [],
    missingFiles: [],
  }
}

/** One passed criterion, changed by `change`. */
export function criterionWith(change: Partial<CriterionResult> = {}): CriterionResult {
  return {
    id: 'c1',
    criterion: 'requests.p95 < 500ms',
    severity: 'error',
    status: 'passed',
    observed: '412 ms',
    limit: '< 500 ms',
    margin: '17.6% below',
    message: 'p95 of all requests is 412 ms, below 500 ms',
    source: { line: 1 },
    ...change,
  }
}

/** A criterion that broke its limit from the usual, for a label that had another usual before. */
export function usualCriterion(label = 'Checkout', runs = 12): CriterionResult {
  const earlier = Array.from({ length: runs }, (_, run) => ({
    atMs: START_MS - (runs - run) * 86_400_000,
    commit: `${run}`.padEnd(40, 'a'),
    runId: `${run}`,
    url: `https://github.example/runs/${run}`,
    // One run lacks it.
    ...(run !== 1 && { value: (run < runs / 2 ? 360 : 412) + 3 * (run % 3) }),
  }))
  return criterionWith({
    criterion: 'requests["*"].p95 <= usual + 5%',
    status: 'failed',
    observed: '470 ms',
    limit: '<= 433 ms (usual 412 ms + 5%)',
    margin: '14% slower (8% to 20%)',
    message: `1 of 11 labels breaks usual + 5%: "${label}" 470 ms, 14% slower than usual (8% to 20%)`,
    subject: 'requests',
    breaches: [{ label, observed: '470 ms, 14% slower' }],
    matched: 11,
    breached: 1,
    usual: {
      runs: 1,
      earlierRuns: runs,
      suspect: false,
      words: { regression: 1, suspect: 0, fine: 10, undecided: 0, 'not-judged': 0 },
      judgedShare: 1,
      labels: [],
      settledBy: {},
      text: `of "${label}" 412 ms ± 3% over ${runs / 2} runs`,
      trends: [
        {
          label,
          word: 'regression',
          dimension: 'duration',
          text: '470 ms, 14% slower than usual (8% to 20%); usual is 412 ms ± 3% over 6 runs',
          earlier,
          now: [{ runId: '99', value: 470 }],
          usual: 412,
          band: { low: 400, high: 424 },
          levelStart: runs / 2,
          formerUsual: 360,
        },
      ],
    },
  })
}

/** Every part of it tries to be more than text. */
export const HOSTILE =
  '<script>alert(1)</script> | `x` [a](javascript:alert(1)) @octocat #123 https://evil.example www.evil.example ' +
  '\u202eevil\u202c\u0007 --> ]]> "\'&amp; ::error::x ##[error]y\n# heading'

function verdictWith(options: DataOptions, measurements: Measurements, random: () => number): Verdict {
  const criteria = Array.from({ length: options.criteria ?? 12 }, (_, index) =>
    criterionAt(index, measurements, random),
  )
  const failed = criteria.filter((criterion) => effectiveStatusOf(criterion) === 'failed').length
  return {
    outcome: failed > 0 ? 'failed' : 'passed',
    reason: failed > 0 ? 'criteria' : '',
    message:
      failed > 0 ? `${failed} of ${criteria.length} criteria failed` : `All ${criteria.length} criteria hold`,
    failsStep: failed > 0,
    criteria,
    warnings: ['1,204 lines of the result could not be read and are left out.'],
    baseline: {
      from: 'branch',
      status: 'used',
      runId: '4698',
      commit: '1a2b3c4d5e6f7890',
      ageMs: 93_600_000,
    },
  }
}

function criterionAt(index: number, measurements: Measurements, random: () => number): CriterionResult {
  const labels = measurements.subjects.requests?.labels ?? []
  const label = labels[index % Math.max(1, labels.length)]
  const observedMs = label?.percentilesMs?.[1]?.[1] ?? 400
  const isFailed = index % 5 === 1 || index % 10 === 4
  const limitMs = Math.round(observedMs * (isFailed ? 0.8 - random() * 0.2 : 1.1 + random()))
  const limit =
    index % 3 === 0 ? `< ${limitMs} ms (baseline ${Math.round(limitMs / 1.1)} ms + 10%)` : `< ${limitMs} ms`
  const result: CriterionResult = {
    id: `c${index + 1}`,
    criterion: `${index % 5 === 4 ? 'warn: ' : ''}requests["${label?.label ?? ''}"].p95 < ${limitMs}ms`,
    severity: index % 5 === 4 ? 'warning' : 'error',
    status: isFailed ? 'failed' : 'passed',
    observed: `${observedMs} ms`,
    limit,
    margin: `${Math.abs(observedMs - limitMs)} ms (${((Math.abs(observedMs - limitMs) / limitMs) * 100).toFixed(1)}%) ${isFailed ? 'above' : 'below'}`,
    badness: isFailed ? observedMs / limitMs - 1 : 0,
    message: isFailed ? `p95 is ${observedMs} ms, the limit is ${limitMs} ms` : 'holds',
    subject: 'requests',
    source: { file: '.github/load-test-criteria.yml', line: index + 3 },
  }
  if (label !== undefined) result.label = label.label
  if (index === 6) {
    result.status = 'failed'
    result.waiver = { until: '2026-11-30', owner: 'Ada', reason: 'new payment provider', active: true }
  }
  return result
}
