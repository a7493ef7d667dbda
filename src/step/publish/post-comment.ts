import { commentTarget, type CommentTarget } from './comment-target.ts'
import type { Inputs } from '../../inputs/parse-inputs.ts'
import { ActionError, messageOf } from '../../foundation/errors.ts'
import { createGitHub, type GitHub } from '../../platform/github/github.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import type { Workflow, WorkflowContext } from '../../foundation/ports.ts'
import { commentRowOf, type CommentSubject } from '../../report/comment/comment.ts'
import type { CommentRow } from '../../report/comment/comment-rows.ts'
import { syncComment, warningOf } from './sync-comment.ts'
import type { Presentation } from '../../report/presentation.ts'
import { matrixJobName } from './matrix-job-name.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Step } from '../step.ts'

export type Commenting = Pick<Step, 'context' | 'log' | 'http' | 'github'> & {
  inputs: Pick<Inputs, 'comment' | 'stepKey'>
  workflow: Pick<Workflow, 'scrub'>
}

/** The time limit for everything together: a comment must not delay a known verdict for long. */
const WHOLE_MS = 60_000

/** Writes the verdict to the pull request's comment. Never throws: problems are logged as warnings. */
export async function commentOn(ports: Commenting, presented: Presentation): Promise<void> {
  await bounded(ports, async (github, http) => {
    const target = await commentTarget(ports.context, github)
    if ('none' in target) {
      // If the server lacks a feature, that is logged only at debug level, because it would be repeated on
      // every push.
      ports.log[target.unknown === true ? 'debug' : 'info'](`No pull-request comment: ${target.none}.`)
      return
    }
    const row = rowOf(ports, presented)
    for (const number of target.pullRequests) await commentOnOne({ ...ports, http }, github, row, number)
  })
}

/** What mode `check` found out about the comment, as texts. */
export interface CommentCheck {
  lines: string[]
  warnings: string[]
  /** GitHub refuses the token, so no comment can be written. */
  refusals: string[]
}

/** For mode `check`: whether a comment could be written. Writes nothing. */
export async function checkComment(ports: Commenting): Promise<CommentCheck> {
  const found: CommentCheck = { lines: [], warnings: [], refusals: [] }
  await bounded({ ...ports, warn: (text) => found.warnings.push(text) }, async (github) => {
    const target = await commentTarget(ports.context, github)
    if ('none' in target) {
      found.lines.push(`Pull-request comment: not checked, because ${target.none}.`)
      return
    }
    await checkTarget(ports, github, target, found)
  })
  return found
}

async function checkTarget(
  { context }: Commenting,
  github: GitHub,
  target: Exclude<CommentTarget, { none: string }>,
  found: CommentCheck,
): Promise<void> {
  for (const number of target.pullRequests) {
    try {
      const login = await github.comments(context.repository, number).viewerLogin()
      const refusal = await github.refusalOfComment(context.repository, number)
      if (refusal instanceof HttpError) throw refusal
      found.lines.push(
        refusal === undefined
          ? `Pull-request comment: ${login} may write to #${number}.`
          : `Pull-request comment: ${login} would write to #${number}; this server does not say beforehand whether it may.`,
      )
    } catch (error) {
      if (!isRefusal(error)) throw error
      // Only a warning for a fork, because its token cannot be changed.
      const told = context.withoutSecrets === undefined ? found.refusals : found.warnings
      told.push(warningOf(error) + hintFor(context))
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof HttpError && [401, 403, 404].includes(error.status ?? 0)
}

async function commentOnOne(
  { context, inputs, log, http }: Commenting,
  github: GitHub,
  row: CommentRow,
  number: number,
): Promise<void> {
  const { clock, random, signal } = http
  const written = await syncComment(subjectOf(context), row, {
    api: github.comments(context.repository, number),
    sleep: (ms) => clock.sleep(ms, signal()),
    random,
    // With `on-failure`, a passed run only updates a comment that exists.
    onlyExisting: inputs.comment === 'on-failure' && isFine(row),
  })
  // The time limit and a cancellation abort the requests. Throwing here avoids one warning per comment: the
  // caller logs the reason once.
  signal().throwIfAborted()
  for (const warning of written.warnings) log.warning(warning + hintFor(context))
  if (written.status === 'written')
    log.info(`Pull-request comment on #${number}${written.url === undefined ? '' : `: ${written.url}`}`)
}

function isFine({ outcome }: CommentRow): boolean {
  return outcome === 'passed' || outcome === 'started'
}

const HINTS = {
  fork: ' This pull request comes from a fork.',
  dependabot: ' Dependabot started this run.',
}

function hintFor({ withoutSecrets }: WorkflowContext): string {
  return withoutSecrets === undefined ? '' : HINTS[withoutSecrets]
}

class TookTooLong extends ActionError {
  readonly code = 'took-too-long'
}

/** Runs the work with requests that are aborted by a cancellation, and by the time limit for everything. */
async function bounded(
  ports: Commenting & { warn?: (text: string) => void },
  work: (github: GitHub, http: HttpPorts) => Promise<void>,
): Promise<void> {
  const { http, context, log } = ports
  const warn = ports.warn ?? ((text: string) => log.warning(text))
  if (!/^[\w.-]+\/[\w.-]+$/.test(context.repository))
    return log.info('No pull-request comment: there is no repository.')
  // Forks get no secrets, so a token from a secret is empty there. That must not fail the step.
  if (ports.github.token === '')
    return warn(`No pull-request comment: the input github-token is empty.${hintFor(context)}`)
  const limit = new AbortController()
  const done = new AbortController()
  const late = http.clock.sleep(WHOLE_MS, done.signal).then(
    () => limit.abort(new TookTooLong(`GitHub took longer than ${WHOLE_MS / 1000} s`)),
    () => undefined,
  )
  const signal = AbortSignal.any([limit.signal, http.signal()])
  const within = { ...http, signal: () => signal }
  try {
    await work(createGitHub(within, ports.github), within)
  } catch (error) {
    // After a cancellation, warnings about the comment are of no use.
    if (!http.signal().aborted) warn(warningOf(error) + hintFor(context))
    log.debug(messageOf(error))
  } finally {
    done.abort(new Error('done'))
    await late
  }
}

/** The workflow's file, not its name, because names change and may be used twice. */
function subjectOf({ workflow, workflowRef, job, actionId }: WorkflowContext): CommentSubject {
  return { workflow: workflowRef.replace(/@.*$/, '') || workflow, job, step: actionId }
}

function rowOf({ context, inputs, workflow }: Commenting, presented: Presentation): CommentRow {
  const row = commentRowOf(presented, {
    key: inputs.stepKey,
    title: matrixJobName(inputs.stepKey),
    workflowRunId: Number(context.runId) || 0,
    attempt: context.attempt,
    commit: context.headSha ?? context.sha,
  })
  // Secrets are removed here, because they would not be recognized in the encoded rows.
  return scrubTexts(row, workflow.scrub)
}
