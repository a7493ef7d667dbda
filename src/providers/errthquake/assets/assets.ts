import { createHash, createHmac } from 'node:crypto'
import { basename, dirname, extname, relative } from 'node:path'
import { GateError } from '../../../foundation/errors.ts'
import type { AssetType } from '../calls.ts'
import type { Execution } from '../executions/execution.ts'
import type { Checkout } from './checkout.ts'
import { readUnchanged, type CheckoutFile } from './checkout-file.ts'

/** A file of the checkout with the name that it gets in the workspace at the service. */
export interface Asset {
  name: string
  type: AssetType
  /** The file as named in the workflow. */
  file: string
  sizeBytes: number
  load(): Promise<Buffer>
}

export interface Assets {
  list: Asset[]
  /** The executions, with the new names of the files. */
  executions: Execution[]
  warnings: string[]
}

interface Owner {
  /** The repository and the step. */
  origin: string
  /** A key for names that reveal nothing about the content, which may have secrets. */
  key: string
}

/**
 * Names are derived from repository, step and content: the same content has the same name, and files that
 * somebody else uploads have other names.
 */
export async function assetsOf(
  checkout: Checkout,
  executions: readonly Execution[],
  owner: Owner,
): Promise<Assets> {
  const found = new Map<string, Asset>()
  const add = (file: CheckoutFile, asset: Omit<Asset, 'file' | 'type'>): void =>
    void found.set(file.name, { ...asset, type: file.type, file: file.name })
  const of = (type: AssetType): CheckoutFile[] => checkout.files.filter((file) => file.type === type)
  for (const file of [...of('object'), ...of('inputset')]) {
    const name = nameOf(owner, file.sha256, extensionOf(file))
    add(file, { name, sizeBytes: file.sizeBytes, load: () => readUnchanged(file) })
  }
  const unused = new Set(of('object').map(({ name }) => name))
  for (const file of of('configuration')) {
    const names = namesOfObjects(of('object'), file, found)
    const { text, used } = await filled(checkout.texts.get(file.name) ?? '', names)
    for (const object of of('object'))
      if (used.has(found.get(object.name)?.name ?? '')) unused.delete(object.name)
    const bytes = Buffer.from(text)
    const name = nameOf(owner, createHash('sha256').update(bytes).digest('hex'), '.yaml')
    add(file, { name, sizeBytes: bytes.length, load: async () => bytes })
  }
  const warnings = [...unused].map(
    (name) => `${name} is among the test-objects, and no value in a configuration is its name.`,
  )
  const named = (name: string): string => found.get(name)?.name ?? name
  return {
    list: [...new Map([...found.values()].map((asset) => [asset.name, asset])).values()],
    executions: executions.map((execution) => ({
      ...execution,
      testInput: named(execution.testInput),
      testConfig: named(execution.testConfig),
    })),
    warnings,
  }
}

/** Whether this action creates such names: nothing else is ever deleted. */
export function isOwnName(name: string): boolean {
  return /^ltg-[0-9a-f]{12}-[0-9a-f]{16}(\.[a-z0-9]{1,10})?$/.test(name)
}

/** The part of such a name that stands for repository and step. */
export function stepOf(name: string): string {
  return name.split('-')[1] ?? ''
}

function nameOf({ origin, key }: Owner, sha256: string, extension: string): string {
  const step = createHash('sha256').update(origin).digest('hex').slice(0, 12)
  const content = createHmac('sha256', key).update(sha256).digest('hex').slice(0, 16)
  return `ltg-${step}-${content}${extension}`
}

function extensionOf({ type, name }: CheckoutFile): string {
  if (type === 'inputset') return '.csv'
  const extension = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,10}$/.test(extension) ? extension : ''
}

/**
 * The names that a configuration can use for an object: the path from the configuration, the path in the
 * checkout, or only the file name.
 */
function namesOfObjects(
  objects: readonly CheckoutFile[],
  configuration: CheckoutFile,
  found: ReadonlyMap<string, Asset>,
): Map<string, string> {
  const names = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const object of objects) {
    const asset = found.get(object.name)?.name ?? ''
    const fromHere = relative(dirname(configuration.path), object.path).replaceAll('\\', '/')
    for (const alias of new Set([fromHere, `./${fromHere}`, object.name, basename(object.path)])) {
      if ((names.get(alias) ?? asset) !== asset) ambiguous.add(alias)
      names.set(alias, asset)
    }
  }
  for (const alias of ambiguous) names.delete(alias)
  return names
}

async function filled(
  text: string,
  names: Map<string, string>,
): Promise<{ text: string; used: Set<string> }> {
  if (names.size === 0) return { text, used: new Set() }
  const { fillConfiguration } = await import('./fill-configuration.ts')
  const result = await fillConfiguration(text, { variables: new Map(), names })
  if ('text' in result) return result
  throw new GateError(
    'bad-input',
    `The names of the test objects do not fit into the configuration: ${result.fault.message}.`,
  )
}
