import * as fc from 'fast-check'
import type { FaultKind, FaultMoment } from '../simulator/faults.ts'

export const SERVICES = ['xtc-v2', 'xtc-v1', 'errthquake'] as const
export type ServiceKind = (typeof SERVICES)[number]

/** The calls of both services, by purpose. */
export const ROUTES = [
  'token',
  'list',
  'details',
  'start',
  'status',
  'archive',
  'workspaces',
  'workspace',
  'hours',
  'results',
  'metrics',
  'logs',
  'stop',
  'storage',
  'assets',
  'upload',
  'delete',
] as const
export type Route = (typeof ROUTES)[number]

/** `corrupt`: an archive with one changed byte. `digest`: an archive with a wrong digest. */
export type WireFault = FaultKind | 'corrupt' | 'digest'

export interface CallFault {
  route: Route
  /** The first affected request of that route, and how many follow. */
  nth: number
  times: number
  kind: WireFault
  when: FaultMoment
  status: number
  retryAfter: '' | '0' | '3' | '20' | 'date' | 'soon'
  lateMs: number
  /** The content of a `wrong-json`; if empty, JSON of another form. */
  says: '' | 'error' | 'word' | 'unknown-id' | 'other-run'
}

export interface Outage {
  atMs: number
  lengthMs: number
  how: 'refused' | 'reset' | 'hang' | 'unavailable'
}

/** Somebody else who starts a test around the same moment. */
export interface Competitor {
  offsetMs: number
  sameLoad: boolean
}

/** Which clocks are wrong, and by how much. Measured against the time of the simulated world. */
export interface Clocks {
  serviceAheadMs: number
  /** Whether the service's responses tell its time. */
  tellsTime: boolean
  runnerAheadMs: number
  /** When somebody sets the runner's clock, and by how much; 0 for never. */
  leapAtMs: number
  leapByMs: number
}

/** How the service writes details that its documents leave open. */
export interface Forms {
  /** The most load tests on a page, and what the page calls its size. */
  pageItems: number
  pageSize: 'list' | 'page'
  listOrder: 'newest-first' | 'oldest-first'
  /** Entries of the list that cannot be read. */
  oddEntries: number
  numberField: 'id' | 'index' | 'both'
  execShape: 'id' | 'array' | 'id-list' | 'names' | 'documents' | 'twice' | 'fewer'
}

/** What happens to the main program. After a `shutdown`, which is a cancel, no post step runs. */
export interface Interruption {
  kind: 'none' | 'cancel' | 'kill' | 'shutdown'
  /** Counted from the beginning, from the first start request, or from that of a confirming run. */
  from: 'beginning' | 'start' | 'second-start'
  afterMs: number
}

export interface Schedule {
  seed: number
  service: ServiceKind
  mode: 'run' | 'start' | 'wait'
  executions: number
  interactive: boolean
  runMs: number
  fate: 'ends' | 'breaks' | 'aborted' | 'lost' | 'lost-for-a-while' | 'ends-lost'
  timeoutMs: number
  onTimeout: 'stop' | 'leave'
  onCancel: 'stop' | 'leave'
  faults: CallFault[]
  outages: Outage[]
  competitors: Competitor[]
  interruption: Interruption
  tokenSeconds: number
  /** When the service invalidates all tokens; 0 for never. */
  revokeAtMs: number
  visibleAfterMs: number
  archives: 'direct' | 'redirect' | 'signed-url'
  mayList: boolean
  artifacts: 'ok' | 'none' | 'taken' | 'broken' | 'stalled'
  clocks: Clocks
  forms: Forms
  /** Which of the test's files are in the checkout and are uploaded first; for XTC v2, any is the code. */
  checkout: 'none' | 'configuration' | 'both'
  /** How many runs may confirm the first, which then looks too slow. */
  confirm: 0 | 1 | 2
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

const KINDS: readonly WireFault[] = [
  'refused',
  'reset-before',
  'reset-after',
  'hang',
  'truncate',
  'slow',
  'status',
  'status',
  'status',
  'html',
  'half-json',
  'wrong-json',
  'redirect',
  'delay',
  'corrupt',
  'digest',
]
const STATUSES = [400, 401, 403, 404, 408, 409, 425, 429, 500, 501, 502, 503, 503, 504] as const

const fault: fc.Arbitrary<CallFault> = fc.record({
  // The start and what follows it are tested more often.
  route: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<Route>('start', 'status', 'archive', 'logs', 'stop') },
    { weight: 1, arbitrary: fc.constantFrom(...ROUTES) },
  ),
  nth: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 })),
  times: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 8 }) },
    { weight: 1, arbitrary: fc.constant(10_000) },
  ),
  kind: fc.constantFrom(...KINDS),
  when: fc.constantFrom<FaultMoment>('before-commit', 'after-commit'),
  status: fc.constantFrom(...STATUSES),
  retryAfter: fc.constantFrom<CallFault['retryAfter']>('', '0', '3', '20', 'date', 'soon'),
  lateMs: fc.constantFrom(500, 4000, 12_000, 25_000, 45_000),
  says: fc.constantFrom<CallFault['says']>('', '', 'error', 'word', 'unknown-id', 'other-run'),
})

