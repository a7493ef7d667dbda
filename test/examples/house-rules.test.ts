import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { unknownIn, type Workflow } from '../runner/workflow-file.ts'
import { COMMON_RULES, EXAMPLE_RULES } from './house-rules.ts'
import { workflowsIn, type WorkflowText } from './workflow-files.ts'

const examples = workflowsIn('examples')

describe.each(examples)('$path', (file) => {
  test.each(Object.entries(EXAMPLE_RULES))('%s', (_rule, breaches) => {
    expect(breaches(file)).toEqual([])
  })

  test('uses only features that the tests can run', () => {
    expect(unknownIn(file.workflow)).toEqual([])
  })
})

test('our own workflows follow the common rules', () => {
  for (const file of workflowsIn('.github/workflows'))
    for (const [rule, breaches] of Object.entries(COMMON_RULES))
      expect([file.path, rule, ...breaches(file)]).toEqual([file.path, rule])
})

test('the same version of an action is the same commit everywhere', () => {
  const commits = new Map<string, Set<string>>()
  for (const { text } of [...examples, ...workflowsIn('.github/workflows')])
    for (const [, action, commit = '', version] of text.matchAll(/uses: (\S+)@([0-9a-f]{40}) # (\S+)/g)) {
      const key = `${action} ${version}`
      commits.set(key, (commits.get(key) ?? new Set()).add(commit))
    }
  expect(commits.size).toBeGreaterThan(2)
  for (const [version, seen] of commits) expect([version, seen.size]).toEqual([version, 1])
})

describe.each(examples.map(({ path }) => path.replace('examples/', '')))('%s', (name) => {
  const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')

  test('is run by a test', () => {
    const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'))
    const running = new RegExp(`(onStage|stageFor|file)\\(\\s*'${name}'`)
    expect(tests.filter((file) => running.test(read(file)))).not.toEqual([])
  })

  test('is in the list of examples', () => {
    expect(read('../../examples/README.md')).toContain(`[${name}](${name})`)
  })
})

describe('a rule finds', () => {
  const sound = examples.find(({ path }) => path.endsWith('errthquake-pull-request.yml'))?.text ?? ''
  const wrong: [string, string, string][] = [
    ['states its permissions', '\npermissions: {}\n', '\n'],
    ['limits the time of every job', '    timeout-minutes: 60', '    #'],
    [
      'pins other actions by commit, and states the version',
      /@3d3c\w+ # v7.0.1/.exec(sound)?.[0] ?? '',
      '@v7',
    ],
    ['pins other actions by commit, and states the version', ' # v7.0.1', ''],
    ['keeps text of events out of scripts', '$OUTCOME', '${{ github.event.pull_request.title }}'],
    ['never cancels a run for a newer one', 'cancel-in-progress: false', 'cancel-in-progress: true'],
    ['has no always()', '!cancelled()', 'always()'],
    ['has no expression in a script', '$OUTCOME', '${{ steps.load-test.outputs.outcome }}'],
    [
      'puts text into JSON only by toJSON',
      'test-input: customers.csv',
      `executions: '[{"test-config": "\${{ github.head_ref }}"}]'`,
    ],
    ['has only the permissions that it needs', 'contents: read', 'contents: write'],
    ['has only the permissions that it needs', 'comment: on-failure', 'comment: never'],
    ['gives the job at least 30 minutes more than the step', 'timeout: 30m', 'timeout: 31m'],
    [
      'gives the job at least 30 minutes more than the step',
      'timeout: 30m',
      'timeout: 30m\n          when-busy: wait',
    ],
    ['names only inputs and outputs that exist', 'test-config:', 'test-configuration:'],
    ['names only inputs and outputs that exist', 'outputs.reason', 'outputs.cause'],
    [
      'takes secrets from secrets, and names and URLs from vars',
      'secrets.ERRTHQUAKE_TOKEN',
      'vars.ERRTHQUAKE_TOKEN',
    ],
    [
      'takes secrets from secrets, and names and URLs from vars',
      '${{ vars.ERRTHQUAKE_URL }}',
      'https://errthquake.test',
    ],
    ['does not run without secrets', " && github.actor != 'dependabot[bot]'", ''],
    ['does not run without secrets', '  pull_request:', '  pull_request_target:'],
    ['says who your-org is', 'Replace your-org with', 'replace'],
  ]

  const fileOf = (text: string): WorkflowText => ({ path: 'x.yml', text, workflow: parse(text) as Workflow })

  test.each(wrong)('a file that breaks "%s": %s', (rule, right, faulty) => {
    const text = sound.replace(right, () => faulty)
    expect(text).not.toBe(sound)
    expect(EXAMPLE_RULES[rule]?.(fileOf(text))).not.toEqual([])
  })

  test('every rule is broken by a file above', () => {
    expect(new Set(wrong.map(([rule]) => rule))).toEqual(new Set(Object.keys(EXAMPLE_RULES)))
  })
})
