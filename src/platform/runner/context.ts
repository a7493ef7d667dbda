import { readFileSync } from 'node:fs'
import type { WorkflowContext } from '../../foundation/ports.ts'

/** Reads what the runner provides in `GITHUB_*` and in the event's payload. */
export function readContext(env: NodeJS.ProcessEnv): WorkflowContext {
  const event = readEvent(env['GITHUB_EVENT_PATH'])
  const text = (name: string): string => env[`GITHUB_${name}`] ?? ''
  const number = at(event, 'pull_request', 'number')
  const pullRequestUrl = at(event, 'pull_request', 'html_url')
  const headSha = at(event, 'pull_request', 'head', 'sha')
  const withoutSecrets = whoGetsNoSecrets(event, text('REPOSITORY'), text('ACTOR'))
  return {
    repository: text('REPOSITORY'),
    serverUrl: text('SERVER_URL'),
    runId: text('RUN_ID'),
    attempt: Number(text('RUN_ATTEMPT')) || 1,
    job: text('JOB'),
    actionId: text('ACTION'),
    actor: text('ACTOR'),
    eventName: text('EVENT_NAME'),
    ref: text('REF'),
    refName: text('REF_NAME'),
    headRef: text('HEAD_REF'),
    baseRef: text('BASE_REF'),
    sha: text('SHA'),
    workflow: text('WORKFLOW'),
    workflowRef: text('WORKFLOW_REF'),
    publicRepository: at(event, 'repository', 'private') === false,
    ...(typeof number === 'number' && { pullRequest: number }),
    ...(typeof pullRequestUrl === 'string' && { pullRequestUrl }),
    ...(typeof headSha === 'string' && { headSha }),
    ...(withoutSecrets !== undefined && { withoutSecrets }),
  }
}

/** An event that cannot be read only loses hints and a name, so it is not an error. */
function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** What is found by following the names, or undefined. */
function at(value: unknown, ...names: string[]): unknown {
  let found = value
  for (const name of names) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

function whoGetsNoSecrets(
  event: unknown,
  ownRepository: string,
  actor: string,
): 'fork' | 'dependabot' | undefined {
  if (actor === 'dependabot[bot]') return 'dependabot'
  if (at(event, 'pull_request', 'head') === undefined) return undefined
  // A deleted fork leaves `repo: null`.
  return at(event, 'pull_request', 'head', 'repo', 'full_name') === ownRepository ? undefined : 'fork'
}
