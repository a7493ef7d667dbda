import type { ErrorKind, LabelTiming, SubjectTimings } from '../model.ts'

/**
 * The number of errors of a code (`503`) or class (`5xx`): of one label, or of all together. Undefined if
 * that is not certain: the source has no codes, or not by label, or some of the label's errors are of kinds
 * that are not listed.
 */
export function errorsOfCode(
  timings: SubjectTimings,
  code: string,
  timing?: LabelTiming,
): number | undefined {
  const { codes, kinds, executionKinds = [] } = timings.errorKinds ?? {}
  if (codes === undefined) return undefined
  if (timing === undefined) return sum(codes.filter((one) => isOf(one.code, code)))
  if (kinds === undefined || timing.errors === undefined) return undefined
  const ofLabel = [...kinds, ...executionKinds].filter((kind) => kind.label === timing.label)
  return sum(ofLabel) < timing.errors ? undefined : sum(ofLabel.filter((kind) => isOf(kind.code, code)))
}

function sum(counted: readonly Pick<ErrorKind, 'count'>[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}

function isOf(code: string | undefined, wanted: string): boolean {
  if (code === undefined) return false
  return wanted.endsWith('xx') ? code.length === 3 && code[0] === wanted[0] : code === wanted
}
