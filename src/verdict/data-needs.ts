import type { Answers } from '../criteria/answers.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'

/** The kinds of files of a run, named as in the input `artifacts`, and the scorecard in the report. */
export type DataFile = 'report' | 'result' | 'metrics' | 'scorecard'

/** A file that is unavailable, or has only a part of the run's data. */
export interface DataTrouble {
  file: DataFile
  kind: 'missing' | 'partial'
  /** For partial data: a whole file is missing, such as the log of one of several executions. */
  fileMissing?: true
  /** One sentence for people. */
  reason: string
}

/** The file that a criterion is judged by. Percentiles that the report lacks are read from the result too. */
export function fileNeeded(entry: CriterionEntry, { hasReport }: Pick<Answers, 'hasReport'>): DataFile {
  if (entry.test.kind === 'xpath') return 'report'
  const { subject } = entry.test.criterion
  // Without a report, the log also has the load generator's CPU and memory.
  if (!hasReport) return 'result'
  return subject === 'raw-requests' ? 'result' : 'report'
}

/** The first problem of that kind with one of the files. */
export function troubleWith(
  troubles: readonly DataTrouble[],
  file: DataFile,
  kind: DataTrouble['kind'],
): DataTrouble | undefined {
  return troubles.find((trouble) => trouble.file === file && trouble.kind === kind)
}
