import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../../../src/foundation/ports.ts'
import type { Inputs } from '../../../../src/inputs/parse-inputs.ts'
import { prepareOutput } from '../../../../src/platform/files/prepare-output.ts'
import { ArtifactError } from '../../../../src/platform/runner/artifact-error.ts'
import type { ArtifactStore, UploadRequest } from '../../../../src/platform/runner/artifacts.ts'
import {
  uploadArtifacts,
  type Publishable,
  type UploadTrouble,
} from '../../../../src/step/publish/upload-artifacts.ts'
import { contextOf } from '../../inputs/workflow-context.ts'

const LARGE = 5_000_000

interface Seen {
  /** Names in the order in which their uploads began. */
  begun: string[]
  mostAtOnce: number
  lines: string[]
  /** Lines that were written while an upload was in progress. */
  linesMeanwhile: number
  trouble: UploadTrouble
  uploaded: string[]
}

/**
 * Uploads files of these sizes. The store rejects those after the first `upTo`. An upload ends once
 * `together` uploads are in progress, except for the first and the last one. With `why`, the service rejected
 * an earlier part.
 */
async function upload(
  sizes: number[],
  { upTo = Infinity, together = 1, isBundle = false, why = '' } = {},
): Promise<Seen> {
  const directory = await mkdtemp(join(tmpdir(), 'upload-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const seen: Seen = {
    begun: [],
    mostAtOnce: 0,
    lines: [],
    linesMeanwhile: 0,
    trouble: { left: [], ...(why !== '' && { why }) },
    uploaded: [],
  }
  let open = 0
  let waiting: (() => void)[] = []
  const meet = async (): Promise<void> => {
    const met = new Promise<void>((resolve) => waiting.push(resolve))
    if ([1, sizes.length].includes(seen.begun.length) || open === together) {
      for (const resolve of waiting) resolve()
      waiting = []
    }
    await met
  }
  const store: ArtifactStore = {
    unavailable: () => undefined,
    upload: async ({ name }: UploadRequest) => {
      seen.begun.push(name)
      open++
      seen.mostAtOnce = Math.max(seen.mostAtOnce, open)
      await meet()
      open--
      if (seen.begun.length > upTo) throw new ArtifactError('uploads-refused', 'the service refuses')
      return { name, id: seen.begun.length, sizeBytes: 1, sha256: '', pageName: name }
    },
  }
  const files: Publishable[] = []
  const { folder } = await prepareOutput({ directory, expected: [], keep: [], clears: true })
  for (const [index, sizeBytes] of sizes.entries()) {
    const name = `file-${index}.txt`
    const path = join(folder.path, name)
    await writeFile(path, 'x')
    files.push({ kind: 'report', name, path, sizeBytes })
  }
  const write = (text: string): void => {
    seen.lines.push(text)
    if (open > 0) seen.linesMeanwhile++
  }
  const log: Log = {
    info: write,
    notice: write,
    warning: write,
    error: write,
    debug: write,
    group: (_title, work) => work(),
  }
  const inputs = {
    artifacts: 'all',
    artifactName: 'a',
    artifactFormat: 'raw',
    stepKey: '',
  } as unknown as Inputs
  const workflow = { scrub: (text: string) => text }
  const ports = {
    inputs,
    context: contextOf(),
    store,
    log,
    directory: folder,
    trouble: seen.trouble,
    title: 't',
    isBundle,
  }
  const uploaded = await uploadArtifacts({ ...ports, workflow: workflow as never }, '41', files)
  seen.uploaded = uploaded.flatMap(({ holds }) => holds)
  return seen
}

test('small files are uploaded four at a time, after the first one', async () => {
  const seen = await upload([1, 1, 1, 1, 1, 1, 1], { together: 4 })
  expect(seen.mostAtOnce).toBe(4)
  expect(seen.begun).toHaveLength(7)
  expect(seen.uploaded).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `file-${index}.txt`))
})

test('large files are uploaded one after the other, and the result is in the order of the files', async () => {
  const seen = await upload([LARGE, 1, LARGE])
  expect(seen.mostAtOnce).toBe(1)
  expect(seen.begun).toEqual(['a.file-1.txt', 'a.file-0.txt', 'a.file-2.txt'])
  expect(seen.uploaded).toEqual(['file-0.txt', 'file-1.txt', 'file-2.txt'])
})

test('a service that rejects uploads is tried only once', async () => {
  const seen = await upload([1, 1, 1, LARGE], { upTo: 0 })
  expect(seen.begun).toEqual(['a.file-0.txt'])
  expect(seen.trouble.why).toBeDefined()
  expect(seen.trouble.left).toEqual(['file-1.txt', 'file-2.txt', 'file-3.txt'])
  expect(seen.uploaded).toEqual([])
})

test('nothing is written to the log while the library uploads, and one line for each file afterwards', async () => {
  const seen = await upload([1, 1, 1, 1, 1, LARGE])
  expect(seen.linesMeanwhile).toBe(0)
  expect(seen.lines).toHaveLength(6)
})

test('a bundle is one artifact with its own name', async () => {
  const seen = await upload([1, 1, 1], { isBundle: true })
  expect(seen.begun).toEqual(['a.criteria'])
  expect(seen.uploaded).toEqual(['file-0.txt', 'file-1.txt', 'file-2.txt'])
})

test('a bundle is not tried if the service rejected an earlier part, and its files are named', async () => {
  const seen = await upload([1, 1], { isBundle: true, why: 'refused' })
  expect(seen.begun).toEqual([])
  expect(seen.trouble.left).toEqual(['file-0.txt', 'file-1.txt'])
})
