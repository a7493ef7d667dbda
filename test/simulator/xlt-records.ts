import { createRandom, derivedSeed, type Random } from './random.ts'
import {
  PAGES,
  requestsPerTransaction,
  SCENARIOS,
  type Step,
  USERS_PER_SCENARIO,
  type XltDataSettings,
} from './xlt-scenarios.ts'

/** One line of a timers file. Its first column is the kind. */
export type XltRecord =
  | XltTimer
  | XltRequest
  | { kind: 'W'; name: string; timeMs: number; value: number }
  | { kind: 'E'; name: string; timeMs: number; scenario: string; message: string }

export interface XltTimer {
  kind: 'T' | 'A' | 'P' | 'C'
  name: string
  timeMs: number
  runMs: number
  failed: boolean
}

export interface XltRequest {
  kind: 'R'
  name: string
  timeMs: number
  runMs: number
  failed: boolean
  bytesSent: number
  bytesReceived: number
  code: number
  url: string
  contentType: string
  connectMs: number
  sendMs: number
  busyMs: number
  receiveMs: number
  dnsMs: number
  method: string
}

const LINES_PER_AGENT = 60_000
const PHASES = 997
const WEB_VITALS: readonly [string, number][] = [
  ['LCP', 1300],
  ['FCP', 800],
  ['INP', 90],
  ['TTFB', 220],
  ['CLS', 0.05],
]

/** The folder of one timers file, such as `ac001_00/TOrder/0`, and the seed of its contents. */
export interface XltUser {
  agent: string
  scenario: string
  user: number
  transactions: number
  seed: number
}

export function xltUsers(seed: number, settings: XltDataSettings): XltUser[] {
  const agents = Math.max(2, Math.ceil(settings.lines / LINES_PER_AGENT))
  const scenarios = Object.keys(SCENARIOS)
  const users: XltUser[] = []
  const linesPerUser = settings.lines / (agents * scenarios.length * USERS_PER_SCENARIO)
  for (let agentNumber = 1; agentNumber <= agents; agentNumber++) {
    const agent = `ac${String(agentNumber).padStart(3, '0')}_00`
    for (const scenario of scenarios) {
      const transactions = Math.max(1, Math.round(linesPerUser / requestsPerTransaction(scenario)))
      for (let user = 0; user < USERS_PER_SCENARIO; user++) {
        const place = `${agent}/${scenario}/${user}`
        users.push({ agent, scenario, user, transactions, seed: derivedSeed(seed, place) })
      }
    }
  }
  return users
}

/** Everything that one virtual user did, in order. */
export function* xltRecords(user: XltUser, settings: XltDataSettings): Generator<XltRecord> {
  const random = createRandom(user.seed)
  const stepMs = settings.durationMs / user.transactions
  // Users do not act at the same moments.
  const phaseMs = ((user.seed % PHASES) / PHASES) * stepMs
  for (let index = 0; index < user.transactions; index++) {
    const startMs = Math.round(settings.startMs + phaseMs + index * stepMs)
    yield* transaction(user.scenario, startMs, random, settings)
  }
}

function* transaction(
  scenario: string,
  startMs: number,
  random: Random,
  settings: XltDataSettings,
): Generator<XltRecord> {
  const fails = random.next() < settings.errorShare
  const actions = SCENARIOS[scenario] ?? []
  const failsAt = fails ? random.integer(0, actions.length - 1) : -1
  let timeMs = startMs
  for (const [index, action] of actions.entries()) {
    const failed = index === failsAt
    timeMs = yield* actionRecords(PAGES[action] as Step, timeMs, failed, random, settings)
    if (failed) break
    if (action === 'Search') {
      yield { kind: 'C', name: 'SearchIndexLookup', timeMs, runMs: random.integer(1, 40), failed: false }
    }
    if (action === 'PlaceOrder' && random.next() < 0.1) {
      yield { kind: 'E', name: 'Low stock', timeMs, scenario, message: 'Only a few items were left' }
    }
  }
  yield { kind: 'T', name: scenario, timeMs: startMs, runMs: timeMs - startMs, failed: fails }
}

function* actionRecords(
  step: Step,
  startMs: number,
  failed: boolean,
  random: Random,
  settings: XltDataSettings,
): Generator<XltRecord, number> {
  let timeMs = startMs
  for (let index = 0; index < step.requests; index++) {
    const request = oneRequest(step, index, timeMs, failed, random, settings)
    yield request
    timeMs += request.runMs
  }
  const runMs = timeMs - startMs
  yield { kind: 'A', name: step.action, timeMs: startMs, runMs, failed }
  if (step.page && !failed) {
    const loadMs = Math.round(runMs * 1.4) + 30
    yield { kind: 'P', name: `${step.action} [LoadEventEnd]`, timeMs: startMs, runMs: loadMs, failed: false }
    for (const [vital, median] of WEB_VITALS) {
      const value = Number(random.logNormal(median, 0.4).toFixed(vital === 'CLS' ? 3 : 0))
      yield { kind: 'W', name: `${step.action} [${vital}]`, timeMs, value }
    }
  }
  return timeMs + 5
}

function oneRequest(
  step: Step,
  index: number,
  timeMs: number,
  actionFailed: boolean,
  random: Random,
  settings: XltDataSettings,
): XltRequest {
  const failed = actionFailed && index === 0
  const busyMs = Math.max(1, Math.round(random.logNormal(step.medianMs, 0.5) * settings.slowness))
  const receiveMs = random.integer(0, 9)
  const connectMs = random.next() < 0.1 ? random.integer(1, 12) : 0
  // The first request is the page, the others are resources that it loads, which count under the page's name.
  const isPage = index === 0
  return {
    kind: 'R',
    name: isPage ? `${step.action}.1` : `${step.action}.1.${index}`,
    timeMs,
    runMs: connectMs + busyMs + receiveMs,
    failed,
    bytesSent: random.integer(280, 620),
    bytesReceived: failed ? 512 : random.integer(2_000, 60_000),
    code: failed ? 500 : 200,
    url: isPage
      ? `https://shop.example/${step.action.toLowerCase()}?id=${random.integer(1, 200)}&tags=a,b`
      : `https://shop.example/static/${step.action.toLowerCase()}-${index}.js`,
    contentType: isPage ? 'text/html' : 'application/javascript',
    connectMs,
    sendMs: 0,
    busyMs,
    receiveMs,
    dnsMs: 0,
    method: step.action === 'PlaceOrder' || step.action === 'AddToCart' ? 'POST' : 'GET',
  }
}
