// Checks the results of the steps in .github/workflows/e2e.yml from outside: their outputs, the files they
// left, and the archives that the simulator serves to everybody. Usage: node test/workflow/check-steps.ts
// STEPS is GitHub's `steps` context. With DOWNLOADED, the artifacts in that folder are compared too.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Step {
  outcome: string
  outputs: Record<string, string>
}

interface Artifact {
  name: string
  id: number
  size: number
  sha256: string
}

/** What a later comparison needs; written as `e2e-result.json` if E2E_DIRECTORY names a directory. */
export interface StepsResult {
  outcomes: Record<string, string>
  artifacts: Artifact[]
  /** sha256 of what the services served, by the artifact that must have it. */
  served: Record<string, string>
}

const steps = JSON.parse(process.env['STEPS'] ?? '{}') as Record<string, Step>
const xtcUrl = process.env['XTC_URL'] ?? ''
const errthquakeUrl = process.env['ERRTHQUAKE_URL'] ?? ''
const errthquakeToken = process.env['ERRTHQUAKE_TOKEN'] ?? ''

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function fetched(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  assert.equal(response.status, 200, `${url} answered ${response.status}`)
  return response
}

async function served(url: string, authorization: string): Promise<string> {
  const response = await fetched(url, { headers: { authorization } })
  return sha256(new Uint8Array(await response.arrayBuffer()))
}

async function xtcAuthorization(): Promise<string> {
  const response = await fetched(`${xtcUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'LOADTEST_REPORT_DOWNLOAD LOADTEST_RESULT_DOWNLOAD',
      client_id: process.env['XTC_CLIENT_ID'] ?? '',
      client_secret: process.env['XTC_CLIENT_SECRET'] ?? '',
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return `Bearer ${token}`
}

function step(name: string): Step {
  const found = steps[name]
  assert.ok(found, `no step ${name} in ${Object.keys(steps).join(', ')}`)
  return found
}

function artifactsOf(name: string): Artifact[] {
  const artifacts = JSON.parse(step(name).outputs['artifacts'] ?? '[]') as Artifact[]
  for (const artifact of artifacts) {
    assert.ok(artifact.id > 0, `${artifact.name} has no id`)
    assert.match(artifact.sha256, /^[0-9a-f]{64}$/, `${artifact.name} has no sha256`)
  }
  return artifacts
}

/** The only artifact of a step whose name has this ending. */
function artifact(name: string, ending: string): Artifact {
  const found = artifactsOf(name).filter((one) => one.name.endsWith(ending))
  assert.equal(found.length, 1, `${name}: ${found.length} artifacts end with ${ending}`)
  return found[0] as Artifact
}

function checkGate(name: string, expected: { step: string; outcome: string; criteriaFailed: string }): void {
  const { outcome, outputs } = step(name)
  assert.equal(outcome, expected.step, `${name}: the step's outcome`)
  assert.equal(outputs['outcome'], expected.outcome, `${name}: output outcome`)
  assert.equal(outputs['criteria-failed'], expected.criteriaFailed, `${name}: output criteria-failed`)
  for (const output of ['run-id', 'started-at', 'finished-at', 'duration-seconds', 'output-directory']) {
    assert.ok(outputs[output], `${name}: output ${output} is empty`)
  }
  const files = readdirSync(outputs['output-directory'] ?? '')
  for (const file of ['measurements.json', 'summary.md', 'summary.html', 'criteria.json']) {
    assert.ok(files.includes(file), `${name}: ${file} is not in the output directory`)
  }
}

/** Checks that the served, the stored and the uploaded bytes are the same. */
function checkBytes(uploaded: Artifact, path: string | undefined, servedSha256: string): void {
  const file = sha256(readFileSync(path ?? ''))
  assert.equal(file, servedSha256, `${path} is not what was served`)
  assert.equal(uploaded.sha256, servedSha256, `${uploaded.name} is not what was served`)
}

async function checkSteps(): Promise<StepsResult> {
  checkGate('xtc', { step: 'success', outcome: 'passed', criteriaFailed: '0' })
  checkGate('errthquake', { step: 'success', outcome: 'passed', criteriaFailed: '0' })
  checkGate('broken-gate', { step: 'failure', outcome: 'failed', criteriaFailed: '1' })
  const reason = step('broken-gate').outputs['reason']
  assert.equal(reason, 'criteria', 'broken-gate: output reason')

  const xtc = step('xtc').outputs
  const run = `${xtcUrl}/public/api/v2/orgs/acme/projects/shop/load-tests/${xtc['run-id']}`
  const authorization = await xtcAuthorization()
  const report = artifact('xtc', '.report.tar.gz')
  const result = artifact('xtc', '.result.tar.gz')
  const logs = artifact('errthquake', '.logs.zip')
  const errthquake = step('errthquake').outputs
  const logsUrl = `${errthquakeUrl}/results/${process.env['ERRTHQUAKE_WORKSPACE']}/${errthquake['run-id']}/logs`
  const bytes: Record<string, string> = {
    [report.name]: await served(`${run}/reports/1/archive`, authorization),
    [result.name]: await served(`${run}/results/1/archive`, authorization),
    [logs.name]: await served(logsUrl, errthquakeToken),
  }
  checkBytes(report, xtc['report-path'], bytes[report.name] ?? '')
  checkBytes(result, xtc['result-path'], bytes[result.name] ?? '')
  checkBytes(logs, errthquake['result-path'], bytes[logs.name] ?? '')
  const names = ['xtc', 'errthquake', 'broken-gate']
  return {
    outcomes: Object.fromEntries(names.map((name) => [name, step(name).outputs['outcome'] ?? ''])),
    artifacts: names.flatMap(artifactsOf),
    served: bytes,
  }
}

/**
 * The artifacts that were downloaded again: each in a directory with its own name, or all in one directory.
 */
function checkDownloads(directory: string, artifacts: Artifact[]): void {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const found = new Set(files.map((file) => sha256(readFileSync(join(file.parentPath, file.name)))))
  const missing = artifacts.filter((one) => !found.has(one.sha256)).map((one) => one.name)
  assert.deepEqual(missing, [], `downloaded, but not the bytes that were uploaded`)
  process.stdout.write(`${artifacts.length} artifacts, downloaded again, are the bytes that were uploaded.\n`)
}

const result = await checkSteps()
for (const [name, hash] of Object.entries(result.served)) process.stdout.write(`${hash}  ${name}\n`)
process.stdout.write(`${JSON.stringify(result.outcomes)}: outcomes, outputs and files are as they must be.\n`)
const { E2E_DIRECTORY: keepIn, DOWNLOADED: downloaded } = process.env
if (keepIn) writeFileSync(join(keepIn, 'e2e-result.json'), JSON.stringify(result, null, 2))
if (downloaded) checkDownloads(downloaded, result.artifacts)
