import type { GitHub } from '../../platform/github/github.ts'
import type { WorkflowContext } from '../../foundation/ports.ts'

/** The pull requests that a comment goes to, or why there is none: `unknown` where the server cannot tell. */
export type CommentTarget = { pullRequests: number[] } | { none: string; unknown?: boolean }

/** One commit may be the head of several pull requests, each into another branch. */
const MOST_PULL_REQUESTS = 5

/**
 * Events about a pull request name it. Of a pushed commit those count that are open and have it as their head: what
 * merely contains it, such as every later branch, is about something else.
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
