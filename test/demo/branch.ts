// Plays a branch: eight runs of main, then pull requests that are as fast as main, and 5, 10 and 30 % slower.
// Shows what a limit from the usual says about each of them.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pullRequest } from '../attacks/planted-entries.ts'
import { runAction, type StepOptions, type StepResult } from '../runner/run-action.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'

const RUNS_OF_MAIN = 8
const SLOWER = [0, 0.05, 0.1, 0.3]
const CRITERIA = 'requests["*"].p95 <= usual + 5%'
/**
 * Enough to make random differences between runs small. With a hundredth of that, no difference could be
 * detected.
 */
const REQUESTS = 60_000

export interface PlayedPull {
  slower: number
  outcome: string
  reason: string
  message: string
}

interface Branch {
  simulator: Simulator
  directory: string
  say: (text: string) => void
}

/** `directory` is emptied first; the files of each pull request's step stay there. */
export async function playBranch(
  directory: string,
  say: (text: string) => void,
  requests = REQUESTS,
): Promise<PlayedPull[]> {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const simulator = await startSimulator({
    xltData: { lines: requests },
    xtc: { run: { speed: 4, archiveDelayMs: 0 } },
  })
  const branch = { simulator, directory, say }
  try {
    for (let run = 1; run <= RUNS_OF_MAIN; run++) {
      const { outputs } = await runOf(branch, `main-${run}`, { environment: simulator.environment() })
      say(`main, run ${run} of ${RUNS_OF_MAIN}: ${outputs['outcome']}${withReason(outputs['reason'])}\n`)
    }
    const played: PlayedPull[] = []
    for (const [index, slower] of SLOWER.entries()) played.push(await pullOf(branch, index + 1, slower))
    return played
  } finally {
    await simulator.close()
  }
}

async function pullOf(branch: Branch, number: number, slower: number): Promise<PlayedPull> {
  const { simulator, directory, say } = branch
  simulator.xltData.slowness = 1 + slower
  const name = `pull-${number}`
  const { outputs } = await runOf(branch, name, pullRequest(simulator, number))
  const criteria = JSON.parse(outputs['criteria'] ?? '[]') as { message: string }[]
  const played = {
    slower,
    outcome: outputs['outcome'] ?? '',
    reason: outputs['reason'] ?? '',
    message: criteria[0]?.message ?? '',
  }
  const speed = slower === 0 ? 'as fast as main' : `${Math.round(slower * 100)}% slower`
  say(
    `\nPull request ${number}, ${speed}: ${played.outcome}${withReason(played.reason)}\n  ${played.message}\n`,
  )
  say(`  page: ${join(outputs['output-directory'] ?? directory, 'summary.html')}\n`)
  return played
}

async function runOf(
  { simulator, directory }: Branch,
  name: string,
  { environment }: Partial<StepOptions>,
): Promise<StepResult> {
  return await runAction({
    inputs: {
      provider: 'xtc',
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': 'Checkout nightly',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
      criteria: CRITERIA,
      baseline: 'branch',
      artifacts: 'none',
      'poll-interval': '1s',
    },
    directory: join(directory, name),
    environment: { ...environment, GITHUB_RUN_ID: String(1000 + simulator.xtc.runs.length) },
  })
}

const withReason = (reason = ''): string => (reason === '' ? '' : ` (${reason})`)
