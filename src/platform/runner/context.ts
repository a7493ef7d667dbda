import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { WorkflowContext } from '../../foundation/ports.ts'

const repository = z.optional(
  z.nullable(z.looseObject({ full_name: z.optional(z.string()), private: z.optional(z.boolean()) })),
)
const EVENT = z.looseObject({
  pull_request: z.optional(
    z.looseObject({
      number: z.optional(z.number()),
      html_url: z.optional(z.string()),
      head: z.optional(z.looseObject({ repo: repository, sha: z.optional(z.string()) })),
    }),
  ),
  repository,
})
type Event = z.infer<typeof EVENT>

/** Reads what the runner provides in `GITHUB_*` and in the event's payload. */
export function readContext(env: NodeJS.ProcessEnv): WorkflowContext {
  const event = readEvent(env['GITHUB_EVENT_PATH'])
  const text = (name: string): string => env[`GITHUB_${name}`] ?? ''
  const number = event.pull_request?.number
  const pullRequestUrl = event.pull_request?.html_url
  const headSha = event.pull_request?.head?.sha
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
    publicRepository: event.repository?.private === false,
    ...(number !== undefined && { pullRequest: number }),
    ...(pullRequestUrl !== undefined && { pullRequestUrl }),
    ...(headSha !== undefined && { headSha }),
    ...(withoutSecrets !== undefined && { withoutSecrets }),
  }
}

/** An event that cannot be read only loses hints and a name, so it is not an error. */
function readEvent(path: string | undefined): Event {
  if (path === undefined || path === '') return {}
  try {
    const parsed = EVENT.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

function whoGetsNoSecrets(
  event: Event,
  ownRepository: string,
  actor: string,
): 'fork' | 'dependabot' | undefined {
  if (actor === 'dependabot[bot]') return 'dependabot'
  const pull = event.pull_request
  if (pull === undefined) return undefined
  // A deleted fork leaves `repo: null`.
  return pull.head !== undefined && pull.head.repo?.full_name !== ownRepository ? 'fork' : undefined
}
