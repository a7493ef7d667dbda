import type { CriteriaFault, CriterionEntry, ParsedCriteria } from './language/criterion-entry.ts'
import { placeText } from './language/fault-text.ts'
import { parseCriteriaInput } from './sources/inline-criteria.ts'
import type { XPathJudge } from './xpath/xpath-judge.ts'

const MOST_FAULTS = 100
const MOST_CHARACTERS = 1000

/** The contents of the inputs `criteria` and `criteria-file`; `name` is the file as named in the input. */
export interface CriteriaInputs {
  criteria?: string
  file?: { name: string; text: string }
}

/**
 * Returns all criteria of both inputs, and every fault that can be found before a run: syntax, units, ids,
 * dates, XPath. Loads the YAML library, and checks XPath, only for inputs that need them.
 */
export async function checkCriteria(
  { criteria = '', file }: CriteriaInputs,
  { faultsOf }: Pick<XPathJudge, 'faultsOf'>,
): Promise<ParsedCriteria> {
  const parts = [parseCriteriaInput(criteria)]
  if (file) {
    const { parseCriteriaFile } = await import('./sources/criteria-file.ts')
    parts.push(await parseCriteriaFile(file.text, file.name))
  }
  const entries = withIds(parts.flatMap((part) => part.entries))
  const faults = [
    ...parts.flatMap((part) => part.faults),
    ...duplicateIds(entries),
    ...(await xpathFaults(entries, faultsOf)),
  ]
  return { entries, faults: atMost(faults.sort(byPlace)) }
}

/**
 * As much as people can read: a file may have a fault in each of ten thousand lines, and a line may be a
 * megabyte long.
 */
function atMost(faults: CriteriaFault[]): CriteriaFault[] {
  const shown = faults.slice(0, MOST_FAULTS).map((fault) => ({ ...fault, message: cut(fault.message) }))
  const next = faults[MOST_FAULTS]
  if (next === undefined) return shown
  const message = `${(faults.length - MOST_FAULTS).toLocaleString('en-US')} more errors are not shown.`
  return [...shown, { source: next.source, message }]
}

function cut(message: string): string {
  return message.length > MOST_CHARACTERS ? `${message.slice(0, MOST_CHARACTERS)}…` : message
}

/** The input before the file, then from top to bottom. */
function byPlace({ source: a }: CriteriaFault, { source: b }: CriteriaFault): number {
  const inFile = Number(a.file !== undefined) - Number(b.file !== undefined)
  return inFile || a.line - b.line || (a.column ?? 0) - (b.column ?? 0)
}

/**
 * Gives entries without an id one based on their place: `criteria.yml:12`, and `…:12-2` for the second one on
 * that line.
 */
function withIds(entries: readonly CriterionEntry[]): CriterionEntry[] {
  const taken = new Set(entries.map((entry) => entry.id))
  return entries.map((entry) => {
    if (entry.id !== '') return entry
    const { file = 'criteria', line } = entry.source
    const base = `${file.replace(/^.*[/\\]/, '')}:${line}`
    let id = base
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
    taken.add(id)
    return { ...entry, id }
  })
}

function duplicateIds(entries: readonly CriterionEntry[]): CriteriaFault[] {
  const first = new Map<string, CriterionEntry>()
  const faults: CriteriaFault[] = []
  for (const entry of entries) {
    const earlier = first.get(entry.id)
    if (!earlier) first.set(entry.id, entry)
    else
      faults.push({
        source: entry.source,
        message: `The id '${entry.id}' is already used: ${placeText(earlier.source)}.`,
      })
  }
  return faults
}

async function xpathFaults(
  entries: readonly CriterionEntry[],
  faultsOf: XPathJudge['faultsOf'],
): Promise<CriteriaFault[]> {
  const expressions = new Map<CriterionEntry, string>()
  for (const entry of entries) {
    if (entry.enabled && entry.test.kind === 'xpath') expressions.set(entry, entry.test.expression)
  }
  if (expressions.size === 0) return []
  const faults = await faultsOf([...new Set(expressions.values())])
  return [...expressions].flatMap(([entry, expression]) => {
    const message = faults.get(expression)
    return message === undefined
      ? []
      : [{ source: entry.source, message: `XPath of '${entry.id}': ${message}` }]
  })
}
