import type { Measurements, WebVital } from '../../measurements/model.ts'
import type { LabelPattern } from '../../criteria/language/criterion.ts'
import { chooseLabels, shownLabel } from './label-choice.ts'
import type { Measured, Query, Reading } from './observation.ts'

/**
 * A label names a vital on all pages (`lcp`), or a vital of one page (`Homepage/lcp`). For several pages,
 * shares are calculated from the summed counts, and the score is that of the worst page. Scores are 75th
 * percentiles, so their mean has no meaning, and the percentile of all pages is never above the greatest of
 * them.
 */
export function measureWebVitals(data: Measurements, query: Query): Measured {
  const vitals = data.webVitals ?? []
  if (vitals.length === 0) return { problem: 'The data has no web vitals.' }
  const pattern = query.label ?? { parts: ['', ''] }
  const choice = chooseLabels([...grouped(vitals, pattern)], ([label]) => label, pattern, query)
  if ('problem' in choice) return choice
  const readings: Reading[] = []
  for (const [label, pages] of choice.chosen) {
    const value = valueOf(pages, query)
    if (value === undefined || !Number.isFinite(value)) {
      const problem = `${query.measure.name} of web vital ${shownLabel(label)} is not in the data of every page.`
      return { problem }
    }
    readings.push({ label, value })
  }
  return { readings }
}

function grouped(vitals: WebVital[], pattern: LabelPattern): Map<string, WebVital[]> {
  const perPage = pattern.parts.some((part) => part.includes('/'))
  const groups = new Map<string, WebVital[]>()
  for (const vital of vitals) {
    const label = perPage ? `${vital.page}/${vital.vital}` : vital.vital
    const group = groups.get(label)
    if (group) group.push(vital)
    else groups.set(label, [vital])
  }
  return groups
}

function valueOf(pages: WebVital[], { measure }: Query): number | undefined {
  if (measure.name === 'score') {
    return pages.reduce<number | undefined>(
      (worst, { score }) => (worst === undefined || score === undefined ? undefined : Math.max(worst, score)),
      -Infinity,
    )
  }
  const good = sum(pages, 'goodCount')
  const poor = sum(pages, 'poorCount')
  const all = good + poor + sum(pages, 'improveCount')
  return all > 0 ? ((measure.name === 'good-share' ? good : poor) / all) * 100 : undefined
}

/** NaN if a page lacks the count, because a share of only some pages would be misleading. */
function sum(pages: WebVital[], count: 'goodCount' | 'improveCount' | 'poorCount'): number {
  return pages.reduce((total, page) => total + (page[count] ?? Number.NaN), 0)
}
