import { join } from 'node:path'
import { isoTime } from '../../foundation/duration.ts'
import type { OutputName } from '../../foundation/ports.ts'
import type { FileKind } from '../../providers/provider.ts'
import type { Presentation } from '../../report/presentation.ts'
import { criteriaFailed } from '../../verdict/outcome/ranking.ts'
import { criteriaOutput } from '../../verdict/outcome/verdict-json.ts'
import type { Findings } from '../findings.ts'
import type { Step } from '../step.ts'
import { confirmingOutput } from '../confirm/further-step.ts'
import { PAGE } from './present.ts'
import { uploadOf, type Uploaded } from './upload-artifacts.ts'

/** Writes every output that is known, even if the step fails. */
export function writeOutputs(
  ports: Pick<Step, 'workflow' | 'directory'>,
  findings: Findings,
  run: Presentation['run'],
  written: Partial<Record<OutputName, string>> = {},
): void {
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
  if (findings.confirming !== undefined)
    set('confirming-runs', workflow.scrub(confirmingOutput(findings.confirming)))
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
  set('page-path', written['page-path'])
  set('diagnosis-path', written['diagnosis-path'])
  writeArtifactOutputs(set, uploads)
}

/** The file, or the directory if there are several executions with one file each. */
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
  const page = uploadOf(uploads, PAGE)
  set('page-artifact-id', page?.id)
  set('page-artifact-url', page?.url)
  const list = uploads.map(({ name, id, url, sizeBytes, sha256 }) => ({
    name,
    id,
    url,
    size: sizeBytes,
    sha256,
  }))
  set('artifacts', JSON.stringify(list))
}
