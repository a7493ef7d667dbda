import { join } from 'node:path'
import {
  tellTrouble,
  uploadArtifacts,
  type Publishable,
  type Uploaded,
  type UploadTrouble,
} from './upload-artifacts.ts'
import { isoTime } from '../../foundation/duration.ts'
import { sentenceOf } from '../../foundation/errors.ts'
import type { Findings, Tell } from '../findings.ts'
import type { ArtifactKind } from '../../inputs/parse-inputs.ts'
import { sizeOf } from '../../platform/files/regular-file.ts'
import type { Log, OutputName } from '../../foundation/ports.ts'
import type { FileKind } from '../../providers/provider.ts'
import { presentationOf, withArtifacts } from './present.ts'
import type { Presentation } from '../../report/presentation.ts'
import { criteriaFailed } from '../../verdict/outcome/ranking.ts'
import { criteriaOutput } from '../../verdict/outcome/verdict-json.ts'
import type { Step } from '../step.ts'

export type Publishing = Pick<
  Step,
  'inputs' | 'services' | 'context' | 'log' | 'workflow' | 'store' | 'directory' | 'http' | 'github'
>

/** What the step found, and what of it people were shown. */
export interface Concluded extends Findings {
  presented: Presentation
}

/**
 * Everything that outlives the step: artifacts, outputs, summary; gives what people were shown. What fails here is said and
 * decides nothing.
 */
export async function publish(
  step: Publishing,
  findings: Readonly<Findings>,
  tell: Tell<'uploads'>,
): Promise<Presentation> {
  const { inputs, workflow, log, directory } = step
  const uploader = uploaderOf(step, findings, tell)
  const data = [...filesOf(findings), ...(await existing(step, [['measurements', 'measurements.json']]))]
  // The summary links to the other artifacts, so it comes last; in one ZIP everything goes together.
  const together = inputs.artifactFormat === 'zip'
  if (!together) await uploader.upload(data)
  const presented = presentationOf(step, findings)
  const markdown = await summaryOf(presented)
  await attempt(log, 'The summary files could not be written', () =>
    writeSummaries(step, presented, markdown),
  )
  // Without results there is nothing that a later reader would look for among the artifacts.
  const summaries = findings.collected === undefined ? [] : await existing(step, SUMMARY_FILES)
  await uploader.upload(together ? [...data, ...summaries] : summaries)
  tellTrouble(log, uploader.trouble, directory)
  const shown = withArtifacts(step, presented, findings.uploads)
  const linked = together ? await summaryOf(shown) : markdown
  if (inputs.summary)
    await attempt(log, 'The job summary could not be written', () => workflow.summary(linked))
  writeOutputs(step, findings, presented.run)
  await comment(step, presented)
  return shown
}

/** Uploads in two parts; each is told as soon as it is there. */
function uploaderOf(
  step: Publishing,
  findings: Readonly<Findings>,
  tell: Tell<'uploads'>,
): { upload: (files: Publishable[]) => Promise<void>; trouble: UploadTrouble } {
  const trouble: UploadTrouble = { left: [] }
  const runId = runIdOf(findings)
  const upload = async (files: Publishable[]): Promise<void> => {
    const uploaded = await uploadArtifacts({ ...step, trouble }, runId, files)
    tell({ uploads: [...findings.uploads, ...uploaded] })
  }
  return { upload, trouble }
}

/** Loads only here: a run that waits for hours needs none of it. */
async function summaryOf(presented: Presentation): Promise<string> {
  const { renderSummary } = await import('../../report/summary/summary.ts')
  return renderSummary(presented)
}

/** Last of all: whatever GitHub does with a comment, everything else is out. */
async function comment(ports: Publishing, presented: Presentation): Promise<void> {
  if (ports.inputs.comment === 'never' || ports.inputs.mode === 'check') return
  await attempt(ports.log, 'No pull-request comment', async () => {
    const { commentOn } = await import('./post-comment.ts')
    await commentOn(ports, presented)
  })
}

/** Only what takes no time: after a cancel there is next to none. */
export async function publishQuickly(step: Publishing, findings: Readonly<Findings>): Promise<Presentation> {
  const { inputs, workflow, log } = step
  const presented = presentationOf(step, findings)
  writeOutputs(step, findings, presented.run)
  if (!inputs.summary) return presented
  const markdown = await summaryOf(presented)
  await attempt(log, 'The job summary could not be written', () => workflow.summary(markdown))
  return presented
}

