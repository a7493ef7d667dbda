import { type ExecutionDocument, executionFault } from './errthquake-execution.ts'
import { execAnswer, type ExecShape } from './errthquake-exec-answer.ts'
import { ALL_PERMISSIONS, type ErrthquakeOptions, type ErrthquakePermissions } from './errthquake-options.ts'
import { refusal } from './errthquake-refusal.ts'
import { answerAssets, AssetStore } from './errthquake-assets.ts'
import { answerResults } from './errthquake-results.ts'
import {
  DEFAULT_PLAN,
  type ErrthquakeMoment,
  type ErrthquakeRunPlan,
  type ErrthquakeTest,
  isActive,
  minutesFor,
  minutesUsed,
  momentOfTest,
  newTestId,
} from './errthquake-tests.ts'
import { workspaceDetails, workspaceHours, workspaceSummary } from './errthquake-workspace.ts'
import { createRandom, derivedSeed, type Random } from './random.ts'
import { json, type SimRequest, type SimResponse, type SimService } from './service.ts'

export const DEFAULT_ERRTHQUAKE_TOKEN = 'abcd1234= 0123456789abcdef0123456789abcdef'
const HOUR_MS = 60 * 60 * 1000

/** Errthquake: workspaces, execution, results and assets. Its fields may be changed while it runs. */
export class ErrthquakeSimulator implements SimService {
  readonly name = 'errthquake'
  readonly now: () => number
  readonly options: ErrthquakeOptions
  token: string
  permissions: ErrthquakePermissions
  workspaceUid: string
  workspaceName: string
  hourBucketName = 'Team plan'
  testInputs: string[]
  testConfigs: string[]
  testObjects: string[]
  regions: string[]
  maxVirtualUsers: number
  maxTestDurationMs: number
  minutesAllocated: number
  minutesUsedBefore: number
  execShape: ExecShape
  readonly assets = new AssetStore()
  /** Every test of the workspace; those from earlier days come first. */
  readonly tests: ErrthquakeTest[] = []
  readonly nextRuns: Partial<ErrthquakeRunPlan>[] = []
  readonly #formerTests: number
  #random: Random

  constructor(options: ErrthquakeOptions) {
    this.options = options
    this.now = options.now
    this.#random = createRandom(derivedSeed(options.seed, 'errthquake'))
    this.token = options.token ?? DEFAULT_ERRTHQUAKE_TOKEN
    this.permissions = { ...ALL_PERMISSIONS, ...options.permissions }
    this.workspaceUid = options.workspaceUid ?? '0b9c2f6e-5a1d-4c57-8e53-9f1f0a7c2d11'
    this.workspaceName = options.workspaceName ?? 'Shop'
    this.testInputs = [...(options.testInputs ?? ['customers.csv', 'products.csv', 'search-terms.csv'])]
    this.testConfigs = [...(options.testConfigs ?? ['checkout.yaml', 'browse.yaml'])]
    this.testObjects = [...(options.testObjects ?? ['avatar.png'])]
    this.regions = options.regions ?? [
      'us-east-1',
      'us-west-2',
      'eu-west-1',
      'eu-central-1',
      'ap-southeast-2',
    ]
    this.maxVirtualUsers = options.maxVirtualUsers ?? 1000
    this.maxTestDurationMs = options.maxTestDurationMs ?? 2 * HOUR_MS
    this.minutesAllocated = options.minutesAllocated ?? 3000
    this.minutesUsedBefore = options.minutesUsedBefore ?? 120
    this.execShape = options.execShape ?? 'id'
    this.#addFormerTests()
    this.#formerTests = this.tests.length
  }

