import { formatDuration, isoTime } from '../duration.ts'
import type { Findings } from '../findings.ts'
import type { Inputs } from '../inputs.ts'
import { escapeMarkdown } from './escape.ts'

const MARKS: Record<string, string> = {
  passed: '✅',
  started: '▶️',
  failed: '❌',
  error: '❌',
  'timed-out': '⏱️',
  inconclusive: '⚠️',
  cancelled: '🚫',
}
const TITLES: Record<Inputs['provider'], string> = { xtc: 'XTC', errthquake: 'Errthquake' }

/** The job summary: the verdict first, then what was run and where its results are. */
export function summaryMarkdown({ inputs, findings }: { inputs: Inputs; findings: Findings }): string {
  const { conclusion, collected, uploads } = findings
  const outcome = conclusion?.outcome ?? 'error'
  const reason = conclusion?.reason ? ` (${conclusion.reason})` : ''
  const blocks = [
    `### ${MARKS[outcome] ?? ''} Load test ${outcome}${reason}: ${escapeMarkdown(conclusion?.message ?? '')}`,
    table(['', TITLES[inputs.provider]], factsOf(findings)),
  ]
  if (uploads.length > 0) {
    const rows = uploads.map((upload) => [
      `[${escapeMarkdown(upload.name)}](${encodeURI(upload.url)})`,
      sizeText(upload.sizeBytes),
    ])
    blocks.push(table(['Artifact', 'Size'], rows, { raw: true }))
  }
  for (const file of collected?.missing ?? [])
    blocks.push(`⚠️ ${escapeMarkdown(file.name)} is missing: ${escapeMarkdown(file.reason)}`)
  for (const text of collected?.partial ?? []) blocks.push(`⚠️ Partial data: ${escapeMarkdown(text)}`)
  for (const warning of findings.preflight?.warnings ?? []) blocks.push(`⚠️ ${escapeMarkdown(warning)}`)
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function factsOf({ preflight, run, status, collected }: Findings): string[][] {
  const rows: string[][] = [...(preflight?.facts ?? [])]
  const executions: Row[] =
    status?.executions ?? run?.executions.map(({ id, label }) => ({ id, label, state: '' })) ?? []
  for (const execution of executions) {
    const name = execution.label === '' ? 'Run' : `Run ${execution.label}`
    rows.push([name, `${execution.id} ${execution.state}${spanOf(execution)}`])
  }
  if (run?.adopted) rows.push(['Adopted', 'found after an unclear answer; not stopped by this step'])
  const url = collected?.url ?? run?.url
  if (url !== undefined) rows.push(['Page', url])
  return rows
}

interface Row {
  id: string
  label: string
  state: string
  startedAtMs?: number
  finishedAtMs?: number
}

function spanOf(execution: Row): string {
  const { startedAtMs, finishedAtMs } = execution
  if (startedAtMs === undefined) return ''
  const lasted = finishedAtMs === undefined ? '' : `, ${formatDuration(finishedAtMs - startedAtMs)}`
  return `, started ${isoTime(startedAtMs)}${lasted}`
}

function table(head: string[], rows: string[][], options: { raw?: boolean } = {}): string {
  if (rows.length === 0) return ''
  const cell = (text: string): string =>
    options.raw ? text : /^https?:\/\/\S+$/.test(text) ? linkTo(text) : escapeMarkdown(text)
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n')
}

function linkTo(url: string): string {
  return URL.canParse(url) ? `[${escapeMarkdown(url)}](<${new URL(url).href}>)` : escapeMarkdown(url)
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
