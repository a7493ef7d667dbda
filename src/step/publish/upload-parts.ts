import { formatBytes, formatCounted } from '../../foundation/format.ts'
import type { Findings, Tell } from '../findings.ts'
import type { Step } from '../step.ts'
import { tellTrouble, uploadArtifacts, type Publishable, type UploadTrouble } from './upload-artifacts.ts'

/** Takes the files to upload in this order, because each part links to those before it. */
interface Uploader {
  data: (files: Publishable[]) => Promise<void>
  page: (files: Publishable[]) => Promise<void>
  /** Uploads what is left, and logs what was uploaded and what could not be. */
  rest: (files: Publishable[]) => Promise<void>
}

/**
 * Uploads one part after another; each is reported as soon as it is uploaded. With `artifact-format: zip`,
 * all parts wait for the last one. By default, the many small files become one artifact at the end, together
 * with the service's small documents, which `mode: judge` may need.
 */
export function uploaderOf(
  step: Pick<Step, 'inputs' | 'store' | 'context' | 'log' | 'workflow' | 'directory'>,
  findings: Readonly<Findings>,
  tell: Tell<'uploads'>,
): Uploader {
  const { inputs, log, directory } = step
  const trouble: UploadTrouble = { left: [] }
  const runId = runIdOf(findings)
  const isZip = inputs.artifactFormat === 'zip'
  const isBundle = !isZip && inputs.artifacts === 'default'
  const waiting: Publishable[] = []
  const upload = async (title: string, files: Publishable[], bundled = false): Promise<void> => {
    const uploaded = await uploadArtifacts({ ...step, trouble, title, isBundle: bundled }, runId, files)
    tell({ uploads: [...findings.uploads, ...uploaded] })
  }
  const uploadUnless = async (title: string, files: Publishable[], waits: IsWaiting): Promise<void> => {
    waiting.push(...files.filter(waits))
    await upload(
      title,
      files.filter((file) => !waits(file)),
    )
  }
  return {
    data: async (files) =>
      await uploadUnless('Upload artifacts', files, ({ kind }) => isZip || (isBundle && kind === 'metrics')),
    page: async (files) => await uploadUnless('Upload the page', files, () => isZip),
    rest: async (files) => {
      const title = isZip ? 'Upload artifacts' : 'Upload the summary files'
      await upload(title, [...waiting, ...files], isBundle)
      tellUploads(step, findings)
      tellTrouble(log, trouble, directory)
    },
  }
}

type IsWaiting = (file: Publishable) => boolean

/** The hashes are in the groups of the log. */
function tellUploads({ log }: Pick<Step, 'log'>, { uploads }: Readonly<Findings>): void {
  if (uploads.length === 0) return
  const bytes = uploads.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  log.info(`Uploaded ${formatCounted(uploads.length, 'artifact', 'artifacts')}, ${formatBytes(bytes)}.`)
}

function runIdOf({ run, measurements }: Findings): string {
  const ids = run?.executions.map((execution) => execution.id) ?? measurements?.run.ids ?? []
  return ids.length > 1 ? `${ids[0]}+${ids.length - 1}` : (ids[0] ?? 'none')
}
