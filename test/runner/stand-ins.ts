import { spawn } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { PreparedStep, StepEnd } from './prepared-step.ts'
import { permissionOf } from './workflow-file.ts'
import { serviceVariables } from './workflow-run.ts'

/** Stand-ins for other actions: they do what those are documented to do, as far as the examples need it. */
export const STAND_INS: Record<string, (prepared: PreparedStep) => Promise<StepEnd>> = {
  'actions/checkout': checkout,
  'actions/deploy-pages': deployPages,
  'actions/download-artifact': download,
  'actions/setup-node': setUpNode,
  'actions/upload-artifact': upload,
  'actions/upload-pages-artifact': uploadPages,
}

function mustBeAllowed({ matrixJob }: PreparedStep, scope: string): void {
  const permission = permissionOf(matrixJob.job.permissions ?? matrixJob.workflow.permissions, scope)
  if (permission === 'none') throw new Error(`The job lacks the permission ${scope}: read.`)
}

function mustKnow({ inputs, step }: PreparedStep, known: string[]): void {
  const unknown = Object.keys(inputs).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`The stand-in for ${step.uses} does not know ${unknown.join(', ')}.`)
}

async function checkout(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, ['persist-credentials', 'ref'])
  mustBeAllowed(prepared, 'contents')
  for (const [path, text] of Object.entries(prepared.matrixJob.run.files ?? {})) {
    const target = join(prepared.workspace, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 })
  }
  return { log: '', outputs: {}, failed: false }
}

/**
 * Uses the same client library as the real action. An earlier run is requested with the token that it would
 * have.
 */
async function download(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, ['path', 'pattern', 'run-id', 'github-token', 'skip-decompress'])
  const { inputs, matrixJob, workspace, environment } = prepared
  const other = inputs['run-id'] ?? matrixJob.run.runId
  if (other !== matrixJob.run.runId) {
    if ((inputs['github-token'] ?? '') === '') throw new Error('Another run needs github-token.')
    mustBeAllowed(prepared, 'actions')
  }
  const path = resolve(workspace, inputs['path'] ?? '.')
  const script = join(import.meta.dirname, 'download-artifacts.ts')
  const options = inputs['skip-decompress'] === 'true' ? ['--skip-decompress'] : []
  const child = spawn(process.execPath, [script, path, inputs['pattern'] ?? '*', ...options], {
    env: { ...environment, ...serviceVariables(matrixJob.run, other), GITHUB_RUN_ID: other },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  const exitCode = await new Promise((done) => child.once('close', done))
  return { log, outputs: { 'download-path': path }, failed: exitCode !== 0 }
}

/**
 * The Node version that runs the tests is the one that the workflow asks for;
 * test/repo/locked-packages.test.ts checks that.
 */
async function setUpNode(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, ['node-version-file', 'package-manager-cache'])
  return { log: '', outputs: {}, failed: false }
}

/**
 * Version 3, for Enterprise Servers. Their artifact service is not simulated, so the files are kept in the
 * run's directory.
 */
async function upload(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, ['name', 'path', 'if-no-files-found', 'retention-days'])
  const { inputs, matrixJob, workspace } = prepared
  const source = resolve(workspace, inputs['path'] ?? '')
  const target = join(matrixJob.run.directory, 'uploaded', inputs['name'] ?? 'artifact')
  await cp(source, target, { recursive: true, filter: (path) => !basename(path).startsWith('.') })
  return { log: '', outputs: {}, failed: false }
}

/** The site waits in the run's directory, as it would in an artifact. */
async function uploadPages(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, ['path'])
  const { inputs, matrixJob, workspace } = prepared
  await cp(resolve(workspace, inputs['path'] ?? ''), siteOf(prepared, 'artifact'), { recursive: true })
  return { log: `Uploaded for run ${matrixJob.run.runId}`, outputs: {}, failed: false }
}

/** Publishes what was uploaded; the site of an earlier run is replaced. */
async function deployPages(prepared: PreparedStep): Promise<StepEnd> {
  mustKnow(prepared, [])
  const { job, workflow } = prepared.matrixJob
  for (const scope of ['pages', 'id-token'])
    if (permissionOf(job.permissions ?? workflow.permissions, scope) !== 'write')
      throw new Error(`The job lacks the permission ${scope}: write.`)
  await rm(siteOf(prepared, 'published'), { recursive: true, force: true })
  await cp(siteOf(prepared, 'artifact'), siteOf(prepared, 'published'), { recursive: true })
  return { log: '', outputs: { page_url: 'https://acme.github.io/shop/' }, failed: false }
}

const siteOf = ({ matrixJob }: PreparedStep, state: string): string =>
  join(matrixJob.run.directory, 'pages', state)
