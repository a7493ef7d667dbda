import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Job {
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  environment?: string
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[]
}

interface Workflow {
  permissions?: unknown
  concurrency?: { group: string }
  jobs: Record<string, Job>
}

const directory = join(import.meta.dirname, '..', '..', '.github', 'workflows')
const names = readdirSync(directory).filter((name) => name.endsWith('.yml'))
const textOf = (name: string): string => readFileSync(join(directory, name), 'utf8')
const jobsOf = (name: string): [string, Job][] => Object.entries((parse(textOf(name)) as Workflow).jobs)

test('there are workflows for tests, dist, end to end, code scanning, dependencies and releases', () => {
  expect(names.sort()).toEqual(
    expect.arrayContaining([
      'ci.yml',
      'codeql.yml',
      'dependency-review.yml',
      'dist.yml',
      'e2e.yml',
      'release.yml',
    ]),
  )
})

describe.each(names)('%s', (name) => {
  test('pins other actions by commit, with the version next to it', () => {
    const used = textOf(name)
      .split('\n')
      .filter((line) => /\buses: /.test(line) && !/uses: \.\//.test(line))
    expect(used.length).toBeGreaterThan(0)
    expect(
      used.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([])
  })

  test('gives permissions and a time limit to each job, and none to all', () => {
    const workflow = parse(textOf(name)) as Workflow
    expect(workflow.permissions).toEqual({})
    expect(workflow.concurrency?.group).toBeTruthy()
    for (const [, job] of jobsOf(name)) {
      expect(job.permissions).toBeDefined()
      expect(job['timeout-minutes']).toBeGreaterThan(0)
    }
  })

  test('runs scripts on the one version of Node, without a cache that another job could have written', () => {
    for (const [, { steps }] of jobsOf(name)) {
      const setUps = steps.filter((step) => step.uses?.startsWith('actions/setup-node@'))
      const runsNode = steps.some((step) => /^ *(?:node|npm|npx) /m.test(step.run ?? ''))
      const wanted = { 'node-version-file': '.node-version', 'package-manager-cache': false }
      expect(setUps.map((step) => step.with)).toEqual(runsNode ? [wanted] : [])
      expect(steps.filter((step) => step.uses?.startsWith('actions/cache'))).toEqual([])
    }
  })

  test('gives a reason wherever zizmor is told to ignore something', () => {
    const ignored = textOf(name)
      .split('\n')
      .filter((line) => /zizmor: *ignore/.test(line))
    expect(ignored.filter((line) => !/ # zizmor: ignore\[[a-z-]+\] \w.{10,}$/.test(line))).toEqual([])
  })

  test('leaves no token behind, and has no expression in a script', () => {
    const steps = jobsOf(name).flatMap(([, job]) => job.steps)
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })
})

describe('privileges that could be abused', () => {
  const jobsWith = (permission: string): { id: string; job: Job }[] =>
    names.flatMap((name) =>
      jobsOf(name)
        .filter(([, job]) => job.permissions?.[permission] === 'write')
        .map(([id, job]) => ({ id: `${name} ${id}`, job })),
    )

  test('only the publishing job may write to the repository, and it installs nothing', () => {
    const writers = jobsWith('contents')
    expect(writers.map(({ id }) => id)).toEqual(['release.yml publish'])
    for (const { job } of writers)
      expect(job.steps.map((step) => step.run ?? '').join('\n')).not.toMatch(/\bnpm\b|\bnpx\b/)
  })

  test('publishing waits for a reviewer, and code owners review it and what is published', () => {
    expect(jobsWith('contents').map(({ job }) => job.environment)).toEqual(['release'])
    const owners = readFileSync(join(directory, '..', 'CODEOWNERS'), 'utf8')
    for (const path of ['/dist/', '/.github/'])
      expect(owners).toMatch(new RegExp(`^${path} @[\\w-]+/[\\w-]+$`, 'm'))
  })

  test.each(['id-token', 'attestations'])('only the attesting job has %s, and it runs no script', (name) => {
    const signers = jobsWith(name)
    expect(signers.map(({ id }) => id)).toEqual(['release.yml attest'])
    for (const { job } of signers) {
      expect(job.steps.filter((step) => step.run !== undefined)).toEqual([])
      expect(job.steps.map((step) => step.uses?.replace(/@.*/, ''))).toEqual([
        'actions/checkout',
        'actions/attest-build-provenance',
      ])
    }
  })
})

test('each action is pinned to one version', () => {
  const pins = new Map<string, Set<string>>()
  for (const [, action = '', pin = ''] of names.flatMap((name) => [
    ...textOf(name).matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(.+)$/gm),
  ])) {
    pins.set(action, (pins.get(action) ?? new Set()).add(pin))
  }
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([])
})
