import { relative, resolve } from 'node:path'
import type { Fault } from '../foundation/fields.ts'
import { codeOf, FileError } from '../platform/files/file-errors.ts'
import { readWorkspaceFile } from '../platform/files/workspace-file.ts'
import { checkCriteria } from '../criteria/check-criteria.ts'
import type { CriteriaFault, CriterionEntry } from '../criteria/language/criterion-entry.ts'
import { faultText } from '../criteria/language/fault-text.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'

/** More than the number of characters in a criteria file, in any encoding. */
const MAX_CRITERIA_BYTES = 4_000_000

/**
 * Criteria from the inputs `criteria` and `criteria-file`, and every fault in them as a separate message,
 * those in the file with their places. The file must be in `workspace`, where the repository is checked out.
 */
export async function readCriteria(
  read: (input: string) => string,
  workspace: string,
  xpath: Pick<XPathJudge, 'faultsOf'>,
): Promise<{ entries: CriterionEntry[]; faults: Fault[] }> {
  const name = read('criteria-file')
  const faults: Fault[] = []
  const text = name === '' ? undefined : await readCriteriaFile(name, workspace, faults)
  const parsed = await checkCriteria(
    { criteria: read('criteria'), ...(text !== undefined && { file: { name, text } }) },
    xpath,
  )
  const inFile = parsed.faults.map((fault) => ({ text: faultText(fault), ...placeOf(fault, workspace) }))
  return { entries: parsed.entries, faults: [...faults, ...inFile] }
}

/** Empty for the input `criteria`, whose place in the workflow is unknown. */
function placeOf({ source }: CriteriaFault, workspace: string): Pick<Fault, 'place'> {
  const { file: name, line, column = 1 } = source
  if (name === undefined) return {}
  const file = relative(workspace, resolve(name)).replaceAll('\\', '/')
  return { place: { file, line, column } }
}

async function readCriteriaFile(
  name: string,
  workspace: string,
  faults: Fault[],
): Promise<string | undefined> {
  try {
    return await readWorkspaceFile(name, workspace, MAX_CRITERIA_BYTES)
  } catch (error) {
    const code = error instanceof Error ? codeOf(error) : ''
    const why =
      error instanceof FileError
        ? error.message
        : code === 'ENOENT'
          ? 'it does not exist; is the repository checked out before this step?'
          : `it cannot be read (${code}).`
    faults.push({ text: `Input 'criteria-file' names ${name}, but ${why}` })
    return undefined
  }
}
