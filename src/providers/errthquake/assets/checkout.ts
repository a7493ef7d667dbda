import { relative, resolve } from 'node:path'
import type { Parameter } from '../../../formats/parameter-lines.ts'
import type { InputFault } from '../../../foundation/fields.ts'
import { FileError } from '../../../platform/files/file-errors.ts'
import type { AssetType } from '../calls.ts'
import type { Execution } from '../executions/execution.ts'
import type { FileFault } from './check-input-set.ts'
import { isOfCheckout, readCheckoutFile, type CheckoutFile } from './checkout-file.ts'
import { variablesIn } from './file-words.ts'

/** The files of the checkout that the executions name, checked but not uploaded yet. */
export interface Checkout {
  files: CheckoutFile[]
  /** The text of each configuration, by its name, with the values of `test-variables`. */
  texts: Map<string, string>
  warnings: string[]
  /** What could not be checked. */
  unknown: string[]
  faults: InputFault[]
}

/** The inputs that are about the checkout. */
export interface Wanted {
  executions: readonly Execution[]
  /** True if the executions come from the input `executions`, so that faults are about that input. */
  isListed: boolean
  objects: string
  /** Values for `{$NAME}` in configurations. */
  variables: readonly Parameter[]
  workspace: string
}

/** Faults in other inputs are reported for `executions` if the executions come from there. */
const OWN_INPUTS = ['test-objects', 'test-variables']

/** Reads and checks every named file of the checkout. Uploads nothing. */
export async function readCheckout(wanted: Wanted): Promise<Checkout> {
  const reader = new CheckoutReader(wanted)
  await reader.read()
  return reader.checkout
}

class CheckoutReader {
  readonly checkout: Checkout = { files: [], texts: new Map(), warnings: [], unknown: [], faults: [] }
  readonly #wanted: Wanted
  readonly #columns = new Map<string, readonly string[]>()
  /** Names of `test-variables` that a configuration contains. */
  readonly #used = new Set<string>()

  constructor(wanted: Wanted) {
    this.#wanted = wanted
  }

  async read(): Promise<void> {
    const { executions } = this.#wanted
    const names = (key: 'testInput' | 'testConfig'): string[] => [
      ...new Set(executions.map((execution) => execution[key]).filter(isOfCheckout)),
    ]
    for (const name of names('testInput')) await this.#readInputSet(name)
    for (const name of names('testConfig')) await this.#readConfiguration(name)
    if (this.#wanted.variables.length > 0) this.#checkVariables()
    if (this.#wanted.objects !== '') await this.#readObjects()
  }

  async #readInputSet(name: string): Promise<void> {
    const bytes = await this.#readFile('test-input', name, 'inputset')
    if (bytes === undefined) return
    const { checkInputSet } = await import('./check-input-set.ts')
    const { columns, faults } = checkInputSet(bytes)
    for (const fault of faults) this.#faultAt('test-input', name, fault)
    if (faults.length === 0) this.#columns.set(name, columns)
  }

  async #readConfiguration(name: string): Promise<void> {
    const bytes = await this.#readFile('test-config', name, 'configuration')
    if (bytes === undefined) return
    const { utf8Fault } = await import('./check-input-set.ts')
    const broken = utf8Fault(bytes)
    if (broken !== undefined) return this.#faultAt('test-config', name, broken)
    const text = bytes.toString('utf8').replace(/^\ufeff/, '')
    // Loaded here, because it loads the YAML parser.
    const { checkConfiguration, variableFaults } = await import('./check-configuration.ts')
    const configuration = await checkConfiguration(text)
    for (const fault of configuration.faults) this.#faultAt('test-config', name, fault)
    this.checkout.warnings.push(...configuration.warnings.map((warning) => placed(name, warning)))
    if (configuration.faults.length > 0) return
    this.checkout.texts.set(name, await this.#filled(name, text))
    const filled = this.#wanted.variables.map((variable) => variable.name)
    for (const variable of filled) if (configuration.variables.has(variable)) this.#used.add(variable)
    for (const input of this.#inputsOf(name)) {
      const columns = this.#columns.get(input)
      if (columns !== undefined) {
        for (const fault of variableFaults(configuration, new Set([...columns, ...filled]), input))
          this.#faultAt('test-config', name, fault)
      } else if (
        !isOfCheckout(input) &&
        [...configuration.variables.keys()].some((variable) => !filled.includes(variable))
      )
        this.checkout.unknown.push(
          `${name}: whether ${input} has a column for each variable is not known before the start, because ${input} is not a file of the checkout.`,
        )
    }
  }

  /** The text with the values of `test-variables`; unchanged, with a fault, if a value does not fit. */
  async #filled(name: string, text: string): Promise<string> {
    const { variables } = this.#wanted
    if (variables.length === 0) return text
    const { fillConfiguration } = await import('./fill-configuration.ts')
    const values = new Map(variables.map((variable) => [variable.name, variable.value]))
    const filled = await fillConfiguration(text, { variables: values, names: new Map() })
    if ('text' in filled) return filled.text
    this.#faultAt('test-variables', name, filled.fault)
    return text
  }

