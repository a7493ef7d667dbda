import { createHash } from 'node:crypto'
import type { Arrived } from '../end-to-end/compare-artifacts.ts'

const ANSWER_WITHIN_MS = 60_000

export interface WorkflowRun {
  id: number
  /** `<workflow file>@<ref>` */
  path: string
  event: string
  status: string
  conclusion?: string
  head_sha: string
  run_attempt: number
}

export interface Comment {
  id: number
  body: string
  user: { login: string }
}

interface Account {
  url: string
  user: string
  password: string
  token: string
}

/** Talks to Gitea as its users do: through the API, and through its pages where the API lacks a call. */
export class GiteaClient {
  readonly account: Account

  constructor(account: Account) {
    this.account = account
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.#ask('GET', path)).json()) as T
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return (await (await this.#ask('POST', path, body)).json()) as T
  }

  async runs(repository: string): Promise<WorkflowRun[]> {
    const listed = await this.get<{ workflow_runs: WorkflowRun[] | null }>(
      `/repos/${repository}/actions/runs?limit=50`,
    )
    return listed.workflow_runs ?? []
  }

  /** The artifacts of a workflow run, with the hashes of the bytes that a user downloads. */
  async artifacts(repository: string, runId: number): Promise<Arrived[]> {
    const { artifacts } = await this.get<{ artifacts: { id: number; name: string }[] | null }>(
      `/repos/${repository}/actions/runs/${runId}/artifacts?limit=50`,
    )
    const arrived: Arrived[] = []
    for (const { id, name } of artifacts ?? []) {
      const answer = await this.#ask('GET', `/repos/${repository}/actions/artifacts/${id}/zip`)
      arrived.push({ name, sha256: sha256Of(await answer.bytes()) })
    }
    return arrived
  }

  /** The bytes at an address, as anybody gets them; undefined if the request is rejected. */
  async bytesAt(url: string): Promise<Buffer | undefined> {
    const answer = await send(url, {})
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
  }

  /** The logs of a run's jobs, in its latest attempt. */
  async log(repository: string, runId: number): Promise<string> {
    const { jobs } = await this.get<{ jobs: { id: number }[] }>(
      `/repos/${repository}/actions/runs/${runId}/jobs`,
    )
    const logs: string[] = []
    for (const { id } of jobs)
      logs.push(await (await this.#ask('GET', `/repos/${repository}/actions/jobs/${id}/logs`)).text())
    return logs.join('\n')
  }

  /** Does what the button on the run's page does, because the API has no such call. */
  async cancel(repository: string, runId: number): Promise<void> {
    const { url, user, password } = this.account
    const signedIn = await send(`${url}/user/login`, {
      method: 'POST',
      body: new URLSearchParams({ user_name: user, password }),
      redirect: 'manual',
    })
    // The session cookie is set twice, before and after signing in; the last one counts.
    const cookies = new Map(
      signedIn.headers.getSetCookie().map((cookie) => {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
        return [name, value]
      }),
    )
    const cancelled = await send(`${url}/${repository}/actions/runs/${runId}/cancel`, {
      method: 'POST',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      redirect: 'manual',
    })
    if (cancelled.status !== 200)
      throw new Error(`Gitea responded with ${cancelled.status} to cancelling run ${runId}.`)
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = {
      authorization: `token ${this.account.token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const answer = await send(`${this.account.url}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok)
      throw new Error(`Gitea responded with ${answer.status} to ${method} ${path}: ${await answer.text()}`)
    return answer
  }
}

function send(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
