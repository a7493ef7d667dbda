import type { CriteriaFault, CriterionEntry } from '../language/criterion-entry.ts'
import { caretExcerpt } from '../language/fault-text.ts'
import { withoutComment } from './inline-criteria.ts'
import { parseCriterion } from '../language/criterion-parser.ts'
import type { Located, LocatedEntry } from '../../formats/located-yaml.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import type { Severity } from '../language/severity.ts'
import { type FieldReader, readWaiver } from './waiver-field.ts'

/** The formats of a criteria file: ours in YAML, or that of XLT's own checker in JSON. */
export type CriteriaForm = 'yaml' | 'xlt-json'

const KEYS = {
  yaml: ['check', 'xpath', 'id', 'message', 'severity', 'enabled', 'waiver'],
  'xlt-json': ['id', 'condition', 'enabled', 'message'],
}
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'validity']
const PREFIXES = ['warn', 'valid']
const MOST_ID = 200
const MOST_TEXT = 20_000

interface FileContext {
  file: string
  form: CriteriaForm
}

/** One item of the list in a criteria file: all its faults, and the entry only if there are none. */
export function entryOf(
  item: Located,
  context: FileContext,
): { entry?: CriterionEntry; faults: CriteriaFault[] } {
  const reader = new EntryReader(context)
  const entry = reader.read(item)
  return entry && reader.faults.length === 0 ? { entry, faults: [] } : { faults: reader.faults }
}

class EntryReader implements FieldReader {
  readonly faults: CriteriaFault[] = []
  readonly #file: string
  readonly #form: CriteriaForm

  constructor({ file, form }: FileContext) {
    this.#file = file
    this.#form = form
  }

  read(item: Located): CriterionEntry | undefined {
    if (this.#form === 'yaml') {
      if (item.kind === 'scalar') return this.#checkEntry(item, item, new Map())
      const prefixed = this.#prefixed(item)
      if (prefixed) return this.#checkEntry(prefixed, item, new Map())
    }
    if (item.kind !== 'map') {
      const wanted =
        this.#form === 'yaml'
          ? 'a text such as requests.p95 < 500ms, or an object with check or xpath'
          : 'an object with id and condition'
      return this.fault(item, `A criterion must be ${wanted}.`)
    }
    return this.#fromFields(item, this.#fields(item.entries))
  }

