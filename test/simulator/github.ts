import { setTimeout as delay } from 'node:timers/promises'
import { empty, json, type SimRequest, type SimResponse, type SimService } from './service.ts'

/** The account behind a token, and its permissions. */
export interface GitHubIdentity {
  /** As in REST: `github-actions[bot]`. */
  login: string
  /** As in GraphQL, if different. */
  graphqlLogin?: string
  nodeId?: string
  /** False as for pull requests from forks: everything can be read, nothing written. */
  mayWrite: boolean
}

export interface GitHubComment {
  id: number
  issue: number
  author: string
  body: string
}

export interface GitHubPull {
  number: number
  state: 'open' | 'closed'
  headSha: string
  /** The conversation is locked, or full. */
  locked?: boolean
}

export interface GitHubOptions {
  /**
   * Gitea has the REST API under `/api/v1`, no GraphQL, and cannot list a commit's open pull requests. Its
   * list of comments has no pages: every request returns all of them.
   */
  flavor: 'github' | 'gitea'
  repository: string
  tokens: Record<string, GitHubIdentity>
  pulls: GitHubPull[]
  /**
   * How long a request takes to arrive, and how long its response. It decides what simultaneous clients see
   * of each other.
   */
  latencyMs: () => number
}

export const WORKFLOW_TOKEN = 'simulated-github-token'
const MOST_BODY_CHARACTERS = 65_536

/**
 * The part of GitHub's API that comments need. As at GitHub, updates are unconditional: the last one wins.
 */
export class GitHubSimulator implements SimService {
  readonly name = 'github'
  readonly token = WORKFLOW_TOKEN
  readonly tokens: Map<string, GitHubIdentity>
  readonly pulls: GitHubPull[]
  comments: GitHubComment[] = []
  readonly #options: GitHubOptions
  #nextId = 1001

  constructor(options: Partial<GitHubOptions> = {}) {
    this.#options = {
      flavor: 'github',
      repository: 'acme/shop',
      tokens: {
        [WORKFLOW_TOKEN]: { login: 'github-actions[bot]', nodeId: 'BOT_kgDOAn8RnA', mayWrite: true },
      },
      pulls: [{ number: 12, state: 'open', headSha: 'ffac537e6cbbf934b08745a378932722df287a53' }],
      latencyMs: () => 0,
      ...options,
    }
    this.tokens = new Map(Object.entries(this.#options.tokens))
    this.pulls = this.#options.pulls.map((pull) => ({ ...pull }))
  }

  /** Writes a comment as another account would. */
  write(issue: number, author: string, body: string): GitHubComment {
    const comment = { id: this.#nextId, issue, author, body }
    this.#nextId += 1
    this.comments.push(comment)
    return comment
  }

  async handle(request: SimRequest): Promise<SimResponse> {
    await this.#travel()
    const response = this.#answer(request)
    await this.#travel()
    return response
  }

  async #travel(): Promise<void> {
    const ms = this.#options.latencyMs()
    if (ms > 0) await delay(ms)
  }

  #answer(request: SimRequest): SimResponse {
    const identity = this.tokens.get(
      /^(?:Bearer|token) (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '',
    )
    if (identity === undefined) return refusal(401, 'Bad credentials')
    if (request.headers['user-agent'] === undefined)
      return refusal(403, 'Request forbidden by administrative rules.')
    const isGitea = this.#options.flavor === 'gitea'
    if (isGitea && !request.path.startsWith('/api/v1/')) return html404()
    if (request.path === '/graphql' || request.path === '/api/graphql') return viewer(request, identity)
    // An Enterprise Server has the same paths under /api/v3.
    const repository = `/repos/${this.#options.repository}/`
    const path = request.path.replace(isGitea ? '/api/v1' : /^\/api\/v3(?=\/)/, '')
    if (path === '/user' && request.method === 'GET')
      return isGitea || !identity.login.endsWith('[bot]')
        ? json(200, { id: 1, login: identity.login })
        : refusal(403, 'Resource not accessible by integration')
    if (!path.startsWith(repository)) return refusal(404, 'Not Found')
    return this.#inRepository(path.slice(repository.length), request, identity)
  }

  #inRepository(path: string, request: SimRequest, identity: GitHubIdentity): SimResponse {
    const commit = /^commits\/([0-9a-f]+)\/pulls$/.exec(path)?.[1]
    const isGitea = this.#options.flavor === 'gitea'
    if (commit !== undefined && request.method === 'GET' && !isGitea) return this.#pullsOf(commit)
    const issue = Number(/^issues\/(\d+)\/comments$/.exec(path)?.[1])
    const comment = Number(/^issues\/comments\/(\d+)$/.exec(path)?.[1])
    if (request.method === 'GET' && issue > 0) return this.#list(issue, request)
    if (issue > 0 && request.method === 'POST') return this.#create(issue, request, identity)
    if (comment > 0 && request.method === 'PATCH') return this.#update(comment, request, identity)
    if (comment > 0 && request.method === 'DELETE') return this.#remove(comment, identity)
    return refusal(404, 'Not Found')
  }

