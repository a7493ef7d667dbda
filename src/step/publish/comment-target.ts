import type { GitHub } from '../../platform/github/github.ts'
import type { WorkflowContext } from '../../foundation/ports.ts'

/** The pull requests to comment on, or why there are none. `unknown`: the server cannot tell. */
export type CommentTarget = { pullRequests: number[] } | { none: string; unknown?: boolean }

/** One commit may be the head of several pull requests with different target branches. */
const MOST_PULL_REQUESTS = 5

/**
 * The event names the pull request, if it is about one. For a pushed commit, only open pull requests with
 * that commit as their head count: others that contain it, such as those of later branches, are about
 * something else.
 */
export async function commentTarget(
  { eventName, pullRequest, repository, sha }: WorkflowContext,
  github: GitHub,
): Promise<CommentTarget> {
  if (pullRequest !== undefined) return { pullRequests: [pullRequest] }
  if (eventName !== 'push') return { none: `the event ${eventName || '(unknown)'} has no pull request` }
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return { none: 'the pushed commit is unknown' }
  const found = await github.pullRequestsWithHead(repository, sha)
  if (found === undefined)
    return { none: 'this server does not say which pull requests a pushed commit belongs to', unknown: true }
  return found.length === 0
    ? { none: `no open pull request has commit ${sha.slice(0, 8)} as its head` }
    : { pullRequests: found.slice(0, MOST_PULL_REQUESTS) }
}
