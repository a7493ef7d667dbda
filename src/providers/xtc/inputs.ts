import {
  anyText,
  BASE_URL_ALLOWED,
  baseUrl,
  choice,
  credential,
  field,
  optional,
  type FieldValue,
  type InputFault,
} from '../../foundation/fields.ts'
import {
  parametersOf,
  secretsInLines,
  type Parameter,
  type ParameterRules,
} from '../../formats/parameter-lines.ts'
import { codeOf, FileError } from '../../platform/files/file-errors.ts'
import type { Asked } from '../service.ts'
import type { TestCode } from './code/test-code.ts'
import { isPropertiesWord } from './contracts/run-properties.ts'

export const XTC_FIELDS = {
  'xtc-url': field(BASE_URL_ALLOWED, (text) => baseUrl(text === '' ? 'https://xtc.xceptance.com' : text)),
  'xtc-organization': optional('a short name (letters, digits, - _ .)', shortName),
  'xtc-project': optional('a short name (letters, digits, - _ .)', shortName),
  'xtc-load-test': optional(
    "a load test's number, or its name (prefixed with 'name:' if the name is all digits)",
    loadTest,
  ),
  'xtc-client-id': credential,
  'xtc-client-secret': credential,
  'xtc-api-version': choice(['v2', 'v1'], 'v2'),
  'xtc-run-request': optional('a JSON object', jsonObject, { secret: true }),
  'xtc-properties': anyText,
  'xtc-test-code': anyText,
}

export type LoadTestChoice = { number: number } | { name: string }

export interface XtcInputs {
  url: string
  organization: string
  project: string
  loadTest?: LoadTestChoice
  clientId: string
  clientSecret: string
  apiVersion: 'v1' | 'v2'
  runRequest?: Record<string, unknown>
  properties: Parameter[]
  /** The folder of the checkout with the test code, as named in the workflow. */
  codeFolder?: string
  /** The same folder, packed and checked; absent if it was not checked. */
  testCode?: TestCode
}

/** Java treats a colon like an equals sign. */
const PROPERTIES: ParameterRules = {
  input: 'xtc-properties',
  names: {
    allowed: 'a name of at most 300 characters without blanks and colons',
    pattern: /^[^\s:=]{1,300}$/,
  },
}

export type XtcFields = { [K in keyof typeof XTC_FIELDS]: FieldValue<(typeof XTC_FIELDS)[K]> }

/** Inputs that are missing or contradict each other. */
export function xtcFaults(fields: XtcFields, { starts, runIds }: Asked): InputFault[] {
  const faults: InputFault[] = []
  if (runIds.length > 1 || runIds.some((id) => !/^\d+$/.test(id)))
    faults.push({ about: ['run-id'], text: "Input 'run-id' must be one number for provider xtc." })
  const need = (name: string, present: boolean, hint: string): void => {
    const text = `Input '${name}' is required for provider xtc: ${hint}.`
    if (!present) faults.push({ about: [name], text, ...(isCredential(name) && { lacksSecret: true }) })
  }
  need(
    'xtc-organization',
    fields['xtc-organization'].value !== undefined,
    'the short name of the organization',
  )
  need('xtc-project', fields['xtc-project'].value !== undefined, 'the short name of the project')
  need('xtc-client-id', fields['xtc-client-id'] !== '', 'the client ID of the API client credentials')
  need(
    'xtc-client-secret',
    fields['xtc-client-secret'] !== '',
    'the client secret of the API client credentials',
  )
  if (starts) {
    need(
      'xtc-load-test',
      fields['xtc-load-test'].value !== undefined,
      'the number or name of the load test to duplicate',
    )
  }
  const { properties, faults: inLines } = propertiesOf(fields)
  faults.push(...inLines)
  if (fields['xtc-api-version'] === 'v2') return faults
  const needV2 = (name: string): void =>
    void faults.push({
      about: [name],
      text: `Input '${name}' needs xtc-api-version v2: with v1, ${name === 'xtc-test-code' ? 'there are no code archives' : 'the start request has no body'}.`,
    })
  if (fields['xtc-run-request'].value !== undefined) needV2('xtc-run-request')
  if (properties.length > 0) needV2('xtc-properties')
  if (fields['xtc-test-code'] !== '') needV2('xtc-test-code')
  return faults
}

function isCredential(name: string): boolean {
  return name === 'xtc-client-id' || name === 'xtc-client-secret'
}

/** Only for fields without faults. */
export function xtcInputs(fields: XtcFields): XtcInputs {
  const loadTest = fields['xtc-load-test'].value
  const runRequest = fields['xtc-run-request'].value
  return {
    url: fields['xtc-url'],
    organization: fields['xtc-organization'].value ?? '',
    project: fields['xtc-project'].value ?? '',
    clientId: fields['xtc-client-id'],
    clientSecret: fields['xtc-client-secret'],
    apiVersion: fields['xtc-api-version'],
    ...(loadTest !== undefined && { loadTest }),
    ...(runRequest !== undefined && { runRequest }),
    properties: propertiesOf(fields).properties,
    ...(fields['xtc-test-code'] !== '' && { codeFolder: fields['xtc-test-code'] }),
  }
}

/** Packs the folder of `xtc-test-code` to check whether it can be uploaded. */
export async function testCodeOf(
  { 'xtc-test-code': folder }: XtcFields,
  { starts, workspace }: Pick<Asked, 'starts' | 'workspace'>,
): Promise<{ testCode?: TestCode; faults: InputFault[] }> {
  if (folder === '' || !starts || workspace === undefined) return { faults: [] }
  const { checkTestCode } = await import('./code/test-code.ts')
  try {
    return { testCode: await checkTestCode(folder, workspace), faults: [] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isOfFiles = error instanceof FileError || codeOf(error) !== ''
    if (!isOfFiles) throw error
    const why = error instanceof FileError ? error.message : `it cannot be read (${codeOf(error)}).`
    return {
      faults: [{ about: ['xtc-test-code'], text: `Input 'xtc-test-code' names ${folder}, and ${why}` }],
    }
  }
}

function propertiesOf(fields: XtcFields): { properties: Parameter[]; faults: InputFault[] } {
  const { parameters, faults } = parametersOf(fields['xtc-properties'], PROPERTIES)
  return { properties: parameters, faults }
}

/** The secret, every text in the run request, because it may contain secret properties, and the secret properties. */
export function xtcSecrets(input: (name: string) => string): string[] {
  const request = textsOf(jsonObject(input('xtc-run-request'))).filter((text) => !isPropertiesWord(text))
  return [input('xtc-client-secret'), ...request, ...secretsInLines(input('xtc-properties'))]
}

function shortName(text: string): string | undefined {
  return /^[\w.-]{1,100}$/.test(text) && !/^\.+$/.test(text) ? text : undefined
}

function loadTest(text: string): LoadTestChoice | undefined {
  if (/^\d{1,15}$/.test(text)) return { number: Number(text) }
  const name = text.startsWith('name:') ? text.slice('name:'.length).trim() : text
  return name === '' ? undefined : { name }
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
