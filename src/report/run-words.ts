import type { CommitRun, Verdict } from '../verdict/verdict.ts'
import { clip } from '../foundation/one-line.ts'
import { formatDuration, formatTime } from '../foundation/format.ts'
import type { Presentation, PresentedRun } from './presentation.ts'

/** `XTC run 4711`; only the mode if there is no run. */
export function plainRunName(run: PresentedRun): string {
  const { service = '' } = run
  const shown = run.ids.slice(0, 5).join(', ') + (run.ids.length > 5 ? ` and ${run.ids.length - 5} more` : '')
  if (shown === '') return `${service} mode ${run.mode}`.trim()
  return `${service} ${run.ids.length > 1 ? 'runs' : 'run'} ${clip(shown, 200)}`.trim()
}

/** When the run began, how long it took, and what is special about it. */
export function runFactsInWords({ startedAtMs, durationMs, adopted, attempt = 1 }: PresentedRun): string[] {
  return [
    startedAtMs === undefined ? '' : `started ${formatTime(startedAtMs)}`,
    durationMs === undefined ? '' : `took ${formatDuration(durationMs)}`,
    adopted === true ? 'found running, not started by this step' : '',
    attempt > 1 ? `attempt ${attempt}` : '',
  ].filter((part) => part !== '')
}

/** `confirming run 4712`, for each that was started, with its page if there is one. */
export function confirmingLinks({ confirming = [] }: PresentedRun): NamedLink[] {
  return confirming.map(({ ids, url }) => ({ name: `confirming run ${clip(ids.join(', '), 200)}`, url }))
}

/** A sentence about the baseline, and one about the other runs that the run was judged together with, if any. */
export function comparisonsInWords(verdict: Verdict): string[] {
  const { commitRuns } = verdict
  return [
    clip(baselineInWords(verdict), 600),
    commitRuns === undefined ? '' : commitRunsInWords(commitRuns),
  ].filter((line) => line !== '')
}

/**
 * `Compared with branch: run 4711, commit 1a2b3c4d, 2 d 3 h old.`; empty if the verdict already says why
 * there is no comparison.
 */
function baselineInWords({ baseline }: Verdict): string {
  if (baseline?.status !== 'used') return ''
  const known = [
    baseline.runId === undefined ? '' : `run ${baseline.runId}`,
    baseline.commit === undefined ? '' : `commit ${baseline.commit.slice(0, 8)}`,
    baseline.ageMs === undefined ? '' : `${formatDuration(baseline.ageMs)} old`,
  ].filter((part) => part !== '')
  return `Compared with ${baseline.from}${known.length === 0 ? '' : ': ' + known.join(', ')}.`
}

/** `Judged by 2 runs of this commit: attempts 1 and 2.` */
export function commitRunsInWords(runs: readonly CommitRun[]): string {
  const attempts = runs.flatMap(({ attempt }) => attempt ?? [])
  const isEach = attempts.length === runs.length && new Set(attempts).size === runs.length
  const named = isEach
    ? `attempts ${listed(attempts.map(String))}`
    : listed(runs.map(({ name }) => clip(name, 120)))
  return `Judged by ${runs.length} runs of this commit: ${named}.`
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((name) => name !== '').join(' and ')
}

/** A link, or only its text if there is no address. */
export interface NamedLink {
  name: string
  url: string | undefined
}

/** Where to find more: the page, the report, and the related pages on GitHub. */
export function linksOf({ pageUrl, run, workflow }: Presentation): NamedLink[] {
  const { runUrl, commit, pullRequest } = workflow ?? {}
  return [
    ...confirmingLinks(run),
    ...(pageUrl === undefined ? [] : [{ name: 'page with charts', url: pageUrl }]),
    ...(run.report === undefined
      ? []
      : [{ name: run.report.isArchive ? 'report (archive)' : 'report', url: run.report.url }]),
    ...(runUrl === undefined ? [] : [{ name: 'workflow run', url: runUrl }]),
    ...(commit === undefined ? [] : [{ name: `commit ${commit.sha.slice(0, 8)}`, url: commit.url }]),
    ...(pullRequest === undefined
      ? []
      : [{ name: `pull request #${pullRequest.number}`, url: pullRequest.url }]),
  ]
}

/** The warnings of the verdict and of the data, and the missing files, each once. */
export function allWarnings({ verdict, measurements, missingFiles }: Presentation): string[] {
  const ofData = measurements?.warnings.flatMap(({ code, message }) => (code === 'note' ? [] : message)) ?? []
  const ofFiles = missingFiles.map((file) => `Missing file: ${file}`)
  return [...new Set([...verdict.warnings, ...ofData, ...ofFiles])]
}
