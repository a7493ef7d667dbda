import type { Assumption } from '../../src/providers/assumption.ts'
import type { ApiDocument, DocumentedOperation } from './api-document.ts'
import { compareBody } from './compare-body.ts'
import { compareField } from './compare-fields.ts'
import { compareParameters } from './compare-parameters.ts'
import type { ComparedOperation, Finding } from './finding.ts'
import { matchOperation } from './match.ts'
import { compareDeclared, compareScope, compareToken } from './compare-scopes.ts'
import { fieldsOf } from './schema-fields.ts'

/** Compares everything that the client assumes about a service with its document, operation by operation. */
export function compareAll(assumptions: readonly Assumption[], document: ApiDocument): ComparedOperation[] {
  const scopes = assumptions.flatMap(({ permission }) => permission ?? [])
  return assumptions.map((assumption) => ({
    title: titleOf(assumption),
    findings: compareOne(assumption, document, scopes),
  }))
}

export function titleOf({ name, method, path }: Assumption): string {
  return `${name}: ${method} ${path}`
}

function compareOne(assumption: Assumption, document: ApiDocument, scopes: readonly string[]): Finding[] {
  const paths = [assumption.path, ...(assumption.elsewhere ?? [])]
  const tried = paths.map((at) => matchOperation({ ...assumption, path: at }, document.operations))
  const matched =
    tried.find(({ kind }) => kind === 'found') ?? matchOperation(assumption, document.operations)
  const expected = `${assumption.method} ${assumption.path}`
  const path = (status: Finding['status'], found: string): Finding => ({
    status,
    item: 'path',
    expected,
    found,
    ...(assumption.without !== undefined && { without: assumption.without }),
  })
  if (matched.kind === 'found') {
    const { operation } = matched
    return [
      path('confirmed', shown(operation)),
      ...compareDeclared(assumption, document, scopes),
      ...details(assumption, operation, document, scopes),
    ]
  }
  const token = compareToken(assumption, document, scopes)
  if (token !== undefined) return token
  if (matched.kind === 'method')
    return [path('contradicted', `the document has ${matched.methods.join(', ')} there`)]
  if (matched.kind === 'base') {
    const { operation } = matched
    return [
      path('contradicted', `the document has ${shown(operation)}`),
      ...details(assumption, operation, document, scopes),
    ]
  }
  const near = matched.nearest === undefined ? '' : `; the closest is ${shown(matched.nearest)}`
  return [path('not found', `the document has no such operation${near}`)]
}

function shown({ method, path }: DocumentedOperation): string {
  return `${method} ${path}`
}

function details(
  assumption: Assumption,
  operation: DocumentedOperation,
  { resolve }: ApiDocument,
  scopes: readonly string[],
): Finding[] {
  const { permission, body } = assumption
  return [
    ...(permission === undefined ? [] : [compareScope(permission, operation, scopes)]),
    ...compareParameters(assumption, operation, resolve),
    ...compareBody(resolve, body, operation.body),
    ...compareAnswer(assumption, operation, resolve),
  ]
}

function compareAnswer(
  { answer }: Assumption,
  operation: DocumentedOperation,
  resolve: ApiDocument['resolve'],
): Finding[] {
  if (answer.kind === 'any') return []
  const contents = operation.answer
  const expected = answer.kind === 'json' ? 'JSON' : answer.contentTypes.join(' or ')
  const item = 'response'
  if (contents === undefined)
    return [{ status: 'not stated', item, expected, found: 'the document describes no response' }]
  const types = [...contents.keys()]
  const isFit = (type: string): boolean =>
    answer.kind === 'json' ? /[/+]json$/.test(type) : answer.contentTypes.includes(type)
  const type = types.find(isFit) ?? types.find((one) => one === '*/*')
  if (type === undefined)
    return [{ status: 'contradicted', item, expected, found: `the document has ${types.join(', ')}` }]
  if (answer.kind === 'file') {
    const status = type === '*/*' ? 'not stated' : 'confirmed'
    return [{ status, item, expected, found: type }]
  }
  const kinds = fieldsOf(answer.schema)
  return [
    { status: 'confirmed', item, expected, found: type },
    ...answer.fields.flatMap((field) => compareField(resolve, contents.get(type), field, kinds)),
  ]
}
