import { oneLine } from '../../src/foundation/one-line.ts'

/**
 * `not stated`: a document is silent, so that it says neither yes nor no. `not seen`: a real run had no occasion to
 * show it.
 */
export type Status = 'confirmed' | 'contradicted' | 'not found' | 'not stated' | 'not seen'

export interface Finding {
  status: Status
  /** What was looked at: `path`, `scope`, `parameter limit`, a fact that is read. */
  item: string
  /** What the client assumes. */
  expected: string
  /** What stands there instead, or where it stands. */
  found: string
  /** What the client does without it. */
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

/** One block an operation, one line an item, and a total. Foreign text cannot break a line or move the cursor. */
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
