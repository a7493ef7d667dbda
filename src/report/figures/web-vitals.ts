import { formatDuration } from '../../foundation/format.ts'
import type { WebVital } from '../../measurements/model.ts'

export interface VitalCell {
  /** `1.67 s`, or `0.065` for a layout shift. */
  value: string
  /** XLT's word for it, such as `good`; empty if there is none. */
  rating: string
}

export interface VitalTable {
  /** In upper case, in Google's order of importance. */
  names: string[]
  /** One row per page, in the report's order; a page may lack a vital. */
  pages: { page: string; cells: (VitalCell | undefined)[] }[]
}

const CORE = ['lcp', 'inp', 'cls', 'fcp', 'ttfb', 'fid']
/** XLT has six; a report from another source must not make the table too wide. */
const MOST_VITALS = 8
/** Layout shifts have no unit; all other vitals are durations. */
const UNITLESS = 'cls'

/** Core Web Vitals with a row for each page and a column for each vital. */
export function vitalTable(vitals: readonly WebVital[]): VitalTable {
  const rank = (vital: string): number => (CORE.includes(vital) ? CORE.indexOf(vital) : CORE.length)
  const names = [...new Set(vitals.map(({ vital }) => vital.toLowerCase()))]
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, MOST_VITALS)
  const byPage = new Map<string, Map<string, WebVital>>()
  for (const vital of vitals) {
    const known = byPage.get(vital.page) ?? new Map<string, WebVital>()
    byPage.set(vital.page, known.set(vital.vital.toLowerCase(), vital))
  }
  return {
    names: names.map((name) => name.toUpperCase()),
    pages: [...byPage].map(([page, known]) => ({
      page,
      cells: names.map((name) => cellOf(known.get(name))),
    })),
  }
}

function cellOf(vital: WebVital | undefined): VitalCell | undefined {
  if (vital?.score === undefined) return undefined
  const value =
    vital.vital.toLowerCase() === UNITLESS
      ? String(Number(vital.score.toPrecision(3)))
      : formatDuration(vital.score)
  return { value, rating: vital.rating ?? '' }
}
