/** What comparisons of the same runs have in common, prepared once. */
import { errorCasesOf, type ErrorCase } from './errors/judge-errors.ts'
import { gridOf, tableOf, type FigureTable, type SubjectGrid } from './figures.ts'
import { casesOf, type Cases } from './judge-figures.ts'
import type { Comparison, RunFigures } from './model.ts'

/** Everything that is prepared for one comparison before the budget is known. */
export interface Prepared {
  comparison: Comparison
  grid: SubjectGrid
  table?: FigureTable
  cases?: Cases
  errors?: ErrorCase[]
}

/** What several comparisons, in one set or in several, have in common is prepared once. */
export function preparing(
  history: readonly RunFigures[],
  runs: readonly RunFigures[],
): (comparisons: readonly Comparison[]) => Prepared[] {
  const grids = new Map<string, SubjectGrid>()
  const known = new Map<string, Prepared>()
  return (comparisons) => {
    const figures = Map.groupBy(comparisons, gridKey)
    return comparisons.map((comparison) => {
      // Several limits for one figure share the preparation.
      const same = sameFigures(comparison)
      const before = known.get(same)
      if (before) return { ...before, comparison }
      const names = namesOf(figures.get(gridKey(comparison))!)
      const key = JSON.stringify([gridKey(comparison), names])
      const grid = grids.get(key) ?? gridOf(history, runs, comparison, names)
      grids.set(key, grid)
      const first = prepare(comparison, grid)
      known.set(same, first)
      return first
    })
  }
}

/** Comparisons about the same labels share a grid. */
const gridKey = ({ subject, labels }: Comparison): string =>
  `${labels === 'total' ? 'total' : 'labels'} ${subject}`

const namesOf = (comparisons: readonly Comparison[]): string[] => [
  ...new Set(comparisons.flatMap(({ kind, figure }) => (kind === 'figure' ? [figure] : []))),
]

/** Everything that `prepare` depends on. */
function sameFigures({ subject, labels, figure, kind, worse, minRequests }: Comparison): string {
  return JSON.stringify([subject, labels, figure, kind, worse, minRequests ?? 0])
}

function prepare(comparison: Comparison, grid: SubjectGrid): Prepared {
  if (comparison.kind === 'error-share') {
    return { comparison, grid, errors: errorCasesOf(grid, comparison) }
  }
  const table = tableOf(grid, comparison)
  return { comparison, grid, table, cases: casesOf(table) }
}
