import { join } from 'node:path'
import type { Publishable } from './upload-artifacts.ts'
import { sentenceOf } from '../../foundation/errors.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Findings, Tell } from '../findings.ts'
import type { ArtifactKind } from '../../inputs/parse-inputs.ts'
import { sizeOf } from '../../platform/files/regular-file.ts'
import type { Log } from '../../foundation/ports.ts'
import type { FileKind } from '../../providers/provider.ts'
import { PAGE, presentationOf, withArtifacts } from './present.ts'
import type { Presentation } from '../../report/presentation.ts'
import type { Step } from '../step.ts'
import { uploaderOf } from './upload-parts.ts'
import { writeOutputs } from './write-outputs.ts'

export type Publishing = Pick<
  Step,
  'inputs' | 'services' | 'context' | 'log' | 'workflow' | 'store' | 'directory' | 'http' | 'github' | 'times'
>

/** What the step found, and the part of it that reports show. */
export interface Concluded extends Findings {
  presented: Presentation
}

/**
 * Writes everything that remains after the step: artifacts, outputs, summary, comment. Returns what the
 * reports show. If something fails here, a warning is logged and the outcome stays the same.
 */
export async function publish(
  step: Publishing,
  findings: Readonly<Findings>,
  tell: Tell<'uploads'>,
): Promise<Presentation> {
  const { inputs, workflow, log, directory } = step
  // The page and the summaries link to artifacts that were uploaded before.
  const uploader = uploaderOf(step, findings, tell)
  await uploader.data([...filesOf(findings), ...(await existing(step, measurementsOf(findings)))])
  const presented = presentationOf(step, findings)
  const isPage = await attempt(log, 'The page could not be written', () => writePage(step, presented))
  // Without results, nobody needs these files as artifacts.
  const existingOf = async (files: typeof SUMMARY_FILES): Promise<Publishable[]> =>
    findings.collected === undefined ? [] : await existing(step, files)
  await uploader.page(await existingOf([['summary', PAGE]]))
  const linked = withArtifacts(step, presented, findings.uploads)
  const markdown = await summaryOf(linked)
  await attempt(log, 'The summary files could not be written', () => writeSummaries(step, linked, markdown))
  const isDiagnosed = await attempt(log, 'diagnosis.json could not be written', () =>
    writeDiagnosis(step, linked),
  )
  // Without suggestions in the findings, such a file is from an earlier judgment.
  await uploader.rest(await existingOf(findings.suggestions ? [...SUMMARY_FILES, SUGGESTED] : SUMMARY_FILES))
  const shown = withArtifacts(step, presented, findings.uploads)
  if (inputs.summary) {
    // Unlike `summary.md`, it can link to the artifacts that were uploaded after that file was written.
    const isLinked = shown.artifacts.length === linked.artifacts.length
    const ofAll = isLinked ? markdown : await summaryOf(shown)
    await attempt(log, 'The job summary could not be written', () => workflow.summary(ofAll))
  }
  writeOutputs(step, findings, presented.run, {
    ...(isPage && { 'page-path': join(directory.path, PAGE) }),
    ...(isDiagnosed && { 'diagnosis-path': join(directory.path, DIAGNOSIS) }),
  })
  await comment(step, shown)
  return shown
}

/** Loaded only now, because a run that waits for hours does not need it. */
async function summaryOf(presented: Presentation): Promise<string> {
  const { renderSummary } = await import('../../report/summary/summary.ts')
  return renderSummary(presented)
}

/** Last, so that everything else is published even if GitHub is slow or fails. */
async function comment(ports: Publishing, presented: Presentation): Promise<void> {
  if (ports.inputs.comment === 'never' || ports.inputs.mode === 'check') return
  await attempt(ports.log, 'No pull-request comment', async () => {
    const { commentOn } = await import('./post-comment.ts')
    await commentOn(ports, presented)
  })
}

/** Only what takes almost no time, for a step that was cancelled. */
export async function publishQuickly(step: Publishing, findings: Readonly<Findings>): Promise<Presentation> {
  const { inputs, workflow, log } = step
  const presented = presentationOf(step, findings)
  writeOutputs(step, findings, presented.run)
  if (!inputs.summary) return presented
  const markdown = await summaryOf(presented)
  await attempt(log, 'The job summary could not be written', () => workflow.summary(markdown))
  return presented
}

const DIAGNOSIS = 'diagnosis.json'

const SUMMARY_FILES: [ArtifactKind, string][] = [
  ['summary', 'summary.md'],
  ['summary', 'criteria.json'],
  ['summary', DIAGNOSIS],
  ['summary', 'criteria.junit.xml'],
]

const SUGGESTIONS = 'suggestions.yaml'
const SUGGESTED: [ArtifactKind, string] = ['summary', SUGGESTIONS]

// The files become artifacts, and a quoted response of the service may contain a secret.

async function writePage({ directory, workflow }: Publishing, presented: Presentation): Promise<void> {
  const { renderPage } = await import('../../report/page/render-page.ts')
  await directory.write(PAGE, workflow.scrub(renderPage(presented)))
}

async function writeDiagnosis(
  { directory, workflow: { scrub } }: Publishing,
  presented: Presentation,
): Promise<void> {
  const { diagnosisOf } = await import('../../report/diagnosis/diagnosis.ts')
  const { diagnosisFile } = await import('../../report/diagnosis/diagnosis-file.ts')
  // Labels may contain a secret, and a shortened secret would no longer be recognized.
  const diagnosis = scrubTexts(diagnosisOf(presented), scrub)
  await directory.write(DIAGNOSIS, scrub(diagnosisFile(diagnosis)))
}

async function writeSummaries(
  { directory, workflow }: Publishing,
  presented: Presentation,
  markdown: string,
): Promise<void> {
  await directory.write('summary.md', workflow.scrub(markdown))
  if (presented.suggestions !== undefined) {
    const { suggestionsFile } = await import('../../verdict/suggest/suggestions-file.ts')
    await directory.write(SUGGESTIONS, suggestionsFile(presented.suggestions))
  }
  const { renderJunit } = await import('../../report/junit.ts')
  await directory.write('criteria.junit.xml', workflow.scrub(renderJunit(presented)))
}

/** Those of our own files that exist and are not empty. */
async function existing({ directory }: Publishing, names: [ArtifactKind, string][]): Promise<Publishable[]> {
  const found: Publishable[] = []
  for (const [kind, name] of names) {
    const path = join(directory.path, name)
    const sizeBytes = await sizeOf(path).catch(() => 0)
    if (sizeBytes > 0) found.push({ kind, name, path, sizeBytes })
  }
  return found
}

/** True if the work succeeded; otherwise a warning is logged. */
async function attempt(log: Log, what: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    log.warning(`${what}: ${sentenceOf(error)}`)
    return false
  }
}

const KIND_OF: Record<FileKind, ArtifactKind> = {
  report: 'report',
  'test-report': 'report',
  scorecard: 'report',
  result: 'result',
  metrics: 'metrics',
}

function filesOf({ collected, confirming = [] }: Findings): Publishable[] {
  const all = [collected, ...confirming.map((run) => run.collected)]
  return all.flatMap((one) => one?.files ?? []).map((file) => ({ ...file, kind: KIND_OF[file.kind] }))
}

/** The measurements of each run. */
function measurementsOf({ confirming = [] }: Findings): [ArtifactKind, string][] {
  const further = confirming.map(({ number }) => `measurements-${number}.json`)
  return ['measurements.json', ...further].map((name) => ['measurements', name])
}
