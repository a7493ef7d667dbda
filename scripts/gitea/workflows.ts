import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../../test/simulator/errthquake.ts'
import { EMPTY_ACTION, END_TO_END_OS, RESULTS_VARIABLE } from '../end-to-end/workflow.ts'
import type { Files } from './repository.ts'

/** What the workflows need to know about this machine. */
export interface Places {
  /** URL of the repository with the stand-ins. */
  standIns: string
  errthquakeUrl: string
  /** The folder for files that jobs leave, with one subfolder per event. */
  results: string
}

interface Workflow {
  on: Record<string, unknown>
  jobs: Record<
    string,
    { env?: Record<string, string>; strategy: { matrix: { os: string[] } }; steps: { uses?: string }[] }
  >
}

const CHECKOUT = `name: Checkout
description: Fetches what actions/checkout would, from a public repository
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        git init --quiet .
        git fetch --quiet --depth 1 "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" "$GITHUB_REF"
        git checkout --quiet --force FETCH_HEAD
`

/** The library rejects servers other than GitHub's. The real action is changed for Gitea in the same way. */
const downloadWith = (script: string): string => `name: Download
description: Downloads artifacts as actions/download-artifact does
inputs:
  pattern:
    required: true
  path:
    required: true
  skip-decompress:
    default: 'false'
runs:
  using: composite
  steps:
    - shell: bash
      env:
        PATTERN: \${{ inputs.pattern }}
        FOLDER: \${{ inputs.path }}
        OPTION: \${{ inputs.skip-decompress == 'true' && '--skip-decompress' || '' }}
      run: GITHUB_SERVER_URL= node '${script}' "$FOLDER" "$PATTERN" $OPTION
`

/** Replacements for other actions, each in a folder with that action's name. */
export function standInFiles(root: string): Files {
  return {
    'checkout/action.yml': CHECKOUT,
    'download-artifact/action.yml': downloadWith(join(root, 'test', 'runner', 'download-artifacts.ts')),
    'setup-node/action.yml': EMPTY_ACTION,
  }
}

/**
 * The end-to-end workflow as Gitea runs it here: on one operating system, with stand-ins for other actions,
 * and one run at a time per pull request. Steps that act skips are run, although Gitea's runner also sets
 * act's variable.
 */
export function endToEndInGitea(text: string, { standIns, results }: Places): string {
  const workflow = parse(text.replaceAll('env.ACT ', 'env.NOT_SET ')) as Workflow
  workflow.on['pull_request'] = { types: ['opened'] }
  for (const job of Object.values(workflow.jobs)) {
    job.strategy.matrix.os = [END_TO_END_OS]
    job.env = { ...job.env, [RESULTS_VARIABLE]: `${results}/\${{ github.event_name }}` }
    for (const step of job.steps) if (step.uses !== undefined) step.uses = usedHere(step.uses, standIns)
  }
  return stringify(workflow)
}

/** Changes `actions/checkout@<sha>` to `<url>/checkout@main`; local actions stay as they are. */
function usedHere(uses: string, standIns: string): string {
  if (uses.startsWith('./')) return uses
  const name = /^actions\/([\w-]+)@/.exec(uses)?.[1]
  if (name === undefined) throw new Error(`There is no stand-in for ${uses}.`)
  return `${standIns}/${name}@main`
}

/** A gate with a baseline and a comment, on pushes and pull requests. */
export function gateWorkflow(places: Places): string {
  return oneStep(places, {
    name: 'Gate',
    on: { push: { branches: ['main'] }, pull_request: { types: ['opened', 'synchronize'] } },
    inputs: {
      'test-duration': '3s',
      baseline: 'branch',
      comment: 'always',
      criteria: 'requests.p95 <= baseline + 400%',
      artifacts: 'report,result,metrics,measurements,summary',
    },
  })
}

/** A test that runs until it is ended: no duration is stated that it could fall short of. */
export function longWorkflow(places: Places): string {
  return oneStep(places, {
    name: 'Long',
    on: { workflow_dispatch: { inputs: { 'on-cancel': { type: 'string', required: true } } } },
    inputs: {
      'test-type': 'benchmark',
      'on-cancel': '${{ inputs.on-cancel }}',
      criteria: 'requests.count > 0',
      artifacts: 'none',
    },
  })
}

/** The file that the job of such a workflow leaves in the results folder. */
export function leftFile(name: string, run: { id: number; run_attempt: number }): string {
  return `${name}-${run.id}-${run.run_attempt}.json`
}

function oneStep(
  { standIns, errthquakeUrl, results }: Places,
  given: { name: string; on: unknown; inputs: Record<string, string> },
): string {
  return stringify({
    name: given.name,
    on: given.on,
    jobs: {
      gate: {
        'runs-on': END_TO_END_OS,
        'timeout-minutes': 15,
        permissions: { contents: 'read', 'pull-requests': 'write' },
        steps: [
          { uses: `${standIns}/checkout@main` },
          {
            id: 'gate',
            uses: './',
            with: {
              provider: 'errthquake',
              'errthquake-url': errthquakeUrl,
              // The simulator's default token, which is not a secret.
              'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
              'test-input': 'customers.csv',
              'test-config': 'checkout.yaml',
              'virtual-users': 20,
              region: 'eu-west-1',
              'poll-interval': '1s',
              ...given.inputs,
            },
          },
          {
            name: 'Keep the results',
            if: 'always()',
            env: { GIVEN: '${{ toJSON(steps.gate) }}' },
            run: `printf '%s' "$GIVEN" > "${results}/${given.name}-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT.json"`,
          },
        ],
      },
    },
  })
}
