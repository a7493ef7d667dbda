import { type ArchiveBody, downloadOf } from './archive-body.ts'
import { createRandom, derivedSeed, HEX, type Random } from './random.ts'
import type { SimRequest, SimResponse, SimService } from './service.ts'
import { refused } from './xtc-call.ts'
import {
  seedLoadTests,
  type XtcArchiveKind,
  type XtcLoadTest,
  XtcLoadTests,
  type XtcRunPlan,
  type XtcSeedLoadTest,
} from './xtc-load-tests.ts'
import { xtcShape, type XtcShape } from './xtc-shape.ts'
import { XTC_RUN_SCOPES, type XtcCredentials, XtcTokens } from './xtc-token.ts'
import { answerDocument } from './xtc-document.ts'
import { answerCodeArchives, XtcCodeArchives } from './xtc-code-archives.ts'
import { answerV1 } from './xtc-v1.ts'
import { answerV2 } from './xtc-v2.ts'

/** The files of a run, derived from its seed. */
export interface XtcData {
  report(seed: number): Promise<ArchiveBody>
  result(seed: number): Promise<ArchiveBody>
  testReport(seed: number): Promise<string>
  /** Undefined if the suite has no scorecard. */
  scorecard(seed: number): Promise<string | undefined>
}

export interface XtcOptions {
  now: () => number
  seed: number
  data: XtcData
  /** The server's own address, for URLs in responses. */
  baseUrl: () => string
  /** The other origin that archives may be redirected to. */
  storageUrl: () => string
  organization?: string
  project?: string
  credentials?: Partial<XtcCredentials>[]
  tokenLifetimeSeconds?: number
  refusedScopeStatus?: number
  loadTests?: readonly XtcSeedLoadTest[]
  /** How every run goes, unless `nextRuns` says otherwise for one. */
  run?: Partial<XtcRunPlan>
  shape?: Partial<XtcShape>
  /** Versions that still respond; a retired one returns 404. */
  apiVersions?: readonly ('v1' | 'v2')[]
}

const DEFAULT_CREDENTIALS: XtcCredentials = {
  clientId: 'simulated-client',
  clientSecret: 'simulated-client-secret',
  scopes: XTC_RUN_SCOPES,
  apiVersions: ['v1', 'v2'],
  expired: false,
  switchedOffForProject: false,
}

const PROJECT = /^\/public\/api\/(v1|v2)\/orgs\/([^/]+)\/projects\/([^/]+)(\/.*)$/

/**
 * XTC: the token endpoint and both versions of the load test API. Its fields may be changed while it runs.
 */
export class XtcSimulator implements SimService {
  readonly name = 'xtc'
  readonly tokens: XtcTokens
  readonly loadTests: XtcLoadTests
  readonly credentials: XtcCredentials[]
  readonly code: XtcCodeArchives
  readonly shape: XtcShape
  organization: string
  project: string
  tokenLifetimeSeconds: number
  refusedScopeStatus: number
  apiVersions: readonly ('v1' | 'v2')[]
  /** Bodies of v2 action requests, as received. */
  readonly actionRequests: Record<string, unknown>[] = []
  readonly options: XtcOptions
  readonly random: Random
  #tickets = new Map<string, { test: XtcLoadTest; kind: XtcArchiveKind }>()

  constructor(options: XtcOptions) {
    this.options = options
    this.random = createRandom(derivedSeed(options.seed, 'xtc'))
    this.organization = options.organization ?? 'acme'
    this.project = options.project ?? 'shop'
    this.credentials = (options.credentials ?? [{}]).map((given) => ({ ...DEFAULT_CREDENTIALS, ...given }))
    this.tokenLifetimeSeconds = options.tokenLifetimeSeconds ?? 3600
    this.refusedScopeStatus = options.refusedScopeStatus ?? 400
    this.apiVersions = options.apiVersions ?? ['v1', 'v2']
    this.shape = xtcShape(options.shape)
    this.code = new XtcCodeArchives(options.now)
    this.loadTests = new XtcLoadTests(options.loadTests ?? seedLoadTests(), options.run ?? {}, options.now)
    this.tokens = new XtcTokens({
      now: options.now,
      random: this.random,
      credentials: () => this.credentials,
      lifetimeSeconds: () => this.tokenLifetimeSeconds,
      refusedScopeStatus: () => this.refusedScopeStatus,
    })
  }

  /** The copies that were started, in order. The action promises at most one per step. */
  get runs(): XtcLoadTest[] {
    return this.loadTests.runs
  }

  /** Copies that have not ended. None may be left behind unnoticed. */
  get active(): XtcLoadTest[] {
    return this.runs.filter((test) => this.loadTests.isActive(test))
  }

  /** Plans for the next runs, one each. */
  get nextRuns(): Partial<XtcRunPlan>[] {
    return this.loadTests.nextRuns
  }

  async handle(request: SimRequest): Promise<SimResponse> {
    if (request.path === '/oauth/token') return this.tokens.answer(request)
    const document = await answerDocument(request.path, this.options.baseUrl())
    if (document !== undefined) return document
    const found = PROJECT.exec(request.path)
    if (found === null) return refused(404, 'not found')
    const version = found[1] === 'v1' ? 'v1' : 'v2'
    if (!this.apiVersions.includes(version)) return refused(404, 'not found')
    const token = this.tokens.valid(request)
    if (token === undefined) return refused(401, 'the access token is missing, unknown or expired')
    if (!token.credentials.apiVersions.includes(version)) {
      return refused(403, 'the credentials are for another version of the API')
    }
    if (found[2] !== this.organization || found[3] !== this.project) {
      return refused(404, 'no such organization or project')
    }
    if (token.credentials.switchedOffForProject) {
      return refused(403, 'the credentials of the organization are disabled for this project')
    }
    const call = { simulator: this, request, path: found[4] ?? '', scopes: token.scopes }
    if (version === 'v1') return answerV1(call)
    return (await answerCodeArchives(call)) ?? answerV2(call)
  }

  /** An archive of a run, if it is available. The token's scope was already checked. */
  async archive(test: XtcLoadTest, index: number, kind: XtcArchiveKind): Promise<SimResponse> {
    if (index !== 1 || !test.archives.includes(kind)) return refused(404, `no ${kind} ${index}`)
    if (!this.loadTests.archiveReady(test)) {
      return refused(this.shape.archiveWaitStatus, `the ${kind} is not archived yet`)
    }
    if (this.shape.archives === 'redirect') {
      return { status: 302, headers: { location: this.ticket(test, kind) }, body: '' }
    }
    return this.download(test, kind)
  }

  async download(test: XtcLoadTest, kind: XtcArchiveKind): Promise<SimResponse> {
    const body = await this.options.data[kind](this.dataSeed(test))
    return downloadOf(body, {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${kind}-${test.number}.tar.gz"`,
    })
  }

  /** A signed address at the other origin, valid for one archive and without a token. */
  ticket(test: XtcLoadTest, kind: XtcArchiveKind): string {
    const ticket = this.random.text(HEX, 24)
    this.#tickets.set(ticket, { test, kind })
    return `${this.options.storageUrl()}/archives/${kind}-${test.number}.tar.gz?signature=${ticket}`
  }

  redeem(ticket: string): { test: XtcLoadTest; kind: XtcArchiveKind } | undefined {
    return this.#tickets.get(ticket)
  }

  dataSeed(test: XtcLoadTest): number {
    return derivedSeed(this.options.seed, `run ${test.number}`)
  }
}
