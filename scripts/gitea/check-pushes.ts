import { join } from 'node:path'
import type { StepsResult } from '../../test/workflow/check-steps.ts'
import { resultOf } from '../end-to-end/workflow.ts'
import { sha256Of, type Comment, type WorkflowRun } from './gitea-client.ts'
import { checkArtifacts, given, mustHaveSucceeded, workflowRun, type GivenStep, type Stage } from './stage.ts'

type Linked = StepsResult['artifacts'][number] & { url: string }

/** The end-to-end workflow and a gate with a baseline, on a push to main; the first push has nothing to compare with. */
export async function checkPush(stage: Stage, headSha: string): Promise<void> {
  await checkEndToEnd(stage, 'push', headSha)
  const { step } = await gateOn(stage, 'push', headSha)
  stage.findings.expect(
    'the first push finds no baseline',
    step.outputs['outcome'] === 'inconclusive' && step.outputs['reason'] === 'baseline',
    `outcome ${step.outputs['outcome']}, reason ${step.outputs['reason']}`,
  )
}

/** The same on a pull request: now there is a baseline, and a comment. Gives the comment. */
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

/** A further push to the pull request, whose comment is there already. */
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
    'a further push updates this comment in place',
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

/** The addresses that the outputs give, and those in the summary, as somebody follows them who is not signed in. */
async function checkAddresses(stage: Stage, artifacts: Linked[]): Promise<void> {
  const { instance, findings } = stage
  const wrong: string[] = []
  for (const { name, url, sha256 } of artifacts) {
    const bytes = await instance.client.bytesAt(url)
    if (bytes === undefined || sha256Of(bytes) !== sha256) wrong.push(url)
    else if (name.endsWith('.summary.md')) await checkLinks(stage, 'summary', bytes.toString())
  }
  findings.expect('the addresses of the artifacts lead to them', wrong.length === 0, wrong.join(', '))
}

async function checkLinks({ instance, findings }: Stage, where: string, markdown: string): Promise<void> {
  const links = new Set([...markdown.matchAll(/\]\(<?(https?:[^)>\s]+)/g)].map(([, url = '']) => url))
  const dead: string[] = []
  for (const url of links) if ((await instance.client.bytesAt(url)) === undefined) dead.push(url)
  const claim = `all ${links.size} links of the ${where} lead somewhere`
  findings.expect(claim, links.size > 0 && dead.length === 0, dead.join(', '))
}

function expectCompared({ findings }: Stage, { outputs }: GivenStep): void {
  const criteria = JSON.parse(outputs['criteria'] ?? '[]') as { status: string; message: string }[]
  findings.expect(
    'the pull request is compared with the baseline that the push kept',
    outputs['outcome'] === 'passed' && criteria.length === 1 && criteria[0]?.status === 'passed',
    `outcome ${outputs['outcome']}; ${criteria.map(({ status, message }) => `${status} ${message}`).join('; ')}`,
  )
}

async function commentsOf({ instance, repository }: Stage, number: number): Promise<Comment[]> {
  return await instance.client.get<Comment[]>(`/repos/${repository}/issues/${number}/comments`)
}

/** It links to the workflow run that wrote it last. */
function isAbout(comment: Comment | undefined, run: WorkflowRun): boolean {
  return new RegExp(`/actions/runs/${run.id}\\b`).test(comment?.body ?? '')
}
