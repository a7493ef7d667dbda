import { join } from 'node:path'
import {
  bodyBytes,
  simRequest,
  type SimRequest,
  type SimResponse,
  type SimService,
} from '../simulator/service.ts'
import { archiveOfBytes, type ArchiveBody } from '../simulator/archive-body.ts'
import { generatedErrthquakeData } from '../simulator/errthquake-data.ts'
import type { ErrthquakeData } from '../simulator/errthquake-options.ts'
import type { AssetStore } from '../simulator/errthquake-assets.ts'
import { ErrthquakeSimulator } from '../simulator/errthquake.ts'
import type { ErrthquakeFate, ErrthquakeTest } from '../simulator/errthquake-tests.ts'
import { RequestRecord } from '../simulator/record.ts'
import { generatedXltData } from '../simulator/xlt-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'
import type { XtcCodeArchives } from '../simulator/xtc-code-archives.ts'
import { XtcStorage } from '../simulator/xtc-storage.ts'
import { XtcSimulator, type XtcData } from '../simulator/xtc.ts'
import { XTC_RUN_SCOPES } from '../simulator/xtc-token.ts'
import type { Competitor, Forms, Schedule } from './schedule.ts'
import type { SettledClock } from './settled-clock.ts'

export const CLIENT_SECRET = 'secret-of-the-client-/+&=%'
export const ERRTHQUAKE_TOKEN = 'abcd1234= 0123456789abcdef0123456789abcdef'
const XTC_URL = 'https://xtc.test'
const STORAGE_URL = 'https://storage.test'
const ERRTHQUAKE_URL = 'https://errthquake.test'
const TEST_NAME = 'Checkout nightly'
const TEST_NUMBER = 1
const VIRTUAL_USERS = 25
const REGIONS = ['eu-west-1', 'us-east-1', 'eu-west-1']

/** Both services in virtual time, and facts about them that the step cannot see. */
export interface Services {
  byOrigin: Map<string, SimService>
  record: RequestRecord
  /** Ids of the runs that our own requests started. */
  mine: string[]
  /** How many of our start requests started something. */
  starts: number
  theirs: string[]
  /** The run that somebody started for mode `wait`. */
  attachedTo: string[]
  compete(competitor: Competitor): void
  revokeTokens(): void
  tokens(): string[]
  isActive(id: string): boolean
  wasStopped(id: string): boolean
  /** The bytes of a complete download of this file; undefined if any JSON is acceptable. */
  truthOf(name: string): Promise<Buffer | undefined>
  /** Uploaded files; absent if nothing can be uploaded. */
  assets?: AssetStore
  /** XTC's code archives; absent if none can be uploaded. */
  code?: XtcCodeArchives
  /** The code archives that our own requests uploaded. */
  myCode: number[]
}

let xtcArchives: Promise<{
  report: Buffer
  result: Buffer
  testReport: string
  scorecard: string | undefined
}>
let logArchive: Promise<Buffer>

/** The same small files for every run, because they are downloaded thousands of times. */
function sharedXtcData(): XtcData {
  const made = generatedXltData({ ...DEFAULT_XLT_DATA, lines: 60 })
  xtcArchives ??= (async () => ({
    report: await bytesOf(await made.report(1)),
    result: await bytesOf(await made.result(1)),
    testReport: await made.testReport(1),
    scorecard: await made.scorecard(1),
  }))()
  return {
    report: async () => archiveOfBytes((await xtcArchives).report),
    result: async () => archiveOfBytes((await xtcArchives).result),
    testReport: async () => (await xtcArchives).testReport,
    scorecard: async () => (await xtcArchives).scorecard,
  }
}

function sharedErrthquakeData(): ErrthquakeData {
  const made = generatedErrthquakeData({ lines: 60, timeForm: 'iso', slowness: 1, errorShare: 0 })
  return {
    logs: async (test, moment) => {
      logArchive ??= made.logs(test, { ...moment, startMs: 0, finishMs: 60_000 }, 1).then(bytesOf)
      return archiveOfBytes(await logArchive)
    },
    metrics: async (test) => ({ 'test-id': test.id, requests: 60 }),
  }
}

