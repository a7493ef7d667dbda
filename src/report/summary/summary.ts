import { utf8Bytes } from './markdown-table.ts'
import type { Presentation } from '../presentation.ts'
import { headline, runLine, linksLine, baselineLine, warningsList, changesList } from './summary-head.ts'
import { changesSection } from './summary-changes.ts'
import { criteriaSection } from './summary-criteria.ts'
import { figuresSection, chartsSection, labelSections } from './summary-figures.ts'
import { suggestionsSection } from './summary-suggestions.ts'
import {
  errorsSection,
  factsSection,
  filesSection,
  scorecardSection,
  vitalsSection,
} from './summary-details.ts'

/** GitHub drops a summary beyond 1 MiB; other steps of the job share nothing of it, but some room is left. */
const MOST_BYTES = 900_000

/** The job summary: `summary.md`. Always below 1 MiB; what is left out is said. */
export function renderSummary(presentation: Presentation): string {
  // The order of reading; what comes later is left out first should the sections together be too long.
  const sections = [
    headline(presentation),
    runLine(presentation),
    linksLine(presentation),
    baselineLine(presentation),
    warningsList(presentation),
    changesList(presentation),
    changesSection(presentation),
    criteriaSection(presentation),
    suggestionsSection(presentation),
    scorecardSection(presentation),
    errorsSection(presentation),
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
