import type { Assumption } from '../../src/providers/assumption.ts'
import type { ApiDocument, DocumentedOperation } from './api-document.ts'
import { compareBody } from './compare-body.ts'
import type { Finding } from './finding.ts'

/** Compares the scopes that an operation requires; `all` are the scopes that the client may request. */
export function compareScope(
  permission: string,
  { scopes, words }: DocumentedOperation,
  all: readonly string[],
): Finding {
  const item = 'scope'
  const expected = permission
  const named = (scopes ?? []).filter((alternative) => alternative.length > 0)
  if (named.length === 0) {
    if (words.includes(permission))
      return { status: 'confirmed', item, expected, found: `${permission}, in its description` }
    return { status: 'not stated', item, expected, found: 'the document names none for this operation' }
  }
  const enough = named.filter((alternative) => alternative.every((scope) => all.includes(scope)))
  if (enough.some((alternative) => alternative.includes(permission)))
    return { status: 'confirmed', item, expected, found: permission }
  const found = `the document requires ${named.map((alternative) => alternative.join(' and ')).join(', or ')}`
  return { status: 'contradicted', item, expected, found }
}

/**
 * The token endpoint is rarely listed among the paths: its address and scopes are part of the security
 * schemes.
 */
export function compareToken(
  assumption: Assumption,
  document: ApiDocument,
  scopes: readonly string[],
): Finding[] | undefined {
  if (!isGrant(assumption)) return undefined
  const { path, body } = assumption
  const item = 'token URL'
  const urls = document.tokenUrls
  const address: Finding =
    urls.length === 0
      ? { status: 'not stated', item, expected: path, found: 'the document has no client credentials flow' }
      : urls.includes(path)
        ? { status: 'confirmed', item, expected: path, found: path }
        : { status: 'contradicted', item, expected: path, found: `the document has ${urls.join(', ')}` }
  return [
    address,
    ...compareDeclared(assumption, document, scopes),
    ...compareBody(document.resolve, body, undefined),
    {
      status: 'not stated',
      item: 'response',
      expected: 'JSON',
      found: 'the document describes no response',
    },
  ]
}

/** Whether the document declares the scopes that the client requests. */
export function compareDeclared(
  assumption: Assumption,
  document: ApiDocument,
  scopes: readonly string[],
): Finding[] {
  return isGrant(assumption) ? [...new Set(scopes)].map((scope) => declared(scope, document)) : []
}

function isGrant({ body }: Assumption): boolean {
  return body?.contentType === 'application/x-www-form-urlencoded'
}

function declared(scope: string, { scopes }: ApiDocument): Finding {
  const item = `scope ${scope}`
  const expected = scope
  if (scopes.has(scope)) return { status: 'confirmed', item, expected, found: 'declared' }
  if (scopes.size === 0) return { status: 'not stated', item, expected, found: 'the document declares none' }
  return { status: 'not found', item, expected, found: `the document has ${[...scopes].join(', ')}` }
}
