import * as z from 'zod/mini'
import { ActionError } from '../../foundation/errors.ts'
import { baseUrl, BASE_URL_ALLOWED } from '../../foundation/fields.ts'
import type { Comment, CommentApi, HttpRequest } from '../../foundation/ports.ts'
import { answered, hasNext, parsed, PER_PAGE, type Answered } from './github-answer.ts'
import { exchange, HttpError, type HttpPorts } from '../http/http.ts'
import { policyFor, retrySafe, type RetryOptions } from '../http/retry.ts'

/** It is unknown whether the comment was created: it must be looked for before another one is written. */
export class UnclearError extends ActionError {
  readonly code = 'unclear'

  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}

export interface GitHubAccess {
  /** `GITHUB_API_URL`; if empty, github.com's. */
  apiUrl: string
  /** `GITHUB_GRAPHQL_URL`; used if it has the same origin. */
  graphqlUrl: string
  token: string
}

/**
 * The requests of this action to GitHub. Every failure throws `HttpError`, or `UnclearError` for a creation.
 */
export interface GitHub {
  comments(repository: string, pullRequest: number): CommentApi
  /** The open pull requests whose head is this commit; undefined if the server doesn't provide that. */
  pullRequestsWithHead(repository: string, sha: string): Promise<number[] | undefined>
  /**
   * Undefined if a comment can be written; otherwise the error; 'unknown' if the server does not say. Writes
   * nothing, because the comment in the request has no text.
   */
  refusalOfComment(repository: string, pullRequest: number): Promise<HttpError | 'unknown' | undefined>
}

/** For one request with its repetitions; the caller limits the total. */
const BUDGET_MS = 25_000
const USER = z.nullish(z.looseObject({ login: z.string() }))
const COMMENT = z.looseObject({
  id: z.number(),
  user: USER,
  body: z.nullish(z.string()),
  html_url: z.nullish(z.string()),
})
const PULL = z.looseObject({
  number: z.number(),
  state: z.string(),
  head: z.looseObject({ sha: z.string() }),
})
const VIEWER = z.looseObject({
  data: z.looseObject({ viewer: z.looseObject({ login: z.string(), id: z.nullish(z.string()) }) }),
})
const OWN_USER = z.looseObject({ login: z.string() })

/**
 * GitHub's API at one origin: the token is sent nowhere else, because neither links nor redirects are
 * followed.
 */
export function createGitHub(
  ports: HttpPorts,
  access: GitHubAccess,
  retry: Partial<RetryOptions> = {},
): GitHub {
  const api = baseUrl(access.apiUrl === '' ? 'https://api.github.com' : access.apiUrl)
  if (api === undefined) throw new Error(`GITHUB_API_URL must be ${BASE_URL_ALLOWED}`)
  const graphql = graphqlUrlFor(api, access.graphqlUrl)
  const options = { budgetMs: BUDGET_MS, ...retry }
  const once = async (method: HttpRequest['method'], url: string, body?: unknown): Promise<Answered> => {
    const request = requestFor(method, url, access.token, body)
    return answered(request, await exchange(ports, request), ports.clock.now())
  }
  const safely = (method: HttpRequest['method'], url: string, body?: unknown): Promise<Answered> =>
    retrySafe(ports, options, () => once(method, url, body))
  // Gitea and Forgejo have most of GitHub's REST API, but no GraphQL.
  const viewer = (): Promise<Answered | undefined> =>
    unlessMissing(safely('POST', graphql, { query: 'query { viewer { login id } }' }))

  return {
    comments: (repository, pullRequest) => {
      const issue = `${api}/repos/${repository}/issues/${pullRequest}/comments`
      const one = (id: number): string => `${api}/repos/${repository}/issues/comments/${id}`
      return {
        viewerLogin: async () => {
          const answer = await viewer()
          return answer === undefined
            ? parsed(OWN_USER, await safely('GET', `${api}/user`)).login
            : loginLikeRest(parsed(VIEWER, answer).data.viewer, access.token)
        },
        list: async (page) => {
          const answer = await safely('GET', `${issue}?per_page=${PER_PAGE}&page=${page}`)
          const comments = parsed(z.array(COMMENT), answer).map(commentOf)
          return { comments, hasMore: hasNext(answer.headers, comments.length) }
        },
        create: (body) => createOnce(ports, options, async () => await once('POST', issue, { body })),
        // Writing the same text twice results in the same comment, and the step reads it again afterwards.
        update: async (id, body) => void (await safely('PATCH', one(id), { body })),
        remove: async (id) => void (await safely('DELETE', one(id))),
      }
    },
    pullRequestsWithHead: async (repository, sha) => {
      const url = `${api}/repos/${repository}/commits/${sha}/pulls?per_page=${PER_PAGE}`
      const answer = await unlessMissing(safely('GET', url), async () => (await viewer()) === undefined)
      if (answer === undefined) return undefined
      return parsed(z.array(PULL), answer)
        .filter((pull) => pull.state === 'open' && pull.head.sha === sha)
        .map((pull) => pull.number)
        .sort((a, b) => a - b)
    },
    // GitHub looks at the token's permissions before it looks at the text, Gitea and Forgejo after it.
    refusalOfComment: async (repository, pullRequest) => {
      try {
        await safely('POST', `${api}/repos/${repository}/issues/${pullRequest}/comments`, { body: '' })
        return undefined
      } catch (error) {
        if (!(error instanceof HttpError)) throw error
        if (error.status !== 422) return error
        return (await viewer()) === undefined ? 'unknown' : undefined
      }
    },
  }
}

