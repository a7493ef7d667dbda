import { causeLast, GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { oneLine } from '../../foundation/one-line.ts'
import { isoTime } from '../../foundation/duration.ts'
import { parametersText } from '../../formats/parameter-lines.ts'
import {
  type Preflight,
  type Provider,
  type RunStatus,
  type Sending,
  type StartAnswer,
  type StartIntent,
} from '../provider.ts'
import type { ConnectOptions } from '../service.ts'
import { createXtcApi, type XtcApi } from './api.ts'
import type { CodeAtService } from './code/code-at-service.ts'
import { MARKS_RUNS, type LoadTestDetails } from './contracts/contract.ts'
import { scopesFor, scopeWarnings } from './contracts/needed-scopes.ts'
import type { XtcInputs } from './inputs.ts'
import { loadTestStatus } from './load-tests/load-test-status.ts'
import { listRuns } from './load-tests/list-runs.ts'
import { xtcCost } from './load-tests/xtc-cost.ts'
import { findLoadTest } from './load-tests/find-load-test.ts'
import { describe, keepMarker } from './load-tests/run-marker.ts'
import { createTokenSource, type TokenSource } from './token.ts'

export interface XtcOptions extends ConnectOptions {
  inputs: XtcInputs
}

const MINUTE_MS = 60_000
const CODE_PAGE = 'its page in XTC'

export function createXtcProvider(options: XtcOptions): Provider {
  const { ports, log, workflow, inputs } = options
  const tokens = createTokenSource({
    ports,
    url: inputs.url,
    clientId: inputs.clientId,
    clientSecret: inputs.clientSecret,
    ...scopesFor(options),
    onToken: (token) => workflow.secret(token),
  })
  let known: Promise<XtcApi> | undefined
  const getApi = (): Promise<XtcApi> => (known ??= createApi(options, tokens))
  let code: Promise<CodeAtService | undefined> | undefined
  const getCode = (): Promise<CodeAtService | undefined> => (code ??= codeAtService(options, getApi))
  let original: LoadTestDetails | undefined
  const find = async (): Promise<LoadTestDetails> => {
    if (inputs.loadTest === undefined) throw new GateError('bad-input', "Input 'xtc-load-test' is required.")
    original ??= await findLoadTest(await getApi(), inputs, inputs.loadTest)
    return original
  }
  return {
    name: 'xtc',
    canStop: false,
    marksRuns: MARKS_RUNS[inputs.apiVersion],
    ...(inputs.codeFolder !== undefined && uploading(getCode)),
    preflight: async (starts) => {
      const found = await preflight(options, tokens, starts ? find : undefined)
      const code = starts ? await getCode() : undefined
      return code === undefined ? found : code.checked(found, await find())
    },
    listRuns: async () => listRuns(await getApi(), await find()),
    start: async (intent, sending = (send) => send()) => {
      const answer = await start({ api: await getApi(), inputs, test: await find() }, intent, sending)
      ;(await getCode())?.started(answer.executions)
      return answer
    },
    status: async (run) => await withCode(await loadTestStatus(await getApi(), run), await getCode()),
    collect: async (run, status, directory) => {
      // Archives and downloads, which no request before the finish needs.
      const { collectXtc } = await import('./collect.ts')
      return await collectXtc({ ports, log, api: await getApi(), directory }, run, status)
    },
    stop: async (runId) => {
      throw new Error(`XTC has no way to stop load test ${runId} through its API; stop it on ${CODE_PAGE}.`)
    },
  }
}

/** Loaded only if there is code of the checkout. */
async function codeAtService(
  { ports, log, inputs }: XtcOptions,
  getApi: () => Promise<XtcApi>,
): Promise<CodeAtService | undefined> {
  if (inputs.codeFolder === undefined) return undefined
  const { CodeAtService } = await import('./code/code-at-service.ts')
  return new CodeAtService({ ports, log, inputs, api: await getApi() })
}

function uploading(
  getCode: () => Promise<CodeAtService | undefined>,
): Pick<Provider, 'sharesFiles' | 'uploadFiles' | 'removeFiles'> {
  return {
    sharesFiles: true,
    uploadFiles: async (keep) => await (await getCode())?.upload(keep),
    removeFiles: async (remoteFiles, runIds) => (await (await getCode())?.remove(remoteFiles, runIds)) ?? [],
  }
}

async function withCode(status: RunStatus, code: CodeAtService | undefined): Promise<RunStatus> {
  const [execution] = status.executions
  if (code === undefined || execution === undefined) return status
  const { notes = [], ...tested } = await code.tested(Number(execution.id), execution.stage)
  return { ...status, ...tested, notes: [...(status.notes ?? []), ...notes] }
}

/** Loads the contract of the version: its schemas take a while, and the first request needs none of them. */
async function createApi({ ports, inputs }: XtcOptions, tokens: TokenSource): Promise<XtcApi> {
  const contract =
    inputs.apiVersion === 'v1'
      ? (await import('./contracts/contract-v1.ts')).contractV1
      : (await import('./contracts/contract-v2.ts')).contractV2
  return createXtcApi({ ports, inputs, contract, tokens })
}

interface Starting {
  api: XtcApi
  inputs: XtcInputs
  /** The load test to duplicate. */
  test: LoadTestDetails
}

async function start(
  { api, inputs, test }: Starting,
  intent: StartIntent,
  sending: Sending,
): Promise<StartAnswer> {
  const { number, name } = test
  const likely = xtcCost(test)
  await api.ready()
  const labels = { name: intent.title, description: describe(intent) }
  const call = api.contract.start(number, labels, {
    request: inputs.runRequest ?? {},
    properties: inputs.properties,
  })
  const marked = keepMarker(call, intent.marker)
  const copy = await api.once(marked, (json) => api.contract.parseStart(json), sending)
  if (copy.number === number) {
    // Waiting for the original would return its old results as this run's.
    throw new HttpError(`The response to the start names load test ${number} itself, not its copy.`, {
      kind: 'mismatch',
    })
  }
  const likelyMs = likely && likely.minutes * MINUTE_MS
  return {
    executions: [
      { id: String(copy.number), label: '', test: name, ...(likelyMs !== undefined && { likelyMs }) },
    ],
    ...(copy.url !== undefined && { url: copy.url }),
  }
}

async function preflight(
  { inputs }: XtcOptions,
  tokens: TokenSource,
  find: (() => Promise<LoadTestDetails>) | undefined,
): Promise<Preflight> {
  try {
    // Requested before the contract loads.
    await tokens.get()
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    throw new GateError(
      'credentials',
      causeLast(
        'No access token could be obtained. Check xtc-url and whether the service can be reached from this runner.',
        error,
      ),
      { cause: error },
    )
  }
  const warnings = find === undefined ? [] : await scopeWarnings(tokens, inputs)
  if (find === undefined) return { lines: [], facts: [], warnings }
  const test = await find()
  const cost = xtcCost(test)
  const costText = cost === undefined ? [] : [`about ${cost.minutes} min: ${cost.how}`]
  const properties = inputs.properties.length === 0 ? [] : [parametersText(inputs.properties)]
  const last = test.state === undefined ? '' : `; its last state is ${test.state}`
  const ended = test.finishedAtMs === undefined ? '' : `, ended ${isoTime(test.finishedAtMs)}`
  return {
    lines: [
      `Load test ${test.number} '${oneLine(test.name, 200)}' of ${inputs.organization}/${inputs.project} will be duplicated and run${last}${ended}.`,
      ...properties.map((text) => `Properties of this run: ${text}`),
      ...costText.map((text) => `Cost: ${text}.`),
    ],
    facts: [
      ['Load test', `${oneLine(test.name, 200)} (${test.number})`],
      ...properties.map((text): [string, string] => ['Properties', text]),
      ...costText.map((text): [string, string] => ['Cost', text]),
    ],
    warnings,
    ...(cost !== undefined && { cost }),
  }
}
