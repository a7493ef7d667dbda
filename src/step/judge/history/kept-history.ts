import type { RunFacts } from '../../../measurements/model.ts'
import type { RunFigures, SubjectFigures, LabelFigures } from '../../../verdict/usual/model.ts'
import { originOf } from '../../../verdict/against-usual/run-figures.ts'
import type { EarlierRun } from './earlier-run.ts'

/**
 * One run of the history in a cache entry. To keep it small, figures are identified by their position in
 * `names`.
 */
export interface KeptFigures {
  id: string
  atMs: number | null
  facts: RunFacts
  subjects: Record<string, KeptSubject>
}

interface KeptSubject {
  names: string[]
  total: KeptTiming | null
  labels: [label: string, timing: KeptTiming][]
}

/** Count, errors, then value and sampling variance of each figure. */
type KeptTiming = (number | null)[]

/** The first part of an entry: the earlier runs, newest first, and the baseline that belongs to them. */
export interface KeptHistory {
  /** The signature of the baseline in the same entry. */
  baseline: string | null
  runs: KeptFigures[]
}

/** Runs with other loads are kept too, in case the test uses that load again. */
const MOST_RUNS = 40
const MOST_BYTES = 4e6
const MARK = '{"keptRuns":1,'

/** The history as text. The oldest runs are dropped first; undefined if not even the newest fits. */
export function historyText({ baseline, runs }: KeptHistory): string | undefined {
  const texts: string[] = []
  let bytes = 1000
  for (const run of runs.slice(0, MOST_RUNS)) {
    const text = JSON.stringify(run)
    bytes += Buffer.byteLength(text) + 2
    if (bytes > MOST_BYTES) break
    texts.push(text)
  }
  if (texts.length === 0 && runs.length > 0) return undefined
  return `${MARK}"baseline":${JSON.stringify(baseline)},"runs":[\n${texts.join(',\n')}\n]}`
}

export const isHistory = (content: Buffer): boolean =>
  content.subarray(0, MARK.length).toString('latin1') === MARK

/** It is signed by us, but perhaps by another version: undefined if it has another format. */
export async function parseHistory(
  content: Buffer,
  providers: readonly string[],
): Promise<KeptHistory | undefined> {
  const { historySchema } = await import('./history-schema.ts')
  try {
    return historySchema(providers).parse(JSON.parse(content.toString('utf8'))) as KeptHistory
  } catch {
    return undefined
  }
}

export function keptOf({ facts, figures, atMs }: EarlierRun): KeptFigures {
  const subjects = Object.fromEntries(
    [...figures.subjects].map(([name, subject]) => [name, keptSubject(subject)]),
  )
  return { id: figures.id ?? '', atMs: Number.isFinite(atMs) ? atMs : null, facts, subjects }
}

function keptSubject({ total, labels }: SubjectFigures): KeptSubject {
  const names = [...new Set([...(total ? [total] : []), ...labels].flatMap((one) => [...one.figures.keys()]))]
  const kept = ({ count, errors, figures }: LabelFigures): KeptTiming => [
    count,
    errors ?? null,
    ...names.flatMap((name) => {
      const figure = figures.get(name)
      return [rounded(figure?.value, 6), rounded(figure?.samplingVariance, 3)]
    }),
  ]
  return {
    names,
    total: total ? kept(total) : null,
    labels: labels.map((one) => [one.label, kept(one)]),
  }
}

function rounded(value: number | undefined, digits: number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(digits))
}

export function earlierRunOf({ id, atMs, facts, subjects }: KeptFigures): EarlierRun {
  const figures: RunFigures = {
    id,
    origin: originOf(facts),
    subjects: new Map(Object.entries(subjects).map(([name, subject]) => [name, subjectOf(subject)])),
  }
  return { facts, figures, atMs: atMs ?? -Infinity }
}

function subjectOf({ names, total, labels }: KeptSubject): SubjectFigures {
  return {
    ...(total && { total: timingOf(total, names) }),
    labels: labels.map(([label, timing]) => ({ label, ...timingOf(timing, names) })),
  }
}

function timingOf(timing: KeptTiming, names: readonly string[]): LabelFigures {
  const [count, errors] = timing
  const figures = new Map(
    names.flatMap((name, index) => {
      const value = timing[2 + 2 * index]
      const samplingVariance = timing[3 + 2 * index]
      if (value === null || value === undefined) return []
      return [[name, { value, ...(typeof samplingVariance === 'number' && { samplingVariance }) }] as const]
    }),
  )
  return { count: count ?? 0, ...(typeof errors === 'number' && { errors }), figures }
}
