import { expect, test } from 'vitest'
import { company } from '../enterprise/company.ts'
import { pushTo } from '../runner/workflow-run.ts'
import { gateOf, stageFor } from './stage.ts'

test('proxy.yml runs through the proxy, and trusts its authority', { timeout: 300_000 }, () =>
  company({}, async (site) => {
    const { run, starts, simulator } = stageFor('proxy.yml', site.simulator, site.directory)
    const vars = {
      PROXY_URL: site.proxyUrl,
      PROXY_CA_FILE: site.authorityPath,
      NO_PROXY: '.elsewhere.example',
    }
    const job = (await run(pushTo('main'), { vars })).job('load-test')
    gateOf(job, 'passed')
    expect(job.steps[0]?.environment).toMatchObject({
      https_proxy: site.proxyUrl,
      no_proxy: '.elsewhere.example',
    })
    expect(starts()).toHaveLength(1)
    expect(simulator.actions.artifacts.length).toBeGreaterThan(0)
    expect(site.proxy.hosts()).toEqual(expect.arrayContaining([site.hosts.xtc, site.hosts.actions]))
    expect(site.front.seen(site.hosts.xtc)).toBe(
      site.proxy.asked.filter(({ target }) => target.startsWith(site.hosts.xtc)).length,
    )
  }),
)
