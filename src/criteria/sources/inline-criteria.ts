import type { CriterionEntry, ParsedCriteria } from '../language/criterion-entry.ts'
import { caretExcerpt } from '../language/fault-text.ts'
import { SUBJECTS } from '../language/criterion.ts'
import { parseCriterion } from '../language/criterion-parser.ts'

/** Far more than anybody writes by hand; with more, the results would not fit where they are shown. */
export const MOST_CRITERIA = 2000

/**
 * Parses the input `criteria`, one criterion per line, possibly with blank lines and comments between them;
 * finds every fault.
 */
export function parseCriteriaInput(input: string): ParsedCriteria {
  const parsed: ParsedCriteria = { entries: [], faults: [] }
  const lines = input.split(/\r\n|\n|\r/)
  const isOneLine = lines.filter((line) => line.trim() !== '').length === 1
  for (const [index, line] of lines.entries()) {
    const hidden = isOneLine ? hiddenCriterion(line) : undefined
    if (hidden !== undefined) {
      const excerpt = caretExcerpt(line, hidden)
      parsed.faults.push({ source: { line: index + 1, column: hidden }, message: HIDDEN, excerpt })
      continue
    }
    if (/^\s*(#|$)/.test(line)) continue
    const result = parseCriterion(line)
    const source = { line: index + 1 }
    if ('fault' in result) {
      const { message, column } = result.fault
      parsed.faults.push({ source: { ...source, column }, message, excerpt: caretExcerpt(line, column) })
    } else {
      parsed.entries.push(entryOf(line, source.line, result.criterion))
    }
  }
  if (parsed.entries.length > MOST_CRITERIA) {
    parsed.faults.push({ source: { line: 1 }, message: `There are more than ${MOST_CRITERIA} criteria.` })
  }
  return parsed
}

function entryOf(
  line: string,
  number: number,
  criterion: (CriterionEntry['test'] & { kind: 'measure' })['criterion'],
): CriterionEntry {
  return {
    id: `criteria:${number}`,
    text: withoutComment(line),
    severity: criterion.severity,
    enabled: true,
    test: { kind: 'measure', criterion },
    source: { line: number },
  }
}

const HIDDEN =
  "A comment contains a criterion: everything after '#' is ignored. If this is 'criteria: >' in a workflow, write 'criteria: |', which keeps the lines."

/**
 * The column of a criterion in a comment, counted from 1. Folded text in YAML arrives as one line, in which the
 * first comment would silently disable all criteria after it.
 */
function hiddenCriterion(line: string): number | undefined {
  const comment = line.slice(withoutEnd(line).length)
  const at = CRITERION.exec(comment)?.index
  return at === undefined ? undefined : line.length - comment.length + at + 1
}

const CRITERION = new RegExp(
  String.raw`\b(?:${SUBJECTS.join('|')})(?:\[[^\]]*\])?\.[\w.-]+(?:\[\w+\])?\s*(?:[<>]=?|[=!]=)`,
)

/** The line up to an unquoted `#`, without surrounding blanks. */
export function withoutComment(line: string): string {
  return withoutEnd(line).trim()
}

function withoutEnd(line: string): string {
  return /^(?:[^"#]|"(?:[^"\\]|\\.)*")*/.exec(line)?.[0] ?? line
}
