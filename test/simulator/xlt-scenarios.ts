export interface XltDataSettings {
  /** The approximate number of requests; more agents are added as it grows. */
  lines: number
  /** Multiplies every response time, like a slower application. */
  slowness: number
  /** The share of transactions that fail in their last action. */
  errorShare: number
  /** Length of the run. */
  durationMs: number
  startMs: number
  /** No scorecard, a passed one, or a failed one. */
  scorecard: 'none' | 'passed' | 'failed'
}

export const DEFAULT_XLT_DATA: XltDataSettings = {
  lines: 4000,
  slowness: 1,
  errorShare: 0.01,
  durationMs: 300_000,
  startMs: Date.UTC(2026, 4, 12, 9, 30, 0),
  scorecard: 'passed',
}

export interface Step {
  action: string
  requests: number
  medianMs: number
  page: boolean
}

export const PAGES: Record<string, Step> = {
  Homepage: { action: 'Homepage', requests: 4, medianMs: 45, page: true },
  SelectCategory: { action: 'SelectCategory', requests: 2, medianMs: 60, page: true },
  Search: { action: 'Search', requests: 1, medianMs: 120, page: true },
  SelectProduct: { action: 'SelectProduct', requests: 2, medianMs: 75, page: true },
  AddToCart: { action: 'AddToCart', requests: 1, medianMs: 50, page: false },
  Checkout: { action: 'Checkout', requests: 2, medianMs: 140, page: true },
  PlaceOrder: { action: 'PlaceOrder', requests: 1, medianMs: 260, page: false },
}

export const SCENARIOS: Readonly<Record<string, readonly string[]>> = {
  TOrder: ['Homepage', 'SelectCategory', 'SelectProduct', 'AddToCart', 'Checkout', 'PlaceOrder'],
  TBrowse: ['Homepage', 'Search', 'SelectProduct', 'SelectProduct'],
}

export const USERS_PER_SCENARIO = 3

export function requestsPerTransaction(scenario: string): number {
  return (SCENARIOS[scenario] ?? []).reduce((sum, action) => sum + (PAGES[action]?.requests ?? 0), 0)
}
