import type { Comment, CommentApi } from '../../../../src/foundation/ports.ts'
import type { CommentRow } from '../../../../src/report/comment/comment-rows.ts'

/** A failed row, changed by `change`. */
export function rowWith(change: Partial<CommentRow> = {}): CommentRow {
  return {
    key: 'job-1',
    title: 'eu-west-1',
    workflowRunId: 100,
    attempt: 1,
    commit: '1a2b3c4d5e6f',
    outcome: 'failed',
    words: 'Failed (criteria)',
    message: '2 of 12 criteria failed',
    failedCount: 7,
    failed: [{ criterion: 'requests.p95 < 500ms', observed: '612 ms', limit: '< 500 ms' }],
    figures: [{ name: 'p95', value: '612 ms', change: '▲ +12.3%' }],
    changed: [{ label: 'Checkout', change: 'p95 412 ms → 543 ms (▲ +31.8%)' }],
    links: [{ name: 'run', url: 'https://xtc.example.com/4711' }],
    ...change,
  }
}

/** Time that passes only when everybody is waiting. */
export class VirtualTime {
  #nowMs = 0
  #timers: { atMs: number; wake: () => void }[] = []

  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#timers.push({ atMs: this.#nowMs + ms, wake })
    })

  /** Runs until `work` is done, always waking the one with the shortest wait. */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false }
    const finish = () => {
      state.isDone = true
    }
    work.then(finish, finish)
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (state.isDone) return work
      this.#timers.sort((a, b) => a.atMs - b.atMs)
      const next = this.#timers.shift()
      if (next === undefined) throw new Error('Everybody waits for something that never comes')
      this.#nowMs = next.atMs
      next.wake()
    }
  }
}

export const BOT = 'github-actions[bot]'

/** The comments of one pull request, as many simultaneous clients see them: every call takes a while. */
export class PullRequest {
  comments: Comment[] = []
  calls: string[] = []
  perPage = 100
  #nextId = 1
  readonly #time: VirtualTime
  readonly #random: () => number

  constructor(time: VirtualTime, random: () => number) {
    this.#time = time
    this.#random = random
  }

  write(author: string, body: string): Comment {
    const comment = { id: this.#nextId, author, body, url: `https://github.example/c/${this.#nextId}` }
    this.#nextId += 1
    this.comments.push(comment)
    return { ...comment }
  }

  /** The API as one identity sees it. */
  api(login = BOT): CommentApi {
    return {
      viewerLogin: () => this.#after('viewer', () => login),
      list: (page) =>
        this.#after(`list ${page}`, () => ({
          comments: this.comments
            .slice((page - 1) * this.perPage, page * this.perPage)
            .map((comment) => ({ ...comment })),
          hasMore: this.comments.length > page * this.perPage,
        })),
      create: (body) => this.#after('create', () => this.write(login, body)),
      update: (id, body) =>
        this.#after(`update ${id}`, () => {
          this.#byId(id).body = body
        }),
      remove: (id) =>
        this.#after(`remove ${id}`, () => {
          this.comments.splice(this.comments.indexOf(this.#byId(id)), 1)
        }),
    }
  }

  #byId(id: number): Comment {
    const comment = this.comments.find((one) => one.id === id)
    if (comment === undefined) throw httpError(404)
    return comment
  }

  /** The request takes a while to arrive, takes effect at one moment, and the response takes a while. */
  async #after<T>(call: string, effect: () => T): Promise<T> {
    this.calls.push(call)
    await this.#time.sleep(20 + this.#random() * 150)
    const result = effect()
    await this.#time.sleep(20 + this.#random() * 150)
    return result
  }
}

export function httpError(status: number): Error {
  return Object.assign(new Error(`HTTP ${status}`), { status })
}
