import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { errthquakeDocument } from '../simulator/errthquake-document.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { changed, contract, fileOf, refusal, run, totals } from './contract-tools.ts'

const POST = 'POST /public/api/v2/orgs/{orgShortName}/projects/{projectShortName}/load-tests/{loadTestIndex}'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'contract-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function withServer(answer: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

describe.concurrent('a document that agrees', () => {
  test('as a file: npm run contract confirms everything, and exits with 0', async () => {
    const path = await fileOf(directory, 'same.json', changed())
    const ended = await run('npm', ['run', '--silent', 'contract', '--', path])
    expect(ended).toMatchObject({ exitCode: 0, err: '' })
    expect(totals(ended)).toMatch(/^[1-9]\d* confirmed, 0 contradicted, 0 not found, 2 not stated$/)
    expect(ended.out).toContain(`  confirmed     path: ${POST}\n`)
  })

  test.each(['json', 'yaml'])('as a URL: the simulated XTC publishes it as %s', async (form) => {
    const simulator = await startSimulator()
    try {
      for (const version of ['v1', 'v2']) {
        const ended = await contract(`${simulator.xtcUrl}/public/api/${form}`, '--api-version', version)
        expect(ended).toMatchObject({ exitCode: 0, err: '' })
        expect(totals(ended)).toMatch(/^[1-9]\d* confirmed, 0 contradicted, 0 not found, 2 not stated$/)
      }
    } finally {
      await simulator.close()
    }
  })

  test('for Errthquake, as YAML', async () => {
    const path = await fileOf(directory, 'errthquake.yaml', stringify(errthquakeDocument()))
    const ended = await contract(path, '--service', 'errthquake')
    expect(ended).toMatchObject({ exitCode: 0, err: '' })
    expect(totals(ended)).toMatch(/^[1-9]\d* confirmed, 0 contradicted, 0 not found, 0 not stated$/)
  })

  test('after redirects, which are followed', () =>
    withServer(
      (request, response) => {
        if (request.url === '/new') response.end(JSON.stringify(changed()))
        else response.writeHead(302, { location: '/new' }).end()
      },
      async (url) => {
        expect(await contract(`${url}/old`)).toMatchObject({ exitCode: 0, err: '' })
      },
    ))
})

describe.concurrent(
  'a document that cannot be read ends with exit code 2 and a message without a stack trace',
  () => {
    test('a file that does not exist', async () => {
      const path = join(directory, 'nowhere.json')
      expect(refusal(await contract(path))).toMatch(/nowhere\.json could not be read: there is no such file/)
    })

    test('HTML', () =>
      withServer(
        (_request, response) =>
          response.setHeader('content-type', 'text/html').end('<!doctype html><p>Sign in'),
        async (url) => {
          expect(refusal(await contract(url))).toMatch(
            /is a web page, not an OpenAPI document.*begins: <!doctype html><p>Sign in/s,
          )
        },
      ))

    test('status 404', () =>
      withServer(
        (_request, response) => response.writeHead(404).end('no such page'),
        async (url) => {
          expect(refusal(await contract(`${url}/public/api/json`))).toMatch(
            /responded with status 404: no such page/,
          )
        },
      ))

    test('a server that does not exist', async () => {
      const ended = await contract('http://127.0.0.1:1/public/api/json')
      expect(refusal(ended)).toMatch(/Check the address, and the proxy/)
    })

    test.each([
      ['half a document', '{"openapi": "3.0.0", "paths": {', /is neither JSON nor YAML: /],
      [
        'another document',
        '{"name": "load-test-gate"}',
        /is not an OpenAPI document: it has no 'openapi: 3…'/,
      ],
      ['nothing', '', /is not an OpenAPI document/],
    ])('%s', async (what, text, message) => {
      expect(refusal(await contract(await fileOf(directory, `${what}.json`, text)))).toMatch(message)
    })

    test.each([
      [[], /Give one URL or file\.\n\nUsage: npm run contract/],
      [['a', '--api-version', 'v3'], /There is no service 'xtc' with API version 'v3'/],
      [['a', '--verbose'], /Unknown option '--verbose'/],
    ])('an invalid command line: %j', async (args, message) => {
      expect(refusal(await contract(...args))).toMatch(message)
    })
  },
)
