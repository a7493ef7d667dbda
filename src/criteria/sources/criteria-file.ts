import { entryOf, type CriteriaForm } from './criteria-file-entry.ts'
import type { CriteriaFault, CriterionEntry, ParsedCriteria } from '../language/criterion-entry.ts'
import { caretExcerpt } from '../language/fault-text.ts'
import { MOST_CRITERIA } from './inline-criteria.ts'
import { type Located, type LocatedFault, readLocatedYaml } from '../../formats/located-yaml.ts'
import { didYouMean } from '../../foundation/nearest.ts'

const MOST_CHARACTERS = 1_000_000
const TOP_KEYS = ['criteria']
const NO_CRITERIA =
  "This is not a criteria file: it cannot be parsed, and has no key 'criteria'. It must begin with 'criteria:', followed by a list."

/**
 * Parses a criteria file, in XLT's format if its name ends in `.json`. Finds every fault; `name` is the file
 * as given in `criteria-file`. XPath expressions are not checked here.
 */
export async function parseCriteriaFile(text: string, name: string): Promise<ParsedCriteria> {
  if (text.length > MOST_CHARACTERS) {
    return faultAt({ file: name, line: 1 }, `The file is larger than ${MOST_CHARACTERS / 1000} kB.`)
  }
  const content = text.replace(/^\uFEFF/, '')
  const form = /\.json$/i.test(name) ? 'xlt-json' : 'yaml'
  const broken = form === 'xlt-json' ? jsonFault(content) : undefined
  if (broken) return syntaxFaults([broken], content, name)
  const document = await readLocatedYaml(content)
  if ('faults' in document) {
    const [first] = document.faults
    // These messages are our own and quote nothing from the file.
    if (document.refused && first)
      return faultAt({ file: name, line: first.line, column: first.column }, first.message)
    return syntaxFaults(document.faults, content, name)
  }
  // A file with only comments has no criteria, but that is not a fault: a message at the end says that
  // nothing was judged.
  if (isNothing(document.root) && content.trim() !== '') return { entries: [], faults: [] }
  return new CriteriaFileReader(name, form).read(document.root)
}

/**
 * If this key is there, the file is meant for criteria. Any other file may contain things that must not
 * appear in a log.
 */
const CRITERIA_KEY = /^[ \t{]*(?:criteria|'criteria'|"criteria")[ \t]*:/m

/** YAML accepts more than JSON; a file that XLT's checker could not read is rejected here too. */
function jsonFault(text: string): LocatedFault | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length)
    const before = text.slice(0, offset).split('\n')
    const said = message.replace(/ (?:in JSON )?at position.*$/s, '').replace(/, "[\s\S]*$/, '')
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `This is not JSON: ${said}.`,
    }
  }
}

/**
 * The parser's messages quote the file too, so for a file that is not a criteria file, only the place of the
 * first fault is shown.
 */
function syntaxFaults(faults: LocatedFault[], text: string, name: string): ParsedCriteria {
  if (!CRITERIA_KEY.test(text)) {
    const { line, column } = faults[0] ?? { line: 1, column: 1 }
    return faultAt({ file: name, line, column }, NO_CRITERIA)
  }
  const lines = text.split('\n')
  return {
    entries: [],
    faults: faults.map(({ line, column, message }) => ({
      source: { file: name, line, column },
      message,
      excerpt: caretExcerpt(lines[line - 1] ?? '', column),
    })),
  }
}

function faultAt(source: CriteriaFault['source'], message: string): ParsedCriteria {
  return { entries: [], faults: [{ source, message }] }
}

function isNothing(value: Located): boolean {
  return value.kind === 'scalar' && value.value === null
}

class CriteriaFileReader {
  readonly #name: string
  readonly #form: CriteriaForm
  readonly #entries: CriterionEntry[] = []
  readonly #faults: CriteriaFault[] = []

  constructor(name: string, form: CriteriaForm) {
    this.#name = name
    this.#form = form
  }

  read(root: Located): ParsedCriteria {
    const list = this.#listIn(root)
    if (list && list.length > MOST_CRITERIA) {
      this.#fault(root, `There are ${list.length} criteria; the maximum is ${MOST_CRITERIA}.`)
      return { entries: [], faults: this.#faults }
    }
    for (const item of list ?? []) {
      const { entry, faults } = entryOf(item, { file: this.#name, form: this.#form })
      this.#faults.push(...faults)
      if (entry) this.#entries.push(entry)
    }
    return { entries: this.#entries, faults: this.#faults }
  }

  #listIn(root: Located): Located[] | undefined {
    if (root.kind === 'list') {
      this.#fault(root, "The list of criteria must be under the key 'criteria:'.")
      return undefined
    }
    if (root.kind !== 'map') {
      this.#fault(root, "The file has no criteria: it must begin with 'criteria:', followed by a list.")
      return undefined
    }
    const criteria = root.entries.find(({ key }) => key === 'criteria')
    for (const { key, line, column } of root.entries) {
      const meant = didYouMean(key, TOP_KEYS)
      // The keys of another file must not be shown.
      if (TOP_KEYS.includes(key) || (criteria === undefined && meant === '')) continue
      this.#fault({ line, column }, `'${key}' is not a known key.${meant}`)
    }
    if (!criteria) this.#fault(root, "The key 'criteria' with the list of criteria is missing.")
    else if (isNothing(criteria.value)) return []
    else if (criteria.value.kind !== 'list') this.#fault(criteria.value, "'criteria' must be a list.")
    else return criteria.value.items
    return undefined
  }

  #fault({ line, column }: { line: number; column: number }, message: string): void {
    this.#faults.push({ source: { file: this.#name, line, column }, message })
  }
}
