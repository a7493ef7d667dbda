import type { Comparison, Figure, NamedFigures, RunFigures } from '../../../../src/verdict/usual/model.ts'

/** A label with a p95 in ms (or any figures), and 1,000 requests by default. */
export function label(
  name: string,
  p95: number,
  other: Partial<NamedFigures> & { variance?: number } = {},
): NamedFigures {
  const { variance, ...rest } = other
  const figure: Figure = { value: p95, ...(variance !== undefined && { samplingVariance: variance }) }
  return { label: name, count: 1000, figures: new Map([['p95', figure]]), ...rest }
}

export function run(labels: NamedFigures[], id?: string): RunFigures {
  return { subjects: new Map([['requests', { labels }]]), ...(id !== undefined && { id }) }
}

/** Runs of one label, by its p95. */
export const runsOf = (...p95s: number[]): RunFigures[] => p95s.map((p95) => run([label('Cart', p95)]))

export const SLOWER: Comparison = {
  name: 'requests["*"].p95 <= usual + 5%',
  subject: 'requests',
  labels: 'all',
  figure: 'p95',
  kind: 'figure',
  worse: 'higher',
  limit: { ratio: 0.05 },
}

/** Eight earlier runs that spread by about 1 %, and do not look rounded. */
export const QUIET = [400.3, 404.1, 398.2, 402.7, 396.4, 401.5, 399.1, 403.3]