/**
 * Undefined for a 404 that means that the server has no such address. GitHub also responds with 404 to tokens
 * without access, so it may take a second request to know.
 */
async function unlessMissing(
  asked: Promise<Answered>,
  isMissing?: () => Promise<boolean>,
): Promise<Answered | undefined> {
  try {
    return await asked
  } catch (error) {
    const isRefused = !(error instanceof HttpError) || error.status !== 404
    if (isRefused || (isMissing !== undefined && !(await isMissing()))) throw error
    return undefined
  }
}

/**
 * github.com has `…/graphql` next to the REST paths; GitHub Enterprise Server has `/api/graphql` next to
 * `/api/v3`.
 */
function graphqlUrlFor(api: string, given: string): string {
  const url = baseUrl(given)
  if (url !== undefined && new URL(url).origin === new URL(api).origin) return url
  return api.endsWith('/api/v3') ? api.replace(/v3$/, 'graphql') : `${api}/graphql`
}

/** Tokens of apps, including the workflow's own, act as `name[bot]`, which is the author's name in REST. */
function loginLikeRest(
  { login, id }: { login: string; id?: string | null | undefined },
  token: string,
): string {
  const isBot = token.startsWith('ghs_') || /^(BOT_|MDM6Qm90)/.test(id ?? '')
  return isBot && !login.endsWith('[bot]') ? `${login}[bot]` : login
}

function requestFor(method: HttpRequest['method'], url: string, token: string, body: unknown): HttpRequest {
  return {
    method,
    url,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

/**
 * A duplicate comment would stay forever, so one is sent again only if the first one was certainly not
 * written.
 */
async function createOnce(
  ports: HttpPorts,
  options: RetryOptions,
  send: () => Promise<Answered>,
): Promise<Comment> {
  try {
    const answer = await retrySafe(ports, options, () => send().catch(rethrowUnclear))
    return commentOf(parsed(COMMENT, answer))
  } catch (error) {
    // Written, but the response is not a comment: it has to be looked for as well.
    if (error instanceof HttpError && error.kind !== 'status' && policyFor(error).start === 'look')
      throw new UnclearError(error)
    throw error
  }
}

function rethrowUnclear(error: unknown): never {
  const unclear = error instanceof HttpError && ['look', 'wait-look'].includes(policyFor(error).start)
  throw unclear ? new UnclearError(error) : error
}

function commentOf(raw: z.infer<typeof COMMENT>): Comment {
  return {
    id: raw.id,
    // A comment of a deleted account has no author.
    author: raw.user?.login ?? '',
    body: raw.body ?? '',
    ...(typeof raw.html_url === 'string' && { url: raw.html_url }),
  }
}
