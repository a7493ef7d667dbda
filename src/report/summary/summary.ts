import { utf8Bytes } from './markdown-table.ts'
import type { Presentation } from '../presentation.ts'
import { headline, runLine, linksLine, comparisonLines, warningsList, changesList } from './summary-head.ts'
import { changesSection } from './summary-changes.ts'
import { criteriaSection } from './summary-criteria.ts'
import { figuresSection, chartsSection, labelSections } from './summary-figures.ts'
import { trendsSection } from './summary-trends.ts'
import { suggestionsSection } from './summary-suggestions.ts'
import {
  errorsSection,
  factsSection,
  generatorsLine,
  filesSection,
  scorecardSection,
  vitalsSection,
} from './summary-details.ts'

/** GitHub drops a summary of more than 1 MiB. The limit is for each step, but some room is left. */
const MOST_BYTES = 900_000

/** The job summary: `summary.md`. Always below 1 MiB; if sections are left out, it says so. */
export function renderSummary(presentation: Presentation): string {
  // In the order of reading; the last sections are left out first if all together are too long.
  const sections = [
    headline(presentation),
    runLine(presentation),
    linksLine(presentation),
    comparisonLines(presentation),
    warningsList(presentation),
    changesList(presentation),
    changesSection(presentation),
    criteriaSection(presentation),
    trendsSection(presentation),
    suggestionsSection(presentation),
    scorecardSection(presentation),
    errorsSection(presentation),
    generatorsLine(presentation),
    figuresSection(presentation),
    chartsSection(presentation),
    ...labelSections(presentation),
    vitalsSection(presentation),
    filesSection(presentation),
    factsSection(presentation),
  ].filter((section) => section !== '')
  return withinBytes(sections, MOST_BYTES).join('\n\n') + '\n'
}

function withinBytes(sections: readonly string[], mostBytes: number): string[] {
  const kept: string[] = []
  let bytes = 200
  for (const section of sections) {
    bytes += utf8Bytes(section) + 2
    if (bytes > mostBytes) {
      kept.push(
        `_${sections.length - kept.length} more sections are left out, because the summary would be too long._`,
      )
      break
    }
    kept.push(section)
  }
  return kept
}