async function bytesOf(archive: ArchiveBody): Promise<Buffer> {
  return await bodyBytes({ status: 200, headers: {}, body: () => archive.open() })
}

export function createServices(schedule: Schedule, world: SettledClock): Services {
  return schedule.service === 'errthquake'
    ? errthquakeServices(schedule, world)
    : xtcServices(schedule, world)
}

/** The time on the service's clock. */
export function timeOfService({ clocks }: Schedule, world: SettledClock): () => number {
  return () => world.now() + clocks.serviceAheadMs
}

/** A single document cannot be started partially. */
function execShapeOf({ executions, forms }: Schedule): Forms['execShape'] {
  return forms.execShape === 'fewer' && executions === 1 ? 'id' : forms.execShape
}

const FINAL_STATE: Record<Schedule['fate'], string> = {
  ends: 'FINISHED',
  breaks: 'ERROR',
  aborted: 'ABORTED',
  lost: 'FINISHED',
  'lost-for-a-while': 'FINISHED',
  'ends-lost': 'FINISHED',
}

function xtcServices(schedule: Schedule, world: SettledClock): Services {
  const scopes = XTC_RUN_SCOPES.filter((scope) => schedule.mayList || scope !== 'LOADTEST_LIST')
  const odd = schedule.fate === 'lost' || schedule.fate === 'lost-for-a-while'
  const { pageItems, pageSize, listOrder, oddEntries, numberField } = schedule.forms
  const xtc = new XtcSimulator({
    now: timeOfService(schedule, world),
    seed: schedule.seed,
    data: sharedXtcData(),
    baseUrl: () => XTC_URL,
    storageUrl: () => STORAGE_URL,
    credentials: [{ clientSecret: CLIENT_SECRET, scopes }],
    tokenLifetimeSeconds: schedule.tokenSeconds,
    loadTests: [
      { name: TEST_NAME, description: 'Orders' },
      { name: 'Search', description: '' },
      { name: `${TEST_NAME} in spring`, state: 'NEW' },
    ],
    run: {
      phases: [
        { state: 'NEW', durationMs: 900 },
        { state: 'PROVISIONING', durationMs: 20_000 },
        { state: odd ? 'HIBERNATING' : 'RUNNING', durationMs: schedule.runMs },
        { state: 'STOPPING', durationMs: 5000 },
      ],
      finalState: FINAL_STATE[schedule.fate],
      archiveDelayMs: 20_000,
      visibleAfterMs: schedule.visibleAfterMs,
    },
    shape: {
      archives: schedule.archives,
      copyName: schedule.seed % 2 === 0 ? 'same' : 'numbered',
      pageItems,
      pageSize,
      listOrder,
      numberField,
      oddEntries: Array.from({ length: oddEntries }, (_, index) => [null, { name: 'no number' }, 7][index]),
    },
  })
  const storage = new XtcStorage(xtc)
  const runIds = (): string[] => xtc.runs.map((run) => String(run.number))
  return assemble(schedule, {
    services: [
      [XTC_URL, xtc],
      [STORAGE_URL, storage],
    ],
    runIds,
    start: (sameLoad) => startOther(xtc, sameLoad),
    code: xtc.code,
    revokeTokens: () => xtc.tokens.revokeAll(),
    tokens: () => xtc.tokens.all,
    isActive: (id) => xtc.runs.some((run) => String(run.number) === id && xtc.loadTests.isActive(run)),
    wasStopped: () => false,
    truthOf: async (name) => {
      const archives = await xtcArchives
      const own = name.replace(/^confirming-\d\//, '')
      if (own === 'report.tar.gz') return archives.report
      return own === 'result.tar.gz' ? archives.result : undefined
    },
  })
}

function startOther({ loadTests, code }: XtcSimulator, sameLoad: boolean): void {
  // Others upload their code, too.
  if (!sameLoad) code.upload(Buffer.alloc(1))
  const original = loadTests.all.find(({ name }) => name === (sameLoad ? TEST_NAME : 'Search'))
  if (original === undefined) return
  const description = 'Started by Load Test Gate. [ltg-0000000000000000]'
  loadTests.copyAndRun(original, { name: original.name, description })
}

const FATES: Record<Schedule['fate'], ErrthquakeFate> = {
  ends: 'completes',
  breaks: 'fails-to-start',
  aborted: 'completes',
  lost: 'stays-unresponsive',
  'lost-for-a-while': 'recovers',
  'ends-lost': 'completes-unresponsive',
}

function errthquakeServices(schedule: Schedule, world: SettledClock): Services {
  const errthquake = new ErrthquakeSimulator({
    now: timeOfService(schedule, world),
    seed: schedule.seed,
    data: sharedErrthquakeData(),
    ...(schedule.seed % 2 === 0 && { soFar: () => ({ requests: 30, errors: 0 }) }),
    execShape: execShapeOf(schedule),
    token: ERRTHQUAKE_TOKEN,
    permissions: { viewTestResults: schedule.mayList },
    maxTestDurationMs: 3 * 3600_000,
    run: {
      fate: FATES[schedule.fate],
      pendingMs: 15_000,
      storingMs: 8000,
      unresponsiveAfterMs: 30_000,
      recoversAfterMs: 90_000,
      ...(!schedule.interactive && { runMs: schedule.runMs }),
    },
  })
  const find = (id: string): ErrthquakeTest | undefined => errthquake.tests.find((test) => test.id === id)
  return assemble(schedule, {
    services: [[ERRTHQUAKE_URL, errthquake]],
    runIds: () => errthquake.runs.map((run) => run.id),
    start: (sameLoad) => {
      const documents = executionsOf(schedule).slice(0, sameLoad ? 1 : schedule.executions)
      const body = JSON.stringify(
        documents.map((document) => ({ ...document, ...(!sameLoad && { 'virtual-users': 40 }) })),
      )
      const path = `/workspaces/${errthquake.workspaceUid}/exec`
      // Handled synchronously, before anything else can happen.
      const { execShape } = errthquake
      errthquake.execShape = 'id'
      void errthquake.handle(simRequest('POST', path, { headers: { authorization: ERRTHQUAKE_TOKEN }, body }))
      errthquake.execShape = execShape
    },
    revokeTokens: () => undefined,
    tokens: () => [],
    isActive: (id) => errthquake.active.some((test) => test.id === id),
    wasStopped: (id) => find(id)?.stoppedAtMs !== undefined,
    truthOf: async (name) => (name.endsWith('logs.zip') ? await logArchive : undefined),
    assets: errthquake.assets,
  })
}

interface Parts {
  services: [string, SimService][]
  runIds: () => string[]
  start: (sameLoad: boolean) => void
  revokeTokens: () => void
  tokens: () => string[]
  isActive: (id: string) => boolean
  wasStopped: (id: string) => boolean
  truthOf: (name: string) => Promise<Buffer | undefined>
  assets?: AssetStore
  code?: XtcCodeArchives
}

function assemble(schedule: Schedule, parts: Parts): Services {
  const services: Services = {
    byOrigin: new Map(),
    record: new RequestRecord(),
    mine: [],
    starts: 0,
    theirs: [],
    attachedTo: [],
    compete: ({ sameLoad }) => services.theirs.push(...newRuns(parts, () => parts.start(sameLoad))),
    revokeTokens: parts.revokeTokens,
    tokens: parts.tokens,
    isActive: parts.isActive,
    wasStopped: parts.wasStopped,
    truthOf: parts.truthOf,
    ...(parts.assets !== undefined && { assets: parts.assets }),
    ...(parts.code !== undefined && { code: parts.code }),
    myCode: [],
  }
  if (schedule.mode === 'wait') services.attachedTo.push(...newRuns(parts, () => parts.start(true)))
  for (const [origin, service] of parts.services)
    services.byOrigin.set(origin, watched(service, services, parts))
  return services
}

function newRuns({ runIds }: Parts, start: () => void): string[] {
  const before = runIds()
  start()
  return runIds().filter((id) => !before.includes(id))
}

/** The service, with a record of every run that our requests start. */
function watched(service: SimService, services: Services, parts: Parts): SimService {
  return {
    name: service.name,
    handle: async (request: SimRequest): Promise<SimResponse> => {
      const before = parts.runIds()
      const codeBefore = parts.code?.uploads.length ?? 0
      const response = await service.handle(request)
      services.myCode.push(...(parts.code?.uploads.slice(codeBefore) ?? []))
      const started = parts.runIds().filter((id) => !before.includes(id))
      if (started.length > 0) services.starts++
      services.mine.push(...started)
      return response
    },
  }
}

function executionsOf(schedule: Schedule): Record<string, string | number>[] {
  const count = schedule.service === 'errthquake' ? schedule.executions : 1
  return Array.from({ length: count }, (_, index) => ({
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': VIRTUAL_USERS,
    'test-duration': schedule.interactive ? '' : goMinutes(schedule.runMs),
    'ramp-duration': '',
    'test-type': schedule.interactive ? 'interactive' : 'duration',
    region: REGIONS[index % REGIONS.length] ?? 'eu-west-1',
  }))
}

function goMinutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}m${seconds % 60}s`
}

const INPUT_FILE = './customers.csv'
const CONFIGURATION_FILE = './checkout.yaml'

const CODE_FOLDER = './suite'

/** Whether the code of an XTC test is in the checkout. */
export function uploadsCode({ service, checkout, mode }: Schedule): boolean {
  return service === 'xtc-v2' && checkout !== 'none' && mode !== 'wait'
}

/** The files in the checkout, by name. */
export const CHECKOUT: Readonly<Record<string, string>> = {
  [INPUT_FILE]: 'username,password\nalice,1\nbob,2\n',
  [`${CODE_FOLDER}/pom.xml`]: '<project/>',
  [`${CODE_FOLDER}/src/TOrder.java`]: 'class TOrder {}'.repeat(50),
  [CONFIGURATION_FILE]:
    'Commands:\n  home:\n    Url: https://shop.example/{$username}\n    Method: GET\nLoopSequence: [home]\n',
}

function ownExecutions(schedule: Schedule): Record<string, string | number>[] {
  const { checkout } = schedule
  return executionsOf(schedule).map((execution) => ({
    ...execution,
    ...(checkout !== 'none' && { 'test-config': CONFIGURATION_FILE }),
    ...(checkout === 'both' && { 'test-input': INPUT_FILE }),
  }))
}

/** The inputs of the step. */
export function inputsFor(schedule: Schedule, services: Services, directory: string): Record<string, string> {
  const confirms = schedule.confirm > 0 && schedule.mode === 'run'
  const common = {
    mode: schedule.mode,
    'run-id': services.attachedTo.join(','),
    timeout: `${Math.ceil(schedule.timeoutMs / 1000)}s`,
    // Mode start does not wait, and rejects inputs that it does not use.
    ...(schedule.mode !== 'start' && { 'on-timeout': schedule.onTimeout }),
    'on-cancel': schedule.onCancel,
    'fail-on': 'run,collect',
    'output-directory': directory === '' ? '' : join(directory, 'output'),
    ...(confirms && { confirm: String(schedule.confirm), baseline: `file:${join(directory, 'usual.json')}` }),
  }
  if (schedule.service !== 'errthquake') {
    return {
      ...common,
      provider: 'xtc',
      'xtc-url': XTC_URL,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': schedule.mode === 'wait' ? '' : String(TEST_NUMBER),
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': CLIENT_SECRET,
      'xtc-api-version': schedule.service === 'xtc-v1' ? 'v1' : 'v2',
      ...(uploadsCode(schedule) && { 'xtc-test-code': CODE_FOLDER }),
    }
  }
  const executions = ownExecutions(schedule)
  return {
    ...common,
    provider: 'errthquake',
    'errthquake-url': ERRTHQUAKE_URL,
    'errthquake-token': ERRTHQUAKE_TOKEN,
    ...(schedule.mode !== 'wait' && { executions: JSON.stringify(executions) }),
    ...(schedule.interactive && { 'stop-after': goMinutes(schedule.runMs) }),
  }
}
