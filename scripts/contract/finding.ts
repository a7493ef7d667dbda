import { oneLine } from '../../src/foundation/one-line.ts'

/** `not stated`: the document says nothing about it. `not seen`: a real run gave no opportunity to see it. */
export type Status = 'confirmed' | 'contradicted' | 'not found' | 'not stated' | 'not seen'

export interface Finding {
  status: Status
  /** What was compared: `path`, `scope`, `parameter limit`, or a fact that is read. */
  item: string
  /** What the client assumes. */
  expected: string
  /** What is there instead, or where it was found. */
  found: string
  /** What the client does if it is missing. */
  without?: string
}

export interface ComparedOperation {
  title: string
  findings: Finding[]
}

const OF_DOCUMENTS: readonly Status[] = ['confirmed', 'contradicted', 'not found', 'not stated']

export function countOf(operations: readonly ComparedOperation[], status: Status): number {
  return operations.flatMap(({ findings }) => findings).filter((finding) => finding.status === status).length
}

/**
 * One block per operation, one line per item, and a total. Text from outside cannot break a line or move the
 * cursor.
 */
export function reportOf(
  operations: readonly ComparedOperation[],
  counted: readonly Status[] = OF_DOCUMENTS,
): string {
  const blocks = operations.map(({ title, findings }) => [title, ...findings.map(lineOf)].join('\n'))
  return `${[...blocks, totalOf(operations, counted)].join('\n\n')}\n`
}

function lineOf({ status, item, expected, found, without }: Finding): string {
  const difference = status === 'confirmed' ? found : `expected ${expected}; ${found}`
  const loss = without === undefined || status === 'confirmed' ? '' : ` (without it: ${without})`
  return `  ${status.padEnd(12)}  ${oneLine(item, 80)}: ${oneLine(difference, 400)}${loss}`
}

function totalOf(operations: readonly ComparedOperation[], counted: readonly Status[]): string {
  const counts = counted.map((status) => `${countOf(operations, status)} ${status}`)
  const items = operations.reduce((sum, { findings }) => sum + findings.length, 0)
  return `Total ${items}: ${counts.join(', ')}.`
}
