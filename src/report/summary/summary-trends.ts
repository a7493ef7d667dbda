import { visibleName } from '../../foundation/one-line.ts'
import { escapeMarkdown, markdownCode, markdownLink } from '../escape.ts'
import { trendFigure, trendInWords, trendName, trendSparkline } from '../figures/trend-words.ts'
import type { Presentation } from '../presentation.ts'

const MOST_LINES = 8

/** A line for each trend: small columns, followed by the same in words. */
export function trendsSection({ trends = [] }: Presentation): string {
  if (trends.length === 0) return ''
  const longest = Math.max(...trends.map(({ points }) => points.length))
  const lines = trends.slice(0, MOST_LINES).map((trend) => {
    const name = visibleName(trendName(trend), 120)
    const called = trend.kind === 'criterion' ? markdownCode(name) : `**${escapeMarkdown(name)}**`
    const limit =
      trend.limit === undefined ? '' : ` (limit ${escapeMarkdown(trendFigure(trend, trend.limit))})`
    const first = trend.since && trend.points[trend.since.index]
    const link = first?.url === undefined ? '' : ` ${markdownLink('see that run', first.url)}`
    // A screen reader would read the columns as meaningless characters.
    return `- <span aria-hidden="true">${trendSparkline(trend.points)}</span> ${called}${limit}: ${escapeMarkdown(trendInWords(trend))}${link}`
  })
  return `### Trend over ${longest} runs\n\n${lines.join('\n')}`
}
