import type { CriterionResult, Verdict } from '../verdict.ts'

const OUTPUT_BYTES = 100_000
const LAST_ELEMENT_BYTES = 40

/**
 * The content of `criteria.json`: the verdict with every result, failed first, and the unavailable files,
 * which are needed if the run is judged again.
 */
export function criteriaFile(verdict: Verdict, missing: readonly { name: string; reason: string }[]): string {
  const { criteria: results, ...rest } = verdict
  // The short message is only for reports that show the labels next to it.
  const criteria = results.map(({ shortMessage: _short, lacksBaseline: _lacks, ...result }) => result)
  const missingFiles = missing.map(({ name, reason }) => ({ name, reason }))
  const files = missingFiles.length > 0 && { missingFiles }
  return `${JSON.stringify({ schemaVersion: 1, ...rest, ...files, criteria }, undefined, 2)}\n`
}

/**
 * The output `criteria`: a JSON list of id, criterion, status, observed, limit and message, in the given
 * order. At most 100 kB in UTF-8; if more is left out, the last element is `{"leftOut": n}`.
 */
export function criteriaOutput(results: readonly CriterionResult[], mostBytes = OUTPUT_BYTES): string {
  const elements: string[] = []
  let bytes = 2
  for (const result of results) {
    const element = JSON.stringify(elementOf(result))
    bytes += Buffer.byteLength(element) + 1
    elements.push(element)
  }
  let left = 0
  while (bytes > mostBytes - (left > 0 ? LAST_ELEMENT_BYTES : 0) && elements.length > 0) {
    bytes -= Buffer.byteLength(elements.pop() ?? '') + 1
    left++
  }
  if (left > 0) elements.push(JSON.stringify({ leftOut: left }))
  return `[${elements.join(',')}]`
}

function elementOf({ id, criterion, status, observed, limit, message }: CriterionResult): object {
  return { id, criterion, status, observed, limit, message }
}
