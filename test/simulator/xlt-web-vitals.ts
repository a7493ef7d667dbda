import { element, escaped, fixed } from './xml-text.ts'
import { TimerStatistics } from './xlt-statistics.ts'

/** The public limits between good, needs improvement, and poor; in milliseconds, without a unit for CLS. */
const LIMITS: Readonly<Record<string, { good: number; poor: number }>> = {
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1800, poor: 3000 },
  FID: { good: 100, poor: 300 },
  INP: { good: 200, poor: 500 },
  LCP: { good: 2500, poor: 4000 },
  TTFB: { good: 800, poor: 1800 },
}

type Rating = 'good' | 'improve' | 'poor'

/** What a report says about one vital of one page. */
export class WebVitalTotals {
  readonly counts: Record<Rating, number> = { good: 0, improve: 0, poor: 0 }
  readonly #vital: string
  readonly #values = new TimerStatistics()

  constructor(vital: string) {
    this.#vital = vital
  }

  add(value: number): void {
    this.counts[this.#rating(value)]++
    this.#values.add(value)
  }

  xml(): string {
    const [score = 0] = this.#values.percentiles([75])
    return element(
      this.#vital.toLowerCase(),
      element('score', fixed(score)) +
        element('rating', this.#rating(score)) +
        element('goodCount', this.counts.good) +
        element('improveCount', this.counts.improve) +
        element('poorCount', this.counts.poor),
    )
  }

  #rating(value: number): Rating {
    const { good, poor } = LIMITS[this.#vital] ?? { good: Infinity, poor: Infinity }
    if (value <= good) return 'good'
    return value <= poor ? 'improve' : 'poor'
  }
}

/** A vital that no page reported is left out. */
export function webVitalsList(pages: Map<string, Map<string, WebVitalTotals>>): string {
  return [...pages]
    .map(([page, vitals]) => {
      const known = Object.keys(LIMITS).map((vital) => vitals.get(vital)?.xml() ?? '')
      return element('webVitals', element('name', escaped(page)) + known.join(''))
    })
    .join('')
}
