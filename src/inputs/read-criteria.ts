import { codeOf, FileError } from '../platform/files/file-errors.ts'
import { readWorkspaceFile } from '../platform/files/workspace-file.ts'
import { checkCriteria } from '../criteria/check-criteria.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import { faultText } from '../criteria/language/fault-text.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'

/** More than the number of characters in a criteria file, in any encoding. */
const MAX_CRITERIA_BYTES = 4_000_000

/**
 * Criteria from the inputs `criteria` and `criteria-file`, and every fault in them as a separate message. The
 * file must be in `workspace`, where the repository is checked out.
 */
export async function readCriteria(
  read: (input: string) => string,
  workspace: string,
  xpath: Pick<XPathJudge, 'faultsOf'>,
): Promise<{ entries: CriterionEntry[]; faults: string[] }> {
  const name = read('criteria-file')
  const faults: string[] = []
  const text = name === '' ? undefined : await readCriteriaFile(name, workspace, faults)
  const parsed = await checkCriteria(
    { criteria: read('criteria'), ...(text !== undefined && { file: { name, text } }) },
    xpath,
  )
  return { entries: parsed.entries, faults: [...faults, ...parsed.faults.map(faultText)] }
}

async function readCriteriaFile(
  name: string,
  workspace: string,
  faults: string[],
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
    faults.push(`Input 'criteria-file' names ${name}, but ${why}`)
    return undefined
  }
}