  /** The tests that were submitted here, in order. */
  get runs(): ErrthquakeTest[] {
    return this.tests.slice(this.#formerTests)
  }

  moment(test: ErrthquakeTest): ErrthquakeMoment {
    return momentOfTest(test, this.now(), this.maxTestDurationMs)
  }

  /** Tests that are neither complete nor failed. None may be left behind. */
  get active(): ErrthquakeTest[] {
    return this.tests.filter((test) => isActive(this.moment(test)))
  }

  /** Active tests that nobody has stopped. One that was stopped only stores its results, for however long. */
  get unstopped(): ErrthquakeTest[] {
    return this.active.filter(({ stoppedAtMs }) => stoppedAtMs === undefined)
  }

  get minutesActiveTests(): number {
    return this.active.reduce((sum, test) => sum + test.minutesAllocated, 0)
  }

  get minutesRemaining(): number {
    const ended = this.runs.filter((test) => !isActive(this.moment(test)))
    const used = ended.reduce((sum, test) => sum + minutesUsed(this.moment(test)), this.minutesUsedBefore)
    return this.minutesAllocated - used - this.minutesActiveTests
  }

  async handle(request: SimRequest): Promise<SimResponse> {
    if (request.headers['authorization'] !== this.token) return refusal(401, 'not authorized')
    const [first, uid, ...rest] = request.path.split('/').filter((part) => part !== '')
    if (first === 'workspaces' && uid === undefined) {
      return request.method === 'GET' ? json(200, [workspaceSummary(this)]) : refusal(405, 'GET only')
    }
    if (uid !== this.workspaceUid) return refusal(404, 'not found')
    if (first === 'workspaces') return this.#workspace(request, rest)
    if (first === 'results') return answerResults(this, request, rest)
    if (first === 'assets') return answerAssets(this, request, rest)
    return refusal(404, 'not found')
  }

  dataSeed(test: ErrthquakeTest): number {
    return derivedSeed(this.options.seed, `test ${this.tests.indexOf(test)}`)
  }

  #workspace(request: SimRequest, rest: string[]): SimResponse {
    const route = `${request.method} /${rest.join('/')}`
    if (route === 'GET /') return json(200, workspaceDetails(this))
    if (route === 'GET /hours') return json(200, workspaceHours(this))
    if (route === 'POST /exec') return this.#exec(request)
    return refusal(404, 'not found')
  }

  #exec(request: SimRequest): SimResponse {
    if (!this.permissions.executeTests) return refusal(403, 'the Execute Tests permission is required')
    const documents = parsedArray(request.body)
    if (documents === undefined || documents.length === 0) {
      return refusal(400, 'the body must be an array of execution documents')
    }
    for (const [index, document] of documents.entries()) {
      const fault = executionFault(document, {
        inputs: this.testInputs,
        configs: this.testConfigs,
        regions: this.regions,
        maxVirtualUsers: this.maxVirtualUsers,
        maxDurationMs: this.maxTestDurationMs,
      })
      if (fault !== undefined) return refusal(400, `document ${index}: ${fault}`)
    }
    const executions = documents as ExecutionDocument[]
    const minutes = executions
      .filter((document) => document['test-type'] === 'duration')
      .reduce((sum, document) => sum + minutesFor(document, this.maxTestDurationMs), 0)
    if (minutes > this.minutesRemaining) return refusal(400, 'not enough test minutes remain')
    // With `fewer`, the service starts only some of the requested tests.
    const started = this.execShape === 'fewer' ? executions.slice(0, -1) : executions
    return json(
      200,
      execAnswer(
        this.execShape,
        started.map((document) => this.#submit(document).id),
      ),
    )
  }

  #submit(document: ExecutionDocument): ErrthquakeTest {
    const test: ErrthquakeTest = {
      id: newTestId(this.#random),
      document,
      plan: { ...DEFAULT_PLAN, ...this.options.run, ...this.nextRuns.shift() },
      submittedAtMs: this.now(),
      stoppedAtMs: undefined,
      minutesAllocated: minutesFor(document, this.maxTestDurationMs),
    }
    this.tests.push(test)
    return test
  }

  #addFormerTests(): void {
    for (let daysAgo = 3; daysAgo >= 1; daysAgo--) {
      const test = this.#submit({
        'test-input': this.testInputs[0] ?? 'customers.csv',
        'test-config': this.testConfigs[0] ?? 'checkout.yaml',
        'virtual-users': 20 * daysAgo,
        'test-duration': '10m0s',
        'ramp-duration': '1m0s',
        'test-type': 'duration',
        region: this.regions[0] ?? 'us-east-1',
      })
      test.plan = DEFAULT_PLAN
      test.submittedAtMs -= daysAgo * 24 * HOUR_MS
    }
  }
}

function parsedArray(body: Buffer): unknown[] | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