const outage: fc.Arbitrary<Outage> = fc.record({
  atMs: fc.integer({ min: 0, max: 40 * MINUTE_MS }),
  lengthMs: fc.oneof(
    fc.integer({ min: SECOND_MS, max: 2 * MINUTE_MS }),
    fc.integer({ min: MINUTE_MS, max: 14 * MINUTE_MS }),
  ),
  how: fc.constantFrom<Outage['how']>('refused', 'reset', 'hang', 'unavailable'),
})

const interruption: fc.Arbitrary<Interruption> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Interruption>({ kind: 'none', from: 'beginning', afterMs: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom<Interruption['kind']>('cancel', 'kill', 'shutdown'),
      from: fc.constantFrom<Interruption['from']>('start', 'start', 'second-start'),
      afterMs: fc.integer({ min: 0, max: 8000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom<Interruption['kind']>('cancel', 'kill', 'shutdown'),
      from: fc.constant<Interruption['from']>('beginning'),
      afterMs: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 50 * MINUTE_MS })),
    }),
  },
)

const ahead = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(-10 * MINUTE_MS, -2 * MINUTE_MS, 2 * MINUTE_MS, 10 * MINUTE_MS) },
  { weight: 1, arbitrary: fc.integer({ min: -4 * 60 * MINUTE_MS, max: 4 * 60 * MINUTE_MS }) },
)

const clocks: fc.Arbitrary<Clocks> = fc.record({
  serviceAheadMs: ahead,
  tellsTime: fc.constantFrom(true, true, false),
  runnerAheadMs: ahead,
  leapAtMs: fc.oneof(fc.integer({ min: 0, max: MINUTE_MS }), fc.integer({ min: 0, max: 40 * MINUTE_MS })),
  leapByMs: ahead,
})

const forms: fc.Arbitrary<Forms> = fc.record({
  pageItems: fc.constantFrom(100, 15, 3, 2, 1),
  pageSize: fc.constantFrom<Forms['pageSize']>('list', 'page'),
  listOrder: fc.constantFrom<Forms['listOrder']>('newest-first', 'oldest-first'),
  oddEntries: fc.constantFrom(0, 0, 0, 1, 3),
  numberField: fc.constantFrom<Forms['numberField']>('id', 'index', 'both'),
  execShape: fc.constantFrom<Forms['execShape']>(
    'id',
    'id',
    'array',
    'id-list',
    'names',
    'documents',
    'twice',
    'fewer',
  ),
})

/** Everything that may happen to a run. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.integer({ min: 1, max: 0x7fffffff }),
  service: fc.constantFrom(...SERVICES),
  mode: fc.oneof(
    { weight: 8, arbitrary: fc.constant<Schedule['mode']>('run') },
    { weight: 1, arbitrary: fc.constant<Schedule['mode']>('start') },
    { weight: 1, arbitrary: fc.constant<Schedule['mode']>('wait') },
  ),
  executions: fc.constantFrom(1, 1, 2, 3),
  interactive: fc.constantFrom(false, false, false, true),
  runMs: fc.integer({ min: 20 * SECOND_MS, max: 30 * MINUTE_MS }),
  fate: fc.constantFrom<Schedule['fate']>(
    'ends',
    'ends',
    'ends',
    'ends',
    'breaks',
    'aborted',
    'lost',
    'lost-for-a-while',
    'ends-lost',
  ),
  timeoutMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(60 * MINUTE_MS) },
    { weight: 1, arbitrary: fc.integer({ min: MINUTE_MS, max: 30 * MINUTE_MS }) },
  ),
  onTimeout: fc.constantFrom('stop', 'stop', 'leave'),
  onCancel: fc.constantFrom('stop', 'stop', 'stop', 'leave'),
  faults: fc.array(fault, { maxLength: 6 }),
  outages: fc.array(outage, { maxLength: 2 }),
  competitors: fc.array(
    fc.record({ offsetMs: fc.integer({ min: -3000, max: 20_000 }), sameLoad: fc.boolean() }),
    { maxLength: 2 },
  ),
  interruption,
  tokenSeconds: fc.constantFrom(3600, 3600, 600, 30),
  revokeAtMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 * MINUTE_MS })),
  visibleAfterMs: fc.constantFrom(0, 0, 1500, 5000),
  archives: fc.constantFrom<Schedule['archives']>('direct', 'redirect', 'signed-url'),
  mayList: fc.constantFrom(true, true, true, true, false),
  artifacts: fc.constantFrom<Schedule['artifacts']>('ok', 'ok', 'none', 'taken', 'broken', 'stalled'),
  clocks,
  forms,
  checkout: fc.constantFrom<Schedule['checkout']>('none', 'configuration', 'both'),
  confirm: fc.constantFrom<Schedule['confirm']>(0, 0, 1, 2),
})
