import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Simulator } from '../../test/simulator/simulator.ts'
import { artifactFaults, artifactLines } from '../end-to-end/compare-artifacts.ts'
import { lastLines } from '../run-process.ts'
import type { WorkflowRun } from './gitea-client.ts'
import type { Instance } from './instance.ts'
import { waitFor } from './wait-for.ts'
import { leftFile } from './workflows.ts'

const RUN_WITHIN_MS = 10 * 60_000

/** A step as in the `steps` context of its workflow. */
export interface GivenStep {
  outcome: string
  outputs: Record<string, string>
}

/** What the checks work with, and where they write their findings. */
export interface Stage {
  instance: Instance
  simulator: Simulator
  /** `<owner>/<name>` */
  repository: string
  results: string
  findings: Findings
}

export class Findings {
  readonly faults: string[] = []
  readonly #say: (text: string) => void

  constructor(say: (text: string) => void) {
    this.#say = say
  }

  say(text: string): void {
    this.#say(`  ${text}`)
  }

  /** `seen` says what was found instead if the claim is false. */
  expect(claim: string, holds: boolean, seen: string): void {
    this.say(holds ? `passed: ${claim}` : `FAILED: ${claim} (${seen})`)
    if (!holds) this.faults.push(`${claim}: ${seen}`)
  }
}

export type Wanted = { file: string; event: string; headSha: string } | { id: number; attempt: number }

/** Waits until a workflow run has started or ended, depending on `until`. */
export async function workflowRun(
  { instance, repository }: Stage,
  wanted: Wanted,
  until: (run: WorkflowRun) => boolean = ({ status }) => status === 'completed',
): Promise<WorkflowRun> {
  const what = 'id' in wanted ? `run ${wanted.id}` : `${wanted.file} on ${wanted.event}`
  const { client, programs } = instance
  return await waitFor({ what, withinMs: RUN_WITHIN_MS, check: () => programs.check() }, async () =>
    (await client.runs(repository)).find((run) => isWanted(run, wanted) && until(run)),
  )
}

function isWanted(run: WorkflowRun, wanted: Wanted): boolean {
  if ('id' in wanted) return run.id === wanted.id && run.run_attempt === wanted.attempt
  const file = run.path.split('@')[0]?.split('/').at(-1)
  return file === wanted.file && run.event === wanted.event && run.head_sha === wanted.headSha
}

/** Throws if a run did not succeed, with the end of its log, because the following checks depend on it. */
export async function mustHaveSucceeded({ instance, repository }: Stage, run: WorkflowRun): Promise<void> {
  if (run.conclusion === 'success') return
  // Masks are written as separate lines, hundreds of them.
  const log = (await instance.client.log(repository, run.id)).replace(/^\S+ \*\*\*\r?\n/gm, '')
  throw new Error(`${run.path} on ${run.event} ended with ${run.conclusion}.\n${lastLines(log, 60)}`)
}

/** What the only step of a workflow returned. */
export function given({ results }: Stage, name: string, run: WorkflowRun): GivenStep {
  return JSON.parse(readFileSync(join(results, leftFile(name, run)), 'utf8')) as GivenStep
}

/** Compares the artifacts in Gitea with what the steps sent. */
export async function checkArtifacts(
  { instance, repository, findings }: Stage,
  run: WorkflowRun,
  sent: Parameters<typeof artifactFaults>[1],
): Promise<void> {
  const arrived = await instance.client.artifacts(repository, run.id)
  for (const line of artifactLines(arrived, sent.served)) findings.say(line)
  const faults = artifactFaults(arrived, sent)
  findings.expect(
    `${sent.artifacts.length} artifacts have the bytes that were sent`,
    faults.length === 0,
    faults.join('; '),
  )
}
