import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errthquakeDocument } from '../../simulator/errthquake-document.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../../simulator/errthquake.ts'
import { startSimulator, type Simulator } from '../../simulator/simulator.ts'
import { xtcDocument } from '../../simulator/xtc-document.ts'
import { XTC_RUN_SCOPES } from '../../simulator/xtc-token.ts'

type Json = Record<string, unknown>

let simulator: Simulator
let token: string

beforeAll(async () => {
  simulator = await startSimulator({ xltData: { lines: 100 }, requestLog: { lines: 100 } })
  const form = {
    client_id: 'simulated-client',
    client_secret: 'simulated-client-secret',
    grant_type: 'client_credentials',
    scope: XTC_RUN_SCOPES.join(' '),
  }
  const answer = await fetch(`${simulator.xtcUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  token = ((await answer.json()) as { access_token: string }).access_token
})
afterAll(() => simulator.close())

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const XTC = xtcDocument('')
const ERRTHQUAKE = errthquakeDocument()

/** Ajv keeps what it compiled for a known document. */
function idOf(document: Json): string {
  const id = document === XTC ? 'xtc' : 'errthquake'
  if (ajv.getSchema(id) === undefined) ajv.addSchema(document, id)
  return id
}

/** The faults of a response according to its schema in the document. */
function faults(document: Json, path: string, method: string, answer: unknown): string {
  const pointer = `${idOf(document)}#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses/200/content/application~1json/schema`
  const validate = ajv.getSchema(encodeURI(pointer))
  if (validate === undefined) throw new Error(`The document has no ${method} ${path}.`)
  return validate(answer) === true ? '' : ajv.errorsText(validate.errors)
}

describe("XTC's document matches the simulated service", () => {
  const test7 = '/{loadTestIndex}'
  test.each([
    ['v1', 'get', '/loadTests', ''],
    ['v1', 'get', '/loadTests', test7],
    ['v1', 'get', '/loadTests', `${test7}/status`],
    ['v1', 'get', '/loadTests', `${test7}/runCopy`],
    ['v2', 'get', '/load-tests', ''],
    ['v2', 'get', '/load-tests', test7],
    ['v2', 'post', '/load-tests', test7],
    ['v2', 'get', '/load-tests', `${test7}/status`],
  ])('%s %s %s%s', async (version, method, noun, rest) => {
    const base = `/public/api/${version}/orgs/{orgShortName}/projects/{projectShortName}${noun}${rest}`
    const path = base
      .replace('{orgShortName}', 'acme')
      .replace('{projectShortName}', 'shop')
      .replace('{loadTestIndex}', '7')
    const answer = await fetch(`${simulator.xtcUrl}${path}`, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}` },
      ...(method === 'post' && { body: '{"action":"runCopy"}' }),
    })
    expect(answer.status).toBe(200)
    expect(faults(XTC, base, method, await answer.json())).toBe('')
  })

  test('and is published as JSON and as YAML', async () => {
    const json = await fetch(`${simulator.xtcUrl}/public/api/json`)
    expect(await json.json()).toEqual(xtcDocument(simulator.xtcUrl))
    const yaml = await fetch(`${simulator.xtcUrl}/public/api/yaml`)
    expect(await yaml.text()).toContain('openapi: 3.0.3')
  })

  test('and a wrong response would be noticed', () => {
    const path = '/public/api/v1/orgs/{orgShortName}/projects/{projectShortName}/loadTests'
    const wrong = { success: true, data: [{ index: 'seven' }] }
    expect(faults(XTC, path, 'get', wrong)).toContain('must be integer')
  })
})

describe("Errthquake's document matches the simulated service", () => {
  test.each(['', '/{workspace-uuid}', '/{workspace-uuid}/hours'])('GET /workspaces%s', async (rest) => {
    const path = `/workspaces${rest}`
    const url = `${simulator.errthquakeUrl}${path.replace('{workspace-uuid}', simulator.errthquake.workspaceUid)}`
    const answer = await fetch(url, { headers: { authorization: DEFAULT_ERRTHQUAKE_TOKEN } })
    expect(answer.status).toBe(200)
    expect(faults(ERRTHQUAKE, path, 'get', await answer.json())).toBe('')
  })

  test.each(['', '/{test-id}'])('GET /results/{workspace-uuid}%s', async (rest) => {
    const { errthquake } = simulator
    const path = `/results/{workspace-uuid}${rest}`
    const own = path.replace('{workspace-uuid}', errthquake.workspaceUid)
    const url = `${simulator.errthquakeUrl}${own.replace('{test-id}', errthquake.tests[0]?.id ?? '')}`
    const answer = await fetch(url, { headers: { authorization: DEFAULT_ERRTHQUAKE_TOKEN } })
    expect(answer.status).toBe(200)
    expect(faults(ERRTHQUAKE, path, 'get', await answer.json())).toBe('')
  })
})
