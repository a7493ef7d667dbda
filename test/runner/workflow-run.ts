import { join } from 'node:path'
import type { Simulator } from '../simulator/simulator.ts'
import type { StepResult } from './run-action.ts'

/** What GitHub knows when it runs a workflow file. */
export interface WorkflowRun {
  file: string
  simulator: Simulator
  /** Only for this run. */
  directory: string
  trigger: Trigger
  vars: Record<string, string>
  secrets: Record<string, string>
  /** The inputs of `workflow_dispatch`. */
  inputs?: Record<string, string>
  runId: string
  /** The files of the repository, for a checkout. */
  files?: Record<string, string>
  /** Inputs of the gate, by job, that are shorter than in the file, so that a test can finish. */
  shortened?: Record<string, Record<string, string>>
  /** Variables set on the runner's machine, and what is put before its path. */
  machine?: Record<string, string>
  pathBefore?: string
  /** The URL of an Enterprise Server; default: github.com. */
  serverUrl?: string
}

export interface Trigger {
  event: string
  payload: unknown
  ref: string
  sha: string
  actor: string
  baseRef: string
  headRef: string
}

export interface RanWorkflow {
  jobs: RanJob[]
  /** The only job with that id, or the matrix job whose values contain the given one. */
  job: (id: string, matrixValue?: string) => RanJob
}

export interface RanJob {
  id: string
  matrix: Record<string, unknown> | null
  result: 'success' | 'failure' | 'skipped'
  outputs: Record<string, string>
  steps: RanStep[]
}

export interface RanStep {
  id: string
  name: string
  outcome: 'success' | 'failure' | 'skipped'
  log: string
  outputs: Record<string, string>
  /** Everything that the process was given; absent for steps that did not run. */
  environment: Record<string, string>
  /** Set if the step was the gate. */
  gate?: StepResult
}

export const REPOSITORY = 'acme/shop'
export const HEAD_SHA = 'ffac537e6cbbf934b08745a378932722df287a53'

export function pushTo(branch: string): Trigger {
  return {
    event: 'push',
    payload: { repository: { full_name: REPOSITORY, private: true }, ref: `refs/heads/${branch}` },
    ref: `refs/heads/${branch}`,
    sha: HEAD_SHA,
    actor: 'octocat',
    baseRef: '',
    headRef: '',
  }
}

/** A schedule, or a person who starts the workflow manually. */
export function onMain(event: 'schedule' | 'workflow_dispatch'): Trigger {
  return { ...pushTo('main'), event, payload: { repository: { full_name: REPOSITORY, private: true } } }
}

export interface PullRequest {
  from?: string
  actor?: string
  title?: string
}

/** A pull request to main: the commit that is checked out by default is the merge, not the head. */
export function pullRequest({
  from = REPOSITORY,
  actor = 'octocat',
  title = 'Faster checkout',
}: PullRequest = {}): Trigger {
  return {
    event: 'pull_request',
    payload: {
      repository: { full_name: REPOSITORY, private: true },
      pull_request: {
        number: 12,
        title,
        head: { sha: HEAD_SHA, ref: 'faster', repo: { full_name: from } },
        base: { ref: 'main' },
      },
    },
    ref: 'refs/pull/12/merge',
    sha: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    actor,
    baseRef: 'main',
    headRef: 'faster',
  }
}

/** The `github` context of a job, without its token. */
export function githubContext(run: WorkflowRun, workflow: string, job: string): Record<string, unknown> {
  const { trigger } = run
  const api = apiOf(run)
  return {
    actor: trigger.actor,
    api_url: api.rest,
    base_ref: trigger.baseRef,
    event: trigger.payload,
    event_name: trigger.event,
    graphql_url: api.graphql,
    head_ref: trigger.headRef,
    job,
    ref: trigger.ref,
    ref_name: trigger.ref.replace(/^refs\/(heads|pull)\//, ''),
    repository: REPOSITORY,
    repository_owner: REPOSITORY.split('/')[0],
    run_attempt: '1',
    run_id: run.runId,
    server_url: run.serverUrl ?? 'https://github.com',
    sha: trigger.sha,
    workflow,
    workflow_ref: `${REPOSITORY}/.github/workflows/${run.file.split(/[\\/]/).at(-1)}@${trigger.ref}`,
  }
}

/** An Enterprise Server has the same paths as github.com, below `/api`. */
function apiOf({ simulator, serverUrl }: WorkflowRun): { rest: string; graphql: string } {
  const url = simulator.githubUrl
  return serverUrl === undefined
    ? { rest: url, graphql: `${url}/graphql` }
    : { rest: `${url}/api/v3`, graphql: `${url}/api/graphql` }
}

/**
 * The variables that the runner sets for GitHub's services; an Enterprise Server has none for these
 * artifacts.
 */
export function serviceVariables(run: WorkflowRun, runId = run.runId): Record<string, string> {
  const { ref, baseRef } = run.trigger
  if (run.serverUrl !== undefined) return {}
  return run.simulator.environment({
    ref,
    ...(baseRef !== '' && { baseRef: `refs/heads/${baseRef}` }),
    runBackendId: `ce7f54c7-61c7-4aae-887f-${runId.padStart(12, '0')}`,
  })
}

export function jobDirectory(run: WorkflowRun, job: string, index: number): string {
  return join(run.directory, `${run.runId}-${job}-${index}`)
}