  /** GitHub returns every pull request that contains the commit, open or not. */
  #pullsOf(sha: string): SimResponse {
    const known = this.pulls.filter((pull) => pull.headSha === sha || pull.state === 'closed')
    if (known.length === 0) return refusal(422, `No commit found for SHA: ${sha}`)
    return json(
      200,
      known.map(({ number, state, headSha }) => ({ number, state, head: { sha: headSha } })),
    )
  }

  #list(issue: number, { query, path, headers }: SimRequest): SimResponse {
    if (!this.pulls.some((pull) => pull.number === issue)) return refusal(404, 'Not Found')
    const perPage = Math.min(Number(query.get('per_page') ?? 30), 100)
    const page = Number(query.get('page') ?? 1)
    const all = this.comments.filter((comment) => comment.issue === issue)
    if (this.#options.flavor === 'gitea') return json(200, all.map(asRest))
    const shown = all.slice((page - 1) * perPage, page * perPage).map(asRest)
    const last = Math.ceil(all.length / perPage)
    const url = `http://${headers['host']}${path}?per_page=${perPage}`
    const links = [
      ...(page > 1 ? [`<${url}&page=${page - 1}>; rel="prev"`] : []),
      ...(page < last ? [`<${url}&page=${page + 1}>; rel="next"`, `<${url}&page=${last}>; rel="last"`] : []),
    ]
    return json(200, shown, links.length === 0 ? {} : { link: links.join(', ') })
  }

  #create(issue: number, request: SimRequest, identity: GitHubIdentity): SimResponse {
    const pull = this.pulls.find((one) => one.number === issue)
    if (pull === undefined) return refusal(404, 'Not Found')
    const body = bodyOf(request)
    // Gitea checks the text first.
    if (body === undefined && this.#options.flavor === 'gitea') return refusal(422, '[Body]: Required')
    if (!identity.mayWrite) return refusal(403, 'Resource not accessible by integration')
    if (pull.locked === true) return refusal(403, 'Unable to create comment because issue is locked.')
    if (body === undefined) return invalid()
    return json(201, asRest(this.write(issue, identity.login, body)))
  }

  #update(id: number, request: SimRequest, identity: GitHubIdentity): SimResponse {
    const comment = this.comments.find((one) => one.id === id)
    if (comment === undefined) return refusal(404, 'Not Found')
    // With write permission, everybody's comments can be changed, as at GitHub.
    if (!identity.mayWrite) return refusal(403, 'Resource not accessible by integration')
    const body = bodyOf(request)
    if (body === undefined) return invalid()
    comment.body = body
    return json(200, asRest(comment))
  }

  #remove(id: number, identity: GitHubIdentity): SimResponse {
    if (!identity.mayWrite) return refusal(403, 'Resource not accessible by integration')
    if (!this.comments.some((one) => one.id === id)) return refusal(404, 'Not Found')
    this.comments = this.comments.filter((one) => one.id !== id)
    return empty(204)
  }
}

function viewer(request: SimRequest, identity: GitHubIdentity): SimResponse {
  if (request.method !== 'POST' || !request.body.toString('utf8').includes('viewer'))
    return json(200, { errors: [{ message: 'Field is not known here' }] })
  const { login, graphqlLogin = login, nodeId = 'U_kgDOAA' } = identity
  return json(200, { data: { viewer: { login: graphqlLogin, id: nodeId } } })
}

function asRest({ id, issue, author, body }: GitHubComment): unknown {
  return {
    id,
    node_id: `IC_${id}`,
    // The account of a deleted author is null.
    user: author === '' ? null : { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    body,
    html_url: `https://github.com/acme/shop/pull/${issue}#issuecomment-${id}`,
  }
}

function bodyOf({ body }: SimRequest): string | undefined {
  const text = (JSON.parse(body.toString('utf8')) as { body?: unknown }).body
  return typeof text === 'string' && text.trim() !== '' && text.length <= MOST_BODY_CHARACTERS
    ? text
    : undefined
}

/** Gitea's response to unknown addresses. */
function html404(): SimResponse {
  return { status: 404, headers: { 'content-type': 'text/plain;charset=utf-8' }, body: 'Not found.\n' }
}

function invalid(): SimResponse {
  return json(422, { message: 'Validation Failed', errors: [{ resource: 'IssueComment', field: 'body' }] })
}

function refusal(status: number, message: string): SimResponse {
  return json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) })
}