  /** YAML parses `- warn: requests.p95 < 1s` as a map; it means the criterion as written. */
  #prefixed(item: Located): Located | undefined {
    if (item.kind !== 'map' || item.entries.length !== 1) return undefined
    const [only] = item.entries
    if (!only || !PREFIXES.includes(only.key) || only.value.kind !== 'scalar') return undefined
    const { line, column } = only
    return {
      kind: 'scalar',
      value: `${only.key}: ${String(only.value.value)}`,
      plain: only.value.plain,
      line,
      column,
    }
  }

  #fields(entries: LocatedEntry[]): Map<string, Located> {
    const known = KEYS[this.#form]
    for (const { key, line, column } of entries) {
      if (!known.includes(key)) {
        this.fault(
          { line, column },
          `'${key}' is not a known key.${didYouMean(key, known)} Keys are ${known.join(', ')}.`,
        )
      }
    }
    return new Map(entries.map(({ key, value }) => [key, value]))
  }

  #fromFields(item: Located, fields: Map<string, Located>): CriterionEntry | undefined {
    const check = fields.get('check')
    const xpath = fields.get(this.#form === 'yaml' ? 'xpath' : 'condition')
    if (this.#form === 'xlt-json' && !fields.has('id')) this.fault(item, "'id' is missing.")
    if (check && xpath) return this.fault(item, "A criterion can have 'check' or 'xpath', but not both.")
    if (check) return this.#checkEntry(check, item, fields)
    if (!xpath) {
      return this.fault(
        item,
        this.#form === 'yaml' ? "'check' or 'xpath' is missing." : "'condition' is missing.",
      )
    }
    const expression = this.text(xpath, 'The XPath expression')
    if (expression === undefined) return undefined
    const severity = this.#severity(fields.get('severity')) ?? 'error'
    return this.#entry(item, fields, { text: expression, severity, test: { kind: 'xpath', expression } })
  }

  #checkEntry(check: Located, item: Located, fields: Map<string, Located>): CriterionEntry | undefined {
    const text = this.text(check, 'The criterion')
    if (text === undefined) return undefined
    const result = parseCriterion(text)
    if ('fault' in result) {
      const { column, message } = result.fault
      const exact = check.kind === 'scalar' && check.plain ? check.column + column - 1 : check.column
      return this.fault(
        { line: check.line, column: exact },
        `${message}${yamlHint(check, text)}`,
        caretExcerpt(text, column),
      )
    }
    const { criterion } = result
    const given = this.#severity(fields.get('severity'))
    if (given !== undefined && criterion.severity !== 'error' && given !== criterion.severity) {
      this.fault(
        check,
        `The criterion has the prefix for ${criterion.severity}, but 'severity' is ${given}: remove one of them.`,
      )
    }
    const severity = given ?? criterion.severity
    return this.#entry(item, fields, {
      text: withoutComment(text),
      severity,
      test: { kind: 'measure', criterion },
    })
  }

  #entry(
    item: Located,
    fields: Map<string, Located>,
    rest: Pick<CriterionEntry, 'text' | 'severity' | 'test'>,
  ): CriterionEntry {
    const id = fields.has('id') ? this.text(fields.get('id'), "'id'", MOST_ID) : undefined
    const message = fields.has('message') ? this.text(fields.get('message'), "'message'") : undefined
    const waiver = fields.has('waiver') ? readWaiver(fields.get('waiver'), this) : undefined
    const { line, column } = item
    return {
      // An empty id is replaced by one based on the place, once all criteria are known.
      id: id ?? '',
      ...rest,
      enabled: this.#enabled(fields.get('enabled')),
      ...(message !== undefined && { message }),
      ...(waiver && { waiver }),
      source: { file: this.#file, line, column },
    }
  }

  #severity(value: Located | undefined): Severity | undefined {
    if (!value) return undefined
    const text = this.text(value, "'severity'")
    const severity = SEVERITIES.find((name) => name === text)
    if (text !== undefined && !severity) {
      this.fault(
        value,
        `'severity' must be one of ${SEVERITIES.join(', ')}, not '${text}'.${didYouMean(text, SEVERITIES)}`,
      )
    }
    return severity
  }

  #enabled(value: Located | undefined): boolean {
    if (!value) return true
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value
    this.fault(value, "'enabled' must be true or false.")
    return true
  }

  /** The text of a value; a fault if it is not a text. */
  text(value: Located | undefined, what: string, most = MOST_TEXT): string | undefined {
    const at = value ?? { line: 1, column: 1 }
    if (value?.kind !== 'scalar' || (typeof value.value !== 'string' && typeof value.value !== 'number')) {
      return this.fault(at, `${what} must be a text.`)
    }
    const text = String(value.value).trim()
    if (text === '') return this.fault(at, `${what} is empty.`)
    return text.length > most ? this.fault(at, `${what} is longer than ${most} characters.`) : text
  }

  /** Notes a fault, and returns nothing, so it can be used in place of a value that is missing. */
  fault({ line, column }: { line: number; column: number }, message: string, excerpt?: string): undefined {
    this.faults.push({
      source: { file: this.#file, line, column },
      message,
      ...(excerpt !== undefined && { excerpt }),
    })
    return undefined
  }
}

/** YAML ends an unquoted text at ` #`, even inside the quotes of a label. */
function yamlHint(check: Located, text: string): string {
  const cut = check.kind === 'scalar' && check.plain && (text.match(/"/g) ?? []).length % 2 === 1
  return cut ? " In YAML, ' #' starts a comment: put the whole criterion in single quotes." : ''
}