  /** Reports variables that have no effect, or an unexpected one. */
  #checkVariables(): void {
    const { variables } = this.#wanted
    if (!this.#wanted.executions.some(({ testConfig }) => isOfCheckout(testConfig)))
      return this.#fault(
        'test-variables',
        "Input 'test-variables' fills a configuration from the checkout, and 'test-config' names none.",
      )
    const isReadWhole = this.checkout.faults.length === 0
    for (const { name, value } of variables) {
      if (variablesIn(value).length > 0)
        this.#fault(
          'test-variables',
          `Input 'test-variables': the value of ${name} must not contain a variable itself.`,
        )
      if (isReadWhole && !this.#used.has(name))
        this.#fault(
          'test-variables',
          `Input 'test-variables': no configuration from the checkout contains {$${name}}.`,
        )
      for (const [input, columns] of this.#columns)
        if (columns.includes(name) && this.#used.has(name))
          this.checkout.warnings.push(
            `${input} has a column ${name}, and test-variables replaces it: all virtual users get the same value.`,
          )
    }
  }

  /** The inputs that a configuration is run with. */
  #inputsOf(config: string): string[] {
    const those = this.#wanted.executions.filter(({ testConfig }) => testConfig === config)
    return [...new Set(those.map(({ testInput }) => testInput))]
  }

  async #readObjects(): Promise<void> {
    const { objects, workspace } = this.#wanted
    if (this.checkout.texts.size === 0)
      this.#fault(
        'test-objects',
        "Input 'test-objects' is for files that a configuration from the checkout uses, and 'test-config' names none.",
      )
    const { objectFiles } = await import('./object-files.ts')
    const { names, faults } = await objectFiles(objects, workspace)
    for (const fault of faults) this.#fault('test-objects', fault)
    for (const name of names) await this.#readFile('test-objects', name, 'object')
  }

  async #readFile(input: string, name: string, type: AssetType): Promise<Buffer | undefined> {
    try {
      const { file, bytes } = await readCheckoutFile(name, type, this.#wanted.workspace)
      this.checkout.files.push(file)
      if (bytes.length > 0 || type === 'object') return bytes
      this.#fault(input, `${name} is empty.`)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      this.#fault(input, `Input '${this.#inputOf(input)}' names ${name}, and ${error.message}`)
    }
    return undefined
  }

  #faultAt(input: string, name: string, fault: FileFault): void {
    const { workspace } = this.#wanted
    const file = relative(workspace, resolve(workspace, name)).replaceAll('\\', '/')
    const { line, column } = fault
    this.checkout.faults.push({
      about: [this.#inputOf(input)],
      text: placed(name, fault),
      place: { file, line, column },
    })
  }

  #fault(input: string, text: string): void {
    this.checkout.faults.push({ about: [this.#inputOf(input)], text })
  }

  #inputOf(input: string): string {
    return this.#wanted.isListed && !OWN_INPUTS.includes(input) ? 'executions' : input
  }
}

function placed(name: string, { line, column, message }: FileFault): string {
  return `${name}, line ${line}, column ${column}: ${message.replace(/[.?]?$/, (end) => (end === '?' ? end : '.'))}`
}
