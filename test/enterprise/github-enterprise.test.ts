import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { artifactsOf, errorsIn } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { startCacheServerV1 } from './cache-server-v1.ts'
import { company, NAMES_ON_LOOPBACK, PULL_REQUEST, type Company } from './company.ts'

const SERVER = 'ghes.corp.example'

/** What the runner of an Enterprise Server sets: its own addresses, and no artifact service. */
function ofServer(site: Company): Record<string, string> {
  const origin = `https://${SERVER}:${site.front.port}`
  return {
    NODE_EXTRA_CA_CERTS: site.authorityPath,
    NODE_OPTIONS: NAMES_ON_LOOPBACK,
    GITHUB_SERVER_URL: origin,
    GITHUB_API_URL: `${origin}/api/v3`,
    GITHUB_GRAPHQL_URL: `${origin}/api/graphql`,
    ACTIONS_RESULTS_URL: '',
  }
}

function warningsIn({ mainLog }: StepResult): string[] {
  return mainLog.split('\n').filter((line) => line.startsWith('::warning'))
}

describe.concurrent('GitHub Enterprise Server', () => {
  test('without artifacts and cache keeps the files, warns once, and writes the comment', () =>
    company({ hosts: { github: SERVER } }, async (site) => {
      const result = await site.errthquake(
        { comment: 'always', criteria: 'requests.p95 <= 60s' },
        { environment: { ...ofServer(site), GITHUB_EVENT_NAME: 'pull_request' }, event: PULL_REQUEST },
      )
      expect(result.exitCode).toBe(0)
      expect(result.outputs['outcome']).toBe('passed')
      expect(warningsIn(result)).toEqual([
        expect.stringMatching(/Nothing was uploaded as an artifact, because GitHub Enterprise Server has no/),
      ])
      expect(errorsIn(result.log)).toEqual([])
      expect(artifactsOf(result)).toEqual([])
      expect(existsSync(result.outputs['result-path'] ?? '')).toBe(true)
      expect(site.simulator.github.comments).toMatchObject([{ issue: 12 }])
      const paths = site.simulator.record.of('github').map(({ path }) => path)
      expect(paths.filter((path) => path === '/api/graphql')).not.toEqual([])
      expect(paths.filter((path) => !path.startsWith('/api/v3/') && path !== '/api/graphql')).toEqual([])
      expect(site.simulator.record.of('actions')).toEqual([])
    }))

  test('keeps baselines in the first version of the cache service', async () => {
    const cache = await startCacheServerV1()
    try {
      await company({ hosts: { github: SERVER } }, async (site) => {
        const inputs = {
          baseline: 'branch',
          criteria: 'requests.p95 <= baseline * 100',
          artifacts: 'none',
          'fail-on': 'criteria,baseline',
        }
        const environment = { ...ofServer(site), ACTIONS_CACHE_URL: cache.url }
        const first = await site.errthquake({ ...inputs, 'fail-on': 'criteria' }, { environment })
        expect(first.outputs['outcome']).toBe('inconclusive')
        expect(cache.entries.filter(({ committed }) => committed).length).toBeGreaterThan(0)
        const second = await site.errthquake(inputs, { environment })
        expect(second.outputs['outcome']).toBe('passed')
        expect(warningsIn(second)).toEqual([])
      })
    } finally {
      await cache.close()
    }
  })
})

describe.concurrent('GitHub with data residency', () => {
  test('is GitHub under other names: artifacts, cache and comment work', () =>
    company({ hosts: { github: 'api.acme.ghe.com', actions: 'results.acme.ghe.com' } }, async (site) => {
      const environment = {
        ...site.environment,
        GITHUB_SERVER_URL: 'https://acme.ghe.com',
        GITHUB_EVENT_NAME: 'pull_request',
      }
      const result = await site.errthquake({ comment: 'always' }, { environment, event: PULL_REQUEST })
      expect(result.exitCode).toBe(0)
      const artifacts = artifactsOf(result)
      expect(artifacts.length).toBeGreaterThan(3)
      for (const { name, url } of artifacts) {
        expect(site.simulator.actions.artifact(name)?.finalized).toBeDefined()
        expect(url).toMatch(/^https:\/\/acme\.ghe\.com\/acme\/shop\/actions\/runs\/\d+\/artifacts\/\d+$/)
      }
      expect(site.simulator.actions.cacheEntries.length).toBeGreaterThan(0)
      expect(site.simulator.github.comments).toMatchObject([{ issue: 12 }])
      expect(site.proxy.hosts()).toEqual([
        'api.acme.ghe.com',
        'errthquake.corp.example',
        'results.acme.ghe.com',
      ])
    }))
})
