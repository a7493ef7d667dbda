import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { codeOf } from '../platform/files.ts'
import { checkCriteria } from '../criteria/check-criteria.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import { faultText } from '../criteria/language/fault-text.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'

/** Criteria of the inputs `criteria` and `criteria-file`, and every fault in them as a message of its own. */
export async function readCriteria(
  read: (input: string) => string,
  xpath: Pick<XPathJudge, 'faultsOf'>,
): Promise<{ entries: CriterionEntry[]; faults: string[] }> {
  const name = read('criteria-file')
  const faults: string[] = []
  const text = name === '' ? undefined : await readCriteriaFile(name, faults)
  const parsed = await checkCriteria(
    { criteria: read('criteria'), ...(text === undefined ? {} : { file: { name, text } }) },
    xpath,
  )
  return { entries: parsed.entries, faults: [...faults, ...parsed.faults.map(faultText)] }
}

async function readCriteriaFile(name: string, faults: string[]): Promise<string | undefined> {
  try {
    return await readFile(resolve(name), 'utf8')
  } catch (error) {
    const code = error instanceof Error ? codeOf(error) : ''
    const why =
      code === 'ENOENT'
        ? 'it does not exist; is the repository checked out before this step?'
        : `it cannot be read (${code}).`
    faults.push(`Input 'criteria-file' names ${name}, and ${why}`)
    return undefined
  }
}
