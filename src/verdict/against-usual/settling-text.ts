import { relativeText } from '../figures.ts'
import type { ComparisonVerdict } from '../usual/model.ts'
import { runsText } from './usual-text.ts'

/** What has to run again to get another run of the same commit. */
export type Rerun = 'job' | 'workflow'

/** What would settle an inconclusive criterion, as text without a full stop. */
export function settlingText({ settledBy, earlierRuns }: ComparisonVerdict, rerun?: Rerun): string {
  const { moreRuns, moreEarlierRuns } = settledBy
  const ways = [
    moreRuns === undefined ? '' : moreRunsText(moreRuns, rerun),
    moreEarlierRuns === undefined
      ? ''
      : `${more(moreEarlierRuns).replace('more ', 'more earlier ')} of the base branch`,
  ].filter((way) => way !== '')
  if (ways.length > 0) return `${ways.join(', or ')} would settle it`
  return earlierRuns < FEW
    ? `more earlier runs than ${runsText(earlierRuns)}, a longer test or a wider limit would settle it`
    : 'only a longer test with more requests, or a wider limit, would settle it'
}

function moreRunsText(runs: number, rerun: Rerun | undefined): string {
  const of = `${more(runs)} of this commit`
  if (rerun === undefined) return `${of}, judged together with this one in mode judge`
  const what = rerun === 'job' ? 're-running this job' : 're-running all jobs'
  return `${what}${runs === 1 ? '' : ` ${runs} times`} (${of})`
}

/** Below this, more earlier runs always help. */
const FEW = 8

const more = (runs: number): string => `${runs} more ${runs === 1 ? 'run' : 'runs'}`

/** The change that would be found with the runs so far, and with one more. */
export function findableText({ findable }: ComparisonVerdict): string {
  if (!findable || !(findable.now < MOST)) return ''
  const better = findable.withOneMore < findable.now * WORTH_SAYING
  const withMore = better ? `, ${relativeText(findable.withOneMore)} with one more run of this commit` : ''
  return `These runs would show a change of ${relativeText(findable.now)}${withMore}.`
}

/** A larger change is not worth mentioning. */
const MOST = 100
const WORTH_SAYING = 0.95
