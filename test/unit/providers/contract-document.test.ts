import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { apiDocument, type ApiDocument } from '../../../scripts/contract/api-document.ts'
import { compareAll } from '../../../scripts/contract/compare.ts'
import { judgePlace } from '../../../scripts/contract/compare-fields.ts'
import { reportOf, type Finding } from '../../../scripts/contract/finding.ts'
import { fits, matchOperation } from '../../../scripts/contract/match.ts'
import { fieldsOf } from '../../../scripts/contract/schema-fields.ts'
import type { Assumption } from '../../../src/providers/assumption.ts'

type Json = Record<string, unknown>

function read(document: Json, location = 'http://document.invalid/'): ApiDocument {
  const model = apiDocument(document, location)
  if (model === undefined) throw new Error('not a document')
  return model
}

function withSchemas(schemas: Json): ApiDocument {
  return read({ openapi: '3.1.0', paths: {}, components: { schemas } })
}

/** What is found for a field that is read as text, in the schema named `A`. */
function judged(schemas: Json, place: string, type: 'string' | 'integer' = 'string'): string {
  const { resolve } = withSchemas(schemas)
  const { status, found } = judgePlace(resolve, ref('A'), place, { type, nullable: false })
  return `${status}: ${found}`
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

const TEXT = { type: 'string' }

describe('schemas', () => {
  test('references are followed, including names that need escaping', () => {
    expect(judged({ A: ref('B~1c d'), 'B/c d': { properties: { a: TEXT } } }, 'a')).toBe(
      'confirmed: a (string)',
    )
    expect(
      judged({ A: { properties: { a: { $ref: '#/components/schemas/B%20c' } } }, 'B c': TEXT }, 'a'),
    ).toBe('confirmed: a (string)')
  })

  test('a reference to nothing, to another document or in a circle states nothing', () => {
    for (const target of ['#/components/schemas/Z', 'other.json#/A', '#/components/schemas/A']) {
      expect(judged({ A: { $ref: target } }, 'a')).toBe('not stated: the document does not describe a')
    }
  })

  test('a schema that contains itself ends', () => {
    const tree = { type: 'object', properties: { a: TEXT, child: ref('A') } }
    expect(judged({ A: tree }, 'child.child.a')).toBe('confirmed: child.child.a (string)')
    expect(judged({ A: { allOf: [ref('A'), { properties: { a: TEXT } }] } }, 'a')).toBe(
      'confirmed: a (string)',
    )
  })

  test('allOf is one form, oneOf and anyOf are several: all that have the field must match', () => {
    const [a, b] = [{ properties: { a: TEXT } }, { properties: { a: { type: 'integer' } } }]
    expect(judged({ A: { allOf: [a, { properties: { b: TEXT } }] } }, 'b')).toBe('confirmed: b (string)')
    expect(judged({ A: { oneOf: [a, { properties: { b: TEXT } }] } }, 'a')).toBe('confirmed: a (string)')
    expect(judged({ A: { anyOf: [a, b] } }, 'a')).toBe('contradicted: the document has a (string or integer)')
  })

  test.each<[form: string, schema: Json]>([
    ['nullable', { type: 'string', nullable: true }],
    ['x-nullable', { type: 'string', 'x-nullable': true }],
    ['a list of types', { type: ['string', 'null'] }],
    ['anyOf with null', { anyOf: [TEXT, { type: 'null' }] }],
    ['an enum with null', { enum: ['a', null] }],
  ])('%s may be null', (_form, schema) => {
    expect(judged({ A: { properties: { a: schema } } }, 'a')).toBe(
      'contradicted: a (string) may be null, which the client rejects',
    )
    const { resolve } = withSchemas({ A: { properties: { a: schema } } })
    expect(judgePlace(resolve, ref('A'), 'a', { type: 'string', nullable: true }).status).toBe('confirmed')
  })

  test('lists are followed, including lists at the top', () => {
    const list = { type: 'array', items: { properties: { a: TEXT } } }
    expect(judged({ A: list }, '[].a')).toBe('confirmed: [].a (string)')
    expect(judged({ A: { properties: { l: list } } }, 'l[].a')).toBe('confirmed: l[].a (string)')
    expect(judged({ A: list }, 'a')).toBe('not found: the document has nothing')
  })

  test('anything that is not described is neither found nor missing', () => {
    expect(judged({ A: { type: 'object' } }, 'a')).toBe('not stated: the document does not describe a')
    expect(judged({ A: { properties: { a: {} } } }, 'a')).toBe('not stated: a has no type in the document')
    expect(judged({ A: { properties: { b: TEXT } } }, 'a')).toBe('not found: the document has b')
  })

  test('a number may not be a whole number', () => {
    const schemas = { A: { properties: { a: { type: 'number' } } } }
    expect(judged(schemas, 'a', 'integer')).toBe('not stated: a (number) may not be a whole number')
  })
})

describe('paths', () => {
  test('parameters may have other names, and a number matches a parameter', () => {
    expect(fits('/a/{x}/b/1', '/a/{other-name}/b/{r}')).toBe(true)
    expect(fits('/a/{x}', '/a/:id/')).toBe(true)
    for (const other of ['/a/x', '/a/{x}/c', '/A/{x}']) expect(fits('/a/{x}', other)).toBe(false)
  })

  const item = { get: { responses: {} } }
  const paths = { '/orgs/{o}/projects/{p}/load-tests': item }
  const wanted = { method: 'GET', path: '/public/api/v2/orgs/{a}/projects/{b}/load-tests' }
  const kindOf = (more: Json, location?: string): string =>
    matchOperation(wanted, read({ openapi: '3.0.0', paths, ...more }, location).operations).kind

  test.each<[where: string, more: Json, location: string | undefined]>([
    ['a whole URL', { servers: [{ url: 'https://xtc.example/public/api/v2/' }] }, undefined],
    ['a path', { servers: [{ url: '/public/api/v2' }] }, undefined],
    ['one of several', { servers: [{ url: '/public/api/v1' }, { url: '/public/api/v2' }] }, undefined],
    [
      'a variable',
      { servers: [{ url: '/public/api/{version}', variables: { version: { default: 'v2' } } }] },
      undefined,
    ],
    ['relative to the document', { servers: [{ url: './v2' }] }, 'https://xtc.example/public/api/json'],
    ['Swagger 2', { openapi: undefined, swagger: '2.0', basePath: '/public/api/v2' }, undefined],
  ])('the base path may be part of the server: %s', (_where, more, location) => {
    expect(kindOf(more, location)).toBe('found')
  })

  test('another base path is noticed', () => {
    expect(kindOf({})).toBe('base')
    expect(kindOf({ servers: [{ url: '/public/api/v1' }] })).toBe('none')
  })
})

describe('Swagger 2', () => {
  const assumption: Assumption = {
    name: 'start',
    method: 'POST',
    path: '/api/tests/{id}',
    permission: 'RUN',
    query: ['fast'],
    body: { contentType: 'application/json', sample: { action: 'go', count: 1 } },
    answer: {
      kind: 'json',
      schema: z.looseObject({ id: z.number(), files: z.array(z.looseObject({ name: z.string() })) }),
      fields: [
        { what: 'the id', at: ['id'] },
        { what: 'a name', at: ['files[].name'] },
      ],
    },
  }
  const document = (more: Json = {}): Json => ({
    swagger: '2.0',
    basePath: '/api',
    consumes: ['application/json; charset=utf-8'],
    produces: ['application/json'],
    securityDefinitions: {
      oauth: {
        type: 'oauth2',
        flow: 'application',
        tokenUrl: 'https://x.example/token',
        scopes: { RUN: '' },
      },
    },
    definitions: { File: { properties: { name: { type: 'string' } } } },
    paths: {
      '/tests/{test}': {
        post: {
          security: [{ oauth: ['RUN'] }],
          parameters: [
            { name: 'fast', in: 'query', type: 'boolean' },
            {
              name: 'body',
              in: 'body',
              schema: { properties: { action: { enum: ['go'] }, count: { type: 'integer' } } },
            },
          ],
          responses: {
            200: {
              schema: {
                properties: {
                  id: { type: 'number' },
                  files: { type: 'array', items: { $ref: '#/definitions/File' } },
                },
              },
            },
          },
          ...more,
        },
      },
    },
  })
  const findings = (more?: Json): Finding[] =>
    compareAll([assumption], read(document(more))).flatMap((operation) => operation.findings)

  test('everything is found where that version has it', () => {
    expect(findings().map(({ item, status }) => `${item}: ${status}`)).toEqual([
      'path: confirmed',
      'scope: confirmed',
      'parameter fast: confirmed',
      'body: confirmed',
      'body field action: confirmed',
      'body field count: confirmed',
      'response: confirmed',
      'the id: confirmed',
      'a name: confirmed',
    ])
    expect(read(document()).tokenUrls).toEqual(['/token'])
  })

  test('form fields are a body', () => {
    const form = { name: 'action', in: 'formData', type: 'string', required: true }
    const { operations } = read(document({ parameters: [form], consumes: ['multipart/form-data'] }))
    expect(operations[0]?.body?.required).toBe(true)
    expect([...(operations[0]?.body?.contents.keys() ?? [])]).toEqual(['multipart/form-data'])
  })

  test('a scope that only the description names is taken from there', () => {
    const scope = findings({ security: undefined, description: 'Needs the scope RUN.' })[1]
    expect(scope).toMatchObject({ status: 'confirmed', found: 'RUN, in its description' })
    expect(findings({ security: undefined })[1]).toMatchObject({ status: 'not stated' })
  })
})

test('text of a document cannot break a line of the report', () => {
  const finding: Finding = { status: 'not found', item: 'a', expected: 'b', found: 'c\n::error::d\u001b[2J' }
  expect(reportOf([{ title: 't', findings: [finding] }])).toBe(
    't\n  not found     a: expected b; c ::error::d\ufffd[2J\n\nTotal 1: 0 confirmed, 0 contradicted, 1 not found, 0 not stated.\n',
  )
})

test('a schema of a kind that cannot be compared is rejected, not ignored', () => {
  expect(() => fieldsOf(z.looseObject({ a: z.date() }))).toThrow(
    'a: a schema of type date cannot be compared yet',
  )
})
