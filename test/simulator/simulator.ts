import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type ActionsOptions, ActionsResultsSimulator, type RuntimeTokenOptions } from './actions-results.ts'
import { DEFAULT_REQUEST_LOG, generatedErrthquakeData, type RequestLogSettings } from './errthquake-data.ts'
import { ErrthquakeSimulator } from './errthquake.ts'
import type { ErrthquakeOptions } from './errthquake-options.ts'
import { FaultPlan } from './faults.ts'
import { type GitHubOptions, GitHubSimulator } from './github.ts'
import { RequestRecord } from './record.ts'
import { type SocketServer, startSocketServer } from './socket-server.ts'
import type { ServiceName } from './service.ts'
import { generatedXltData, sampleXltData } from './xlt-data.ts'
import { DEFAULT_XLT_DATA, type XltDataSettings } from './xlt-scenarios.ts'
import { XtcStorage } from './xtc-storage.ts'
import { type XtcOptions, XtcSimulator } from './xtc.ts'

type Provided = 'now' | 'seed' | 'data' | 'baseUrl' | 'storageUrl'

export interface SimulatorOptions {
  /** All random values (tokens, ids, data) are derived from it. Default: 1. */
  seed?: number
  now?: () => number
  /** A separate clock for Errthquake, for tests of a stated length that must not take that long. */
  errthquakeNow?: () => number
  xtc?: Omit<XtcOptions, Provided> & Partial<Pick<XtcOptions, 'data'>>
  errthquake?: Omit<ErrthquakeOptions, Provided> & Partial<Pick<ErrthquakeOptions, 'data'>>
  github?: Partial<GitHubOptions>
  actions?: Pick<ActionsOptions, 'lowersCacheKeys'>
  xltData?: Partial<XltDataSettings>
  requestLog?: Partial<RequestLogSettings>
  /** If real sample archives are in this folder, XTC serves those. */
  samplesDirectory?: string
  /** Uploads are kept here; default: a temporary directory that `close` removes. */
  actionsDirectory?: string
  /** Default: 0, which is any free port. */
  ports?: Partial<Record<ServiceName, number>>
  /**
   * URLs of servers in front of a service, such as a TLS server, for use in responses and the environment.
   */
  publicUrls?: Partial<Record<ServiceName, string>>
}

export interface Simulator {
  readonly xtc: XtcSimulator
  readonly errthquake: ErrthquakeSimulator
  readonly actions: ActionsResultsSimulator
  readonly storage: XtcStorage
  readonly github: GitHubSimulator
  readonly xtcUrl: string
  readonly errthquakeUrl: string
  readonly actionsUrl: string
  readonly storageUrl: string
  /** GitHub's API with the paths of github.com, and with those of an Enterprise Server under `/api/v3`. */
  readonly githubUrl: string
  readonly record: RequestRecord
  readonly faults: FaultPlan
  /** Settings for the data of later runs; may be changed. */
  readonly xltData: XltDataSettings
  readonly requestLog: RequestLogSettings
  /** The loopback port of a service, whatever is in front of it. */
  portOf(service: ServiceName): number
  /** Variables that the runner would set for a job. */
  environment(token?: RuntimeTokenOptions): Record<string, string>
  /** Refuses connections to a service until `restore`; the port stays the same. */
  outage(service: ServiceName): Promise<void>
  restore(service: ServiceName): Promise<void>
  close(): Promise<void>
}

function sleep(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false })
}

/**
 * Starts XTC, its storage, Errthquake, the Actions results service and GitHub's API, each on its own loopback
 * port.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const now = options.now ?? Date.now
  const seed = options.seed ?? 1
  const servers = new Map<ServiceName, SocketServer>()
  const ownUrlOf = (service: ServiceName): string => servers.get(service)?.url ?? ''
  const urlOf = (service: ServiceName): string => options.publicUrls?.[service] ?? ownUrlOf(service)
  const xltData: XltDataSettings = { ...DEFAULT_XLT_DATA, ...options.xltData }
  const requestLog: RequestLogSettings = { ...DEFAULT_REQUEST_LOG, ...options.requestLog }
  const generated = generatedXltData(xltData)
  const directory = options.actionsDirectory ?? (await mkdtemp(join(tmpdir(), 'simulated-actions-')))

  const { samplesDirectory } = options
  const xtc = new XtcSimulator({
    data: samplesDirectory === undefined ? generated : sampleXltData(samplesDirectory, generated),
    ...options.xtc,
    now,
    seed,
    baseUrl: () => urlOf('xtc'),
    storageUrl: () => urlOf('storage'),
  })
  const errthquake = new ErrthquakeSimulator({
    data: generatedErrthquakeData(requestLog),
    ...options.errthquake,
    now: options.errthquakeNow ?? now,
    seed,
  })
  const baseUrl = (): string => urlOf('actions')
  const actions = new ActionsResultsSimulator({ ...options.actions, now, seed, directory, baseUrl })
  const storage = new XtcStorage(xtc)
  const github = new GitHubSimulator(options.github)

  const record = new RequestRecord()
  const faults = new FaultPlan()
  const context = { faults, record, now, sleep }
  for (const service of [xtc, storage, errthquake, actions, github]) {
    servers.set(service.name, await startSocketServer(service, context, options.ports?.[service.name]))
  }

  return {
    xtc,
    errthquake,
    actions,
    storage,
    github,
    xtcUrl: urlOf('xtc'),
    errthquakeUrl: urlOf('errthquake'),
    actionsUrl: urlOf('actions'),
    storageUrl: urlOf('storage'),
    githubUrl: urlOf('github'),
    record,
    faults,
    xltData,
    requestLog,
    portOf: (service) => Number(new URL(ownUrlOf(service)).port),
    environment: (token) => ({
      ACTIONS_RUNTIME_TOKEN: actions.runtimeToken(token),
      ACTIONS_RESULTS_URL: `${urlOf('actions')}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true',
      GITHUB_API_URL: urlOf('github'),
      GITHUB_GRAPHQL_URL: `${urlOf('github')}/graphql`,
    }),
    outage: async (service) => servers.get(service)?.pause(),
    restore: async (service) => servers.get(service)?.resume(),
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()))
      if (options.actionsDirectory === undefined) await rm(directory, { recursive: true, force: true })
    },
  }
}
