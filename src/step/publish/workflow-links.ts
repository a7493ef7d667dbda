import type { WorkflowContext } from '../../foundation/ports.ts'
import { safeUrl } from '../../report/escape.ts'
import type { PresentedWorkflow } from '../../report/presentation.ts'

// Owner and name; neither may lead to another folder on the server.
const REPOSITORY = /^(?!\.{1,2}\/)[\w.-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
const RUN_ID = /^\d{1,20}$/

/**
 * Links to the workflow run, the commit and the pull request. Invalid values are left out, because the
 * variables can be set by anybody.
 */
export function workflowLinks(context: WorkflowContext): PresentedWorkflow {
  const repository = repositoryUrl(context)
  const runUrl = workflowRunUrl(context)
  // For a pull request, `sha` is a merge commit that GitHub created.
  const sha = context.headSha ?? context.sha
  return {
    ...(runUrl !== undefined && { runUrl }),
    ...(COMMIT.test(sha) && {
      commit: { sha, ...(repository !== undefined && { url: `${repository}/commit/${sha}` }) },
    }),
    ...pullRequestLink(context, repository),
  }
}

/** The page of this workflow run; undefined if the runner's values are not valid. */
export function workflowRunUrl(context: WorkflowContext): string | undefined {
  const repository = repositoryUrl(context)
  return repository !== undefined && RUN_ID.test(context.runId)
    ? `${repository}/actions/runs/${context.runId}`
    : undefined
}

function repositoryUrl({ serverUrl, repository }: WorkflowContext): string | undefined {
  const server = safeUrl(serverUrl)
  if (server === undefined || /[?#]/.test(server) || !REPOSITORY.test(repository)) return undefined
  return `${server.replace(/\/+$/, '')}/${repository}`
}

function pullRequestLink(
  { pullRequest: number, pullRequestUrl }: WorkflowContext,
  repository: string | undefined,
): Pick<PresentedWorkflow, 'pullRequest'> {
  if (number === undefined || !Number.isSafeInteger(number) || number < 1) return {}
  if (repository === undefined) return { pullRequest: { number } }
  // Gitea and Forgejo use another path than GitHub; the event shows which one is right.
  const elsewhere = `${repository}/pulls/${number}`
  const url = pullRequestUrl === elsewhere ? elsewhere : `${repository}/pull/${number}`
  return { pullRequest: { number, url } }
}
