import type { Findings } from '../findings.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import { serviceNamed } from '../../providers/service.ts'
import type { Presentation } from '../../report/presentation.ts'
import { stepTitleOf } from './matrix-job-name.ts'
import { uploadOf } from './upload-artifacts.ts'
import { decide } from '../../verdict/outcome/decide.ts'
import type { Step } from '../step.ts'
import { workflowLinks } from './workflow-links.ts'

/** The HTML page. */
export const PAGE = 'summary.html'

/** What `presentationOf` needs besides the findings. */
type Setting = Pick<Step, 'inputs' | 'services' | 'context' | 'workflow' | 'times'>

/**
 * Everything that reports show, made from the findings. Secrets are removed here, because shortened or
 * escaped texts no longer show them. Measurements are too large for that: the code that writes them removes
 * the secrets from its output. What is found by their labels stays as it is, too.
 */
export function presentationOf(setting: Setting, findings: Findings): Presentation {
  const { measurements, baseline, againstUsual, ...others } = shownOf(setting, findings)
  return {
    ...scrubTexts(others, setting.workflow.scrub),
    ...(measurements !== undefined && { measurements }),
    ...(baseline !== undefined && { baseline }),
    ...(againstUsual !== undefined && { againstUsual }),
  }
}

/** The same presentation, with artifacts that were uploaded after it was made. */
export function withArtifacts(
  { workflow }: Pick<Setting, 'workflow'>,
  presented: Presentation,
  uploads: Findings['uploads'],
): Presentation {
  const { artifacts, ...found } = scrubTexts(
    { artifacts: artifactsOf(uploads), ...pageUrlOf(uploads) },
    workflow.scrub,
  )
  return { ...presented, artifacts, ...found }
}

function artifactsOf(uploads: Findings['uploads']): Presentation['artifacts'] {
  return uploads.map(({ name, url, id, sizeBytes }) => ({
    name,
    id,
    sizeBytes,
    ...(url !== undefined && { url }),
  }))
}

function pageUrlOf(uploads: Findings['uploads']): Pick<Presentation, 'pageUrl'> {
  const url = uploadOf(uploads, PAGE)?.url
  return url === undefined ? {} : { pageUrl: url }
}

function shownOf(setting: Setting, findings: Findings): Presentation {
  const { inputs, context } = setting
  const { verdict, measurements, baseline, againstUsual, collected, preflight, suggestions, trends } =
    findings
  const shown = verdict ?? decide({ criteria: [], failOn: inputs.failOn })
  const partial = (collected?.partial ?? []).map((text) => `Partial data: ${text}`)
  const warnings = [...(preflight?.warnings ?? []), ...partial, ...shown.warnings]
  const title = stepTitleOf(context.job, inputs.stepKey)
  return {
    ...(title !== undefined && { title }),
    verdict: { ...shown, warnings: [...new Set(warnings)] },
    ...(measurements !== undefined && { measurements }),
    ...(baseline !== undefined && { baseline }),
    ...(againstUsual !== undefined && { againstUsual }),
    ...(suggestions !== undefined && { suggestions }),
    ...(trends !== undefined && { trends }),
    run: runOf(setting, findings),
    workflow: workflowLinks(context),
    artifacts: artifactsOf(findings.uploads),
    ...pageUrlOf(findings.uploads),
    facts: [...factsOf(findings), ...timesOf(setting)],
    missingFiles: (collected?.missing ?? []).map(({ name, reason }) => `${name}: ${reason}`),
  }
}

function runOf({ inputs, context, services }: Setting, findings: Findings): Presentation['run'] {
  const { run, status, collected, measurements } = findings
  const executions = status?.executions ?? []
  const started = executions.flatMap((execution) => execution.startedAtMs ?? [])
  const finished = executions.flatMap((execution) => execution.finishedAtMs ?? [])
  const startedAtMs = started.length > 0 ? Math.min(...started) : measurements?.run.startedAtMs
  const finishedAtMs = finished.length > 0 ? Math.max(...finished) : measurements?.run.finishedAtMs
  const facts = collected?.facts ?? measurements?.run
  const provider = inputs.provider ?? facts?.provider
  const url = collected?.url ?? run?.url ?? measurements?.run.url
  const state =
    executions.length > 0 ? executions.map((execution) => execution.state).join(', ') : facts?.state
  return {
    ids: run?.executions.map((execution) => execution.id) ?? measurements?.run.ids ?? [],
    mode: inputs.mode,
    mostConfirming: inputs.confirm,
    attempt: context.attempt,
    ...(provider !== undefined && { service: serviceNamed(services, provider).title }),
    ...(url !== undefined && { url }),
    ...reportOf(findings),
    ...(state !== undefined && { state }),
    ...(facts?.test !== undefined && { test: facts.test }),
    ...(startedAtMs !== undefined && { startedAtMs }),
    ...(finishedAtMs !== undefined && { finishedAtMs }),
    ...(startedAtMs !== undefined &&
      finishedAtMs !== undefined && { durationMs: finishedAtMs - startedAtMs }),
    ...(run?.adopted === true && { adopted: true }),
    ...confirmingOf(findings),
  }
}

function confirmingOf({ confirming = [] }: Findings): Pick<Presentation['run'], 'confirming'> {
  const started = confirming.flatMap(({ run, collected }) => {
    if (run === undefined) return []
    const url = collected?.url ?? run.url
    return [{ ids: run.executions.map(({ id }) => id), ...(url !== undefined && { url }) }]
  })
  return started.length === 0 ? {} : { confirming: started }
}

function reportOf({ collected, uploads }: Findings): Pick<Presentation['run'], 'report'> {
  if (collected?.reportUrl !== undefined) return { report: { url: collected.reportUrl } }
  const archive = uploads.find(({ kinds }) => kinds.includes('report'))?.url
  return archive === undefined ? {} : { report: { url: archive, isArchive: true } }
}

/** Where the time went until now. */
function timesOf({ times: { text } }: Setting): Presentation['facts'] {
  return text === undefined ? [] : [['Time of this step', text]]
}

/** The provider's own facts, and the state of each execution if there are several. */
function factsOf({ preflight, status, confirming = [] }: Findings): Presentation['facts'] {
  const executions = status?.executions ?? []
  const states =
    executions.length < 2
      ? []
      : executions.map(({ id, label, state }): [string, string] => [`Run ${label}`.trim(), `${id} ${state}`])
  const revision =
    status?.revision === undefined ? [] : [['Revision tested', status.revision] as [string, string]]
  const confirmed = confirming.map(({ number, run, status: last, failure }): [string, string] => {
    const seen = last?.executions ?? []
    const known =
      seen.length > 0
        ? seen.map(({ id, state }) => `${id} ${state}`.trim())
        : (run?.executions ?? []).map(({ id }) => id)
    return [`Run ${number}, to confirm`, [...known, ...(failure === undefined ? [] : [failure])].join(', ')]
  })
  return [...(preflight?.facts ?? []), ...revision, ...states, ...confirmed]
}
