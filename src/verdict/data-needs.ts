import type { Answers } from '../criteria/answers.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'

/** The kinds of files that a run leaves, in the words of the input `artifacts`, and the scorecard in the report. */
export type DataFile = 'report' | 'result' | 'metrics' | 'scorecard'

/** A file that could not be had, or holds a part of the run only. */
export interface DataTrouble {
  file: DataFile
  kind: 'missing' | 'partial'
  /** A partial one of which a whole file is missing: one of several executions' logs. */
  fileMissing?: true
  /** One sentence for people. */
  reason: string
}

/** The file that a criterion is judged by; percentiles that the report lacks are read from the result besides. */
export function fileNeeded(entry: CriterionEntry, { hasReport }: Pick<Answers, 'hasReport'>): DataFile {
  if (entry.test.kind === 'xpath') return 'report'
  const { subject } = entry.test.criterion
  // Without one the log holds the load generator's own CPU and memory besides every request.
  if (!hasReport) return 'result'
  return subject === 'raw-requests' ? 'result' : 'report'
}

/** The trouble with one of the files, the missing first. */
export function troubleWith(
  troubles: readonly DataTrouble[],
  file: DataFile,
  kind: DataTrouble['kind'],
): DataTrouble | undefined {
  return troubles.find((trouble) => trouble.file === file && trouble.kind === kind)
}
