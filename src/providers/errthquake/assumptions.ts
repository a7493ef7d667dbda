import { ANY_TEXT, type AssumedField, type Assumption } from '../assumption.ts'
import { calls, type AssetContent, type Call } from './calls.ts'
import { answers } from './contract.ts'
import type { Execution } from './executions/execution.ts'

/** Remains recognizable after `encodeURIComponent`. */
const UID = '{workspace}'
const ID = '{test}'
const FILE = '{file}'
const ASSET: AssetContent = { name: ANY_TEXT, type: 'configuration', bytes: Buffer.from(ANY_TEXT) }
const EXECUTION: Execution = {
  testInput: ANY_TEXT,
  testConfig: ANY_TEXT,
  virtualUsers: 1,
  testType: 'duration',
  testDurationMs: 60_000,
  region: ANY_TEXT,
}
const NO_RESULTS = 'states come from the workspace, and files are unavailable'

/** Everything that the client assumes about Errthquake's API. */
export function errthquakeAssumptions(): Assumption[] {
  return [
    {
      ...operation('find the workspace', calls.workspaces()),
      answer: json(answers.workspaces, summaryFields()),
      without: 'errthquake-workspace must be set',
    },
    {
      ...operation('read the workspace', calls.workspace(UID)),
      answer: json(answers.workspace, workspaceFields()),
    },
    {
      ...operation('read the hours', calls.hours(UID)),
      answer: json(answers.hours, hoursFields()),
      without: 'only the service checks the hours',
    },
    ...assetOperations(),
    // The documentation does not say which form; the client accepts four.
    { ...operation('run tests', calls.exec(UID, [EXECUTION])), answer: { kind: 'any' } },
    {
      ...operation('see whether results may be viewed', calls.results(UID)),
      answer: { kind: 'any' },
      without: 'there is no warning beforehand',
    },
    ...resultOperations(),
  ]
}

/** Needed only for files of the checkout. */
function assetOperations(): Assumption[] {
  return [
    {
      ...operation('list the files of the workspace', calls.assets(UID)),
      answer: json(answers.assets, [
        { what: 'the type of a file', at: ['assets{}.asset-type'], without: 'it is not looked at' },
        { what: 'its size', at: ['assets{}.size'], without: 'a file of the name counts as whole' },
      ]),
      without: 'files of the checkout cannot be uploaded',
    },
    {
      ...operation('upload a file', calls.upload(UID, ASSET)),
      body: {
        contentType: 'multipart/form-data',
        sample: { metadata: { 'asset-type': ASSET.type }, content: ANY_TEXT },
      },
      answer: { kind: 'any' },
      without: 'files of the checkout cannot be uploaded',
    },
    {
      ...operation('delete a file', calls.removeAsset(UID, FILE)),
      answer: { kind: 'any' },
      without: 'what was uploaded stays, and is named',
    },
  ]
}

function resultOperations(): Assumption[] {
  return [
    {
      ...operation('poll a test', calls.result(UID, ID)),
      answer: json(answers.result, resultFields()),
      without: NO_RESULTS,
    },
    {
      ...operation('download the metrics', calls.metrics(UID, ID)),
      answer: { kind: 'any' },
      without: NO_RESULTS,
    },
    {
      ...operation('download the logs', calls.logs(UID, ID)),
      answer: { kind: 'file', contentTypes: ['application/zip', 'application/octet-stream'] },
      without: NO_RESULTS,
    },
    { ...operation('stop a test', calls.stop(UID, ID)), answer: { kind: 'any' } },
  ]
}

function operation(name: string, call: Call): Omit<Assumption, 'answer'> {
  return {
    name,
    method: call.method,
    path: decodeURIComponent(call.path),
    query: [],
    ...(call.permission !== undefined && { permission: call.permission }),
    ...(call.body !== undefined && { body: { contentType: 'application/json', sample: call.body } }),
  }
}

function json(
  schema: (typeof answers)[keyof typeof answers],
  fields: AssumedField[],
): Extract<Assumption['answer'], { kind: 'json' }> {
  return { kind: 'json', schema, fields }
}

function summaryFields(): AssumedField[] {
  return [
    { what: 'the uid', at: ['[].workspace-uid'] },
    { what: 'the name', at: ['[].name'], without: 'the uid is shown' },
  ]
}

function workspaceFields(): AssumedField[] {
  const unchecked = 'only the service checks it'
  return [
    { what: 'the name', at: ['name'], without: 'the uid is shown' },
    { what: 'the test inputs', at: ['test-inputs[]'], without: unchecked },
    { what: 'the test configurations', at: ['test-configs[]'], without: unchecked },
    { what: 'the longest test', at: ['max-test-duration'], without: unchecked },
    { what: 'the most virtual users', at: ['max-virtual-users'], without: unchecked },
    ...resultFields('test-results[].'),
  ]
}

function hoursFields(): AssumedField[] {
  const unknown = 'it is not shown'
  return [
    { what: 'minutes allocated', at: ['[].minutes-allocated'], without: unknown },
    {
      what: 'minutes remaining',
      at: ['[].minutes-remaining'],
      without: 'only the service checks the hours',
    },
    { what: 'minutes in active tests', at: ['[].minutes-active-tests'], without: unknown },
    { what: 'the rollover', at: ['[].utc-rollover-date'], without: unknown },
  ]
}

/** The summary of one test; `of` is where it begins. */
function resultFields(of = ''): AssumedField[] {
  const flags = ['pending', 'stopping', 'complete', 'failed', 'unresponsive'].map((flag) => ({
    what: `whether a test is ${flag}`,
    at: [`${of}test-${flag}`],
  }))
  return [
    { what: "a test's id", at: [`${of}id`] },
    { what: "a test's start", at: [`${of}utc-start-time`] },
    { what: 'its finish or the estimate', at: [`${of}utc-finish-time`], without: 'polls follow the plan' },
    ...flags,
    { what: 'whether it is interactive', at: [`${of}interactive`], without: 'it counts as not interactive' },
    { what: 'its virtual users', at: [`${of}virtual-users`], without: 'they are not shown' },
  ]
}