const SUMMARY_FILES: [ArtifactKind, string][] = [
  ['summary', 'summary.md'],
  ['summary', 'summary.html'],
  ['summary', 'criteria.json'],
  ['summary', 'criteria.junit.xml'],
]

async function writeSummaries(
  { directory, workflow }: Publishing,
  presented: Presentation,
  markdown: string,
): Promise<void> {
  // The files become artifacts, and an answer of the service that is quoted may repeat a secret.
  await directory.write('summary.md', workflow.scrub(markdown))
  const { renderPage } = await import('../../report/page/render-page.ts')
  await directory.write('summary.html', workflow.scrub(renderPage(presented)))
  const { renderJunit } = await import('../../report/junit.ts')
  await directory.write('criteria.junit.xml', workflow.scrub(renderJunit(presented)))
}

/** Those of our own files that were written. */
async function existing({ directory }: Publishing, names: [ArtifactKind, string][]): Promise<Publishable[]> {
  const found: Publishable[] = []
  for (const [kind, name] of names) {
    const path = join(directory.path, name)
    const sizeBytes = await sizeOf(path).catch(() => 0)
    if (sizeBytes > 0) found.push({ kind, name, path, sizeBytes })
  }
  return found
}

async function attempt(log: Log, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warning(`${what}: ${sentenceOf(error)}`)
  }
}

function runIdOf({ run, measurements }: Findings): string {
  const ids = run?.executions.map((execution) => execution.id) ?? measurements?.run.ids ?? []
  return ids.length > 1 ? `${ids[0]}+${ids.length - 1}` : (ids[0] ?? 'none')
}

const KIND_OF: Record<FileKind, ArtifactKind> = {
  report: 'report',
  'test-report': 'report',
  scorecard: 'report',
  result: 'result',
  metrics: 'metrics',
}

function filesOf({ collected }: Findings): Publishable[] {
  return (collected?.files ?? []).map((file) => ({ ...file, kind: KIND_OF[file.kind] }))
}

function writeOutputs(ports: Publishing, findings: Findings, run: Presentation['run']): void {
  const { workflow } = ports
  const directory = ports.directory.path
  const { verdict, uploads } = findings
  const set = (name: OutputName, value: string | number | undefined): void => {
    if (value !== undefined) workflow.output(name, String(value))
  }
  const { ids, url, state, startedAtMs, finishedAtMs } = run
  set('run-id', ids.length === 0 ? undefined : ids.join(','))
  set('run-url', url ?? findings.status?.url)
  set('state', state?.replaceAll(', ', ','))
  set('outcome', verdict?.outcome)
  set('reason', verdict?.reason)
  set('criteria', criteriaOutput(verdict?.criteria ?? []))
  set('criteria-failed', criteriaFailed(verdict?.criteria ?? []))
  set('started-at', startedAtMs === undefined ? undefined : isoTime(startedAtMs))
  set('finished-at', finishedAtMs === undefined ? undefined : isoTime(finishedAtMs))
  if (startedAtMs !== undefined && finishedAtMs !== undefined) {
    set('duration-seconds', Math.max(0, Math.round((finishedAtMs - startedAtMs) / 1000)))
  }
  const { status, collected, measurements } = findings
  set('revision', status?.revision ?? (collected?.facts ?? measurements?.run)?.revision)
  set('output-directory', directory)
  set('report-path', pathOf(findings, 'report', directory))
  set('result-path', pathOf(findings, 'result', directory))
  if (findings.measurements !== undefined) set('measurements-path', join(directory, 'measurements.json'))
  writeArtifactOutputs(set, uploads)
}

/** The file, or the directory where several executions have one each. */
function pathOf({ collected }: Findings, kind: FileKind, directory: string): string | undefined {
  const files = (collected?.files ?? []).filter((file) => file.kind === kind)
  return files.length > 1 ? directory : files[0]?.path
}

function writeArtifactOutputs(
  set: (name: OutputName, value: string | number | undefined) => void,
  uploads: Uploaded[],
): void {
  const report = uploads.find((upload) => upload.kinds.includes('report'))
  const result = uploads.find((upload) => upload.kinds.includes('result'))
  set('report-artifact-id', report?.id)
  set('report-artifact-url', report?.url)
  set('result-artifact-id', result?.id)
  set('result-artifact-url', result?.url)
  const list = uploads.map(({ name, id, url, sizeBytes, sha256 }) => ({
    name,
    id,
    url,
    size: sizeBytes,
    sha256,
  }))
  set('artifacts', JSON.stringify(list))
}
