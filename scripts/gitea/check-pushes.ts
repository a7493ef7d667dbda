import { join } from 'node:path'
import type { StepsResult } from '../../test/workflow/check-steps.ts'
import { resultOf } from '../end-to-end/workflow.ts'
import { sha256Of, type Comment, type WorkflowRun } from './gitea-client.ts'
import { checkArtifacts, given, mustHaveSucceeded, workflowRun, type GivenStep, type Stage } from './stage.ts'

type Linked = StepsResult['artifacts'][number] & { url: string }

/**
 * Checks the end-to-end workflow and a gate with a baseline on a push to main. The first push has no baseline
 * yet.
 */
export async function checkPush(stage: Stage, headSha: string): Promise<void> {
  await checkEndToEnd(stage, 'push', headSha)
  const { step } = await gateOn(stage, 'push', headSha)
  stage.findings.expect(
    'the first push finds no baseline',
    step.outputs['outcome'] === 'inconclusive' && step.outputs['reason'] === 'baseline',
    `outcome ${step.outputs['outcome']}, reason ${step.outputs['reason']}`,
  )
}

/** Checks the same on a pull request: now there is a baseline, and a comment. Returns the comments. */
export async function checkPullRequest(stage: Stage, number: number, headSha: string): Promise<Comment[]> {
  await checkEndToEnd(stage, 'pull_request', headSha)
  const { run, step } = await gateOn(stage, 'pull_request', headSha)
  expectCompared(stage, step)
  const comments = await commentsOf(stage, number)
  stage.findings.expect(
    'the pull request has one comment, about this run',
    comments.length === 1 && isAbout(comments[0], run),
    `${comments.length} comments: ${comments.map(({ body }) => body.slice(0, 200)).join(' | ')}`,
  )
  await checkLinks(stage, 'comment', comments[0]?.body ?? '')
  return comments
}

/** Checks another push to the pull request, which already has a comment. */
export async function checkFurtherPush(
  stage: Stage,
  pullRequest: { number: number; comments: Comment[] },
  headSha: string,
): Promise<void> {
  const { run, step } = await gateOn(stage, 'pull_request', headSha)
  expectCompared(stage, step)
  const comments = await commentsOf(stage, pullRequest.number)
  const isSame = comments.length === 1 && comments[0]?.id === pullRequest.comments[0]?.id
  stage.findings.expect(
    'another push updates this comment in place',
    isSame && isAbout(comments[0], run),
    `comments ${comments.map(({ id }) => id).join(', ')}: ${comments.map(({ body }) => body.slice(0, 200)).join(' | ')}`,
  )
}

async function checkEndToEnd(stage: Stage, event: string, headSha: string): Promise<void> {
  const results = join(stage.results, event)
  const run = await workflowRun(stage, { file: 'e2e.yml', event, headSha })
  await mustHaveSucceeded(stage, run)
  stage.findings.say(`the end-to-end workflow on ${event}: ${JSON.stringify(resultOf(results).outcomes)}`)
  await checkArtifacts(stage, run, resultOf(results))
}

async function gateOn(
  stage: Stage,
  event: string,
  headSha: string,
): Promise<{ run: WorkflowRun; step: GivenStep }> {
  const run = await workflowRun(stage, { file: 'gate.yml', event, headSha })
  await mustHaveSucceeded(stage, run)
  const step = given(stage, 'Gate', run)
  stage.findings.say(`the gate on ${event}: ${step.outputs['outcome']}`)
  const artifacts = JSON.parse(step.outputs['artifacts'] ?? '[]') as Linked[]
  await checkArtifacts(stage, run, { artifacts, served: {} })
  await checkAddresses(stage, artifacts)
  return { run, step }
}

/** Follows the addresses in the outputs and in the summary, without being signed in. */
async function checkAddresses(stage: Stage, artifacts: Linked[]): Promise<void> {
  const { instance, findings } = stage
  const wrong: string[] = []
  for (const { name, url, sha256 } of artifacts) {
    const bytes = await instance.client.bytesAt(url)
    if (bytes === undefined || sha256Of(bytes) !== sha256) wrong.push(url)
    else if (name.endsWith('.summary.md')) await checkLinks(stage, 'summary', bytes.toString())
  }
  findings.expect('the artifact addresses return the artifacts', wrong.length === 0, wrong.join(', '))
}

async function checkLinks({ instance, findings }: Stage, where: string, markdown: string): Promise<void> {
  const links = new Set([...markdown.matchAll(/\]\(<?(https?:[^)>\s]+)/g)].map(([, url = '']) => url))
  const dead: string[] = []
  for (const url of links) if ((await instance.client.bytesAt(url)) === undefined) dead.push(url)
  const claim = `all ${links.size} links of the ${where} work`
  findings.expect(claim, links.size > 0 && dead.length === 0, dead.join(', '))
}

function expectCompared({ findings }: Stage, { outputs }: GivenStep): void {
  const criteria = JSON.parse(outputs['criteria'] ?? '[]') as { status: string; message: string }[]
  findings.expect(
    'the pull request is compared with the baseline saved by the push',
    outputs['outcome'] === 'passed' && criteria.length === 1 && criteria[0]?.status === 'passed',
    `outcome ${outputs['outcome']}; ${criteria.map(({ status, message }) => `${status} ${message}`).join('; ')}`,
  )
}

async function commentsOf({ instance, repository }: Stage, number: number): Promise<Comment[]> {
  return await instance.client.get<Comment[]>(`/repos/${repository}/issues/${number}/comments`)
}

/** The comment links to the workflow run that last wrote it. */
function isAbout(comment: Comment | undefined, run: WorkflowRun): boolean {
  return new RegExp(`/actions/runs/${run.id}\\b`).test(comment?.body ?? '')
}
