import { dirname, join } from 'node:path'
import type { Cancellation } from '../platform/runner/cancellation.ts'
import { beginProgram } from './begin-program.ts'
import { composeJudge, composeStep } from './compose.ts'
import { failStep } from './fail-step.ts'
import { parseInputs, type Inputs } from '../inputs/parse-inputs.ts'
import type { Findings } from '../step/findings.ts'
import { systemClock } from '../platform/clock.ts'
import { holdCompilers } from '../platform/runner/compilers.ts'
import { readContext } from '../platform/runner/context.ts'
import { uncheckedCertificates } from '../platform/http/certificate-trouble.ts'
import { inputNames, readInput } from '../platform/runner/workflow.ts'
import type { Log, WorkflowContext } from '../foundation/ports.ts'
import { readCriteria } from '../inputs/read-criteria.ts'
import { createXPathJudge, type XPathJudge } from '../criteria/xpath/xpath-judge.ts'
import { SERVICES } from '../providers/services.ts'
import { runIsolated } from '../platform/isolation/run-isolated.ts'
import type { AnnotationContext } from '../report/log/annotations.ts'
import type { Presentation } from '../report/presentation.ts'
import { runStep } from '../step/run-step.ts'
import { saveRemoteFiles } from '../step/traces/remote-files-state.ts'
import { saveRunState } from '../step/traces/run-state.ts'

/** The runner sends SIGINT, later SIGTERM; on Windows CTRL_C and CTRL_BREAK arrive as SIGINT and SIGBREAK. */
export function listenForCancel(cancellation: Cancellation): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const)
    process.on(signal, () => cancellation.cancel())
}

/** The main program; returns the exit code. This is the only place that fails the step. */
export async function runMain(env: NodeJS.ProcessEnv, cancellation: Cancellation): Promise<0 | 1> {
  if (readInput('mode').toLowerCase() !== 'judge') holdCompilers()
  let annotations = readInput('annotations').toLowerCase() !== 'false'
  const { log, workflow, proxyFaults } = beginProgram(env, () => annotations)
  const context = readContext(env)
  const findings: Findings = { uploads: [] }
  let known: Inputs | undefined
  try {
    // Comes first: post gets what main saved, not a variable that an earlier step planted.
    saveRunState(workflow, { phase: 'none' })
    saveRemoteFiles(workflow, [])
    const networkFaults = [...proxyFaults, ...uncheckedCertificates(env)].map((text) => ({ text }))
    const workspace = env['GITHUB_WORKSPACE'] || process.cwd()
    const xpath = isolatedXPath(cancellation)
    const { entries, faults } = await readCriteria(readInput, workspace, xpath)
    const inputs = await parseInputs(readInput, inputNames(env), context, {
      further: [...networkFaults, ...faults],
      workspace,
    })
    annotations = inputs.annotations
    known = inputs
    const ports = { log, workflow, context, env, xpath, services: SERVICES }
    const { presented } =
      inputs.mode === 'judge'
        ? await (
            await import('../step/judge/judge-again.ts')
          ).judgeAgain(await composeJudge(ports, inputs, entries, cancellation))
        : await runStep(await composeStep(ports, inputs, entries, cancellation), findings)
    await sayAll(log, presented, annotations, { ...workflowFile(context), nowMs: systemClock.now() })
    return presented.verdict.failsStep ? 1 : 0
  } catch (error) {
    const summary = readInput('summary').toLowerCase() !== 'false'
    return await failStep(
      { log, workflow, summary, annotations, ...(known !== undefined && { inputs: known }) },
      findings,
      error,
    )
  }
}

/** Evaluates XPath in the neighboring bundle, in separate processes. */
function isolatedXPath({ signal }: Cancellation): XPathJudge {
  const entryPath = join(dirname(process.argv[1] ?? ''), '..', 'xpath', 'index.js')
  return createXPathJudge({
    clock: systemClock,
    signal,
    isolate: (isolated) => runIsolated({ ...isolated, entryPath }),
  })
}

async function sayAll(
  log: Log,
  presented: Presentation,
  annotations: boolean,
  context: AnnotationContext,
): Promise<void> {
  // Loaded only here, because a run that waits for hours doesn't need it.
  const { closingLines, criteriaLines } = await import('../report/log/log-table.ts')
  const { suggestionLines } = await import('../report/log/suggestion-lines.ts')
  const { annotationsFor } = await import('../report/log/annotations.ts')
  for (const line of [...criteriaLines(presented), ...suggestionLines(presented), ...closingLines(presented)])
    log.info(line)
  const notes = annotationsFor(presented.verdict, context)
  // A failed step must say why, even if annotations are off.
  for (const { level, message, title, file, line } of annotations ? notes : notes.slice(0, 1)) {
    if (!annotations && level !== 'error') continue
    const place = { title, ...(file !== undefined && { file }), ...(line !== undefined && { line }) }
    if (level === 'error') log.error(message, place)
    else if (level === 'warning') log.warning(message, place)
    else log.notice(message, place)
  }
}

/**
 * Inline criteria are in the workflow's file; for a reusable workflow, the caller's file is the best that is
 * known.
 */
function workflowFile({ workflowRef, repository }: WorkflowContext): { workflowFile?: string } {
  const path = workflowRef.replace(/@.*$/, '')
  return path.startsWith(`${repository}/`) ? { workflowFile: path.slice(repository.length + 1) } : {}
}
