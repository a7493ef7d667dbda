import { expect, test } from 'vitest'
import { GateError } from '../../../src/foundation/errors.ts'
import type { Log, Workflow } from '../../../src/foundation/ports.ts'
import { FileError } from '../../../src/platform/files/file-errors.ts'
import { failStep } from '../../../src/program/fail-step.ts'
import type { RunHandle } from '../../../src/providers/provider.ts'
import type { Findings } from '../../../src/step/findings.ts'
import { decide } from '../../../src/verdict/outcome/decide.ts'
import { parseInputs } from '../../../src/inputs/parse-inputs.ts'
import { contextOf } from '../inputs/workflow-context.ts'

const RUN: RunHandle = {
  provider: 'xtc',
  executions: [{ id: '41', label: '' }],
  startedAtMs: 0,
  url: 'https://xtc.example/41',
}
const BROKEN = new TypeError("Cannot read properties of undefined (reading 'length')")

/** Fails the step, and returns what the runner received; outputs in `refused` are not accepted. */
async function failStepWith(
  findings: Partial<Findings>,
  error: unknown,
  refused: string[] = [],
  failOn?: string,
  annotations = true,
) {
  const outputs: Record<string, string> = {}
  const states: unknown[] = []
  const lines: string[] = []
  let summary = ''
  const log: Log = {
    info: (text) => void lines.push(text),
    notice: (text) => void lines.push(text),
    warning: (text) => void lines.push(`warning: ${text}`),
    error: (text, { file, line, column } = {}) =>
      void lines.push(`error: ${text}${file === undefined ? '' : ` (${file}:${line}:${column})`}`),
    debug: () => undefined,
    group: async (_title, work) => await work(),
  }
  const workflow: Workflow = {
    output: (name, value) => {
      if (refused.includes(name)) throw new Error(`no space for ${name}`)
      outputs[name] = value
    },
    saveState: (_name, value) => {
      if (refused.includes('state')) throw new Error('no space for the state')
      states.push(JSON.parse(value))
    },
    readState: () => '',
    summary: async (markdown) => {
      if (refused.includes('summary')) throw new Error('no space for the summary')
      summary += markdown
    },
    scrub: (text) => text,
    secret: () => undefined,
  }
  const given: Record<string, string> = {
    provider: 'errthquake',
    mode: 'check',
    'errthquake-token': 'abcd1234= 5678',
    'test-input': 'a.csv',
    'test-config': 'a.yaml',
    'virtual-users': '1',
    'test-duration': '1m',
    region: 'eu-west-1',
    'fail-on': failOn ?? '',
  }
  const inputs = await parseInputs((name) => given[name] ?? '', [], contextOf())
  const exitCode = await failStep(
    { log, workflow, summary: true, annotations, ...(failOn !== undefined && { inputs }) },
    { uploads: [], ...findings },
    error,
  )
  return { exitCode, outputs, states, lines, summary }
}

test.each([
  [new GateError('bad-input', "Input 'x' is wrong."), 'bad-input'],
  [new FileError('/files: the disk is full.'), 'bad-input'],
  [BROKEN, 'internal'],
])('before the start, %s: nothing was started, and post has nothing to do', async (error, reason) => {
  const { exitCode, outputs, states, lines, summary } = await failStepWith({}, error, [], 'none')
  expect([exitCode, outputs, states]).toEqual([1, { outcome: 'error', reason }, [{ phase: 'over' }]])
  expect(lines).toHaveLength(1)
  expect(summary).toContain('Nothing was started')
})

test('faults in files are shown at their places too, unless annotations are off', async () => {
  const faults = Array.from({ length: 12 }, (_, index) => ({
    text: `Fault ${index}.`,
    place: { file: 'perf/checkout.yaml', line: index + 1, column: 5 },
  }))
  const error = new GateError('bad-input', 'All of them.', { placed: faults })
  const { lines } = await failStepWith({}, error)
  // With the message itself, as many as GitHub keeps.
  expect(lines).toHaveLength(10)
  expect(lines.slice(0, 2)).toEqual(['error: All of them.', 'error: Fault 0. (perf/checkout.yaml:1:5)'])
  expect((await failStepWith({}, error, [], undefined, false)).lines).toEqual(['error: All of them.'])
})

test('after the start, id, page and state stay, and the reason is internal', async () => {
  const status = { executions: [{ id: '41', label: '', stage: 'running' as const, state: 'RUNNING' }] }
  const { exitCode, outputs, states, lines, summary } = await failStepWith({ run: RUN, status }, BROKEN)
  expect(exitCode).toBe(1)
  expect(outputs).toEqual({
    outcome: 'error',
    reason: 'internal',
    'run-id': '41',
    'run-url': 'https://xtc.example/41',
    state: 'RUNNING',
  })
  // The state saved by main says that the run is active, so nothing replaces it.
  expect(states).toEqual([])
  expect(lines).toEqual([
    `error: Something broke inside the action after the run had started: ${BROKEN.message}. Run: 41. Page: https://xtc.example/41 If it is still active, the post step stops it, or names it if it cannot.`,
  ])
  expect(summary).toContain('after the run had started')
  expect(summary).not.toContain('Nothing was started')
})

test('every output that the runner accepts is set, although it rejects others', async () => {
  const { outputs, lines } = await failStepWith({ run: RUN }, BROKEN, ['run-id', 'reason', 'summary'])
  expect(outputs).toEqual({ outcome: 'error', 'run-url': 'https://xtc.example/41' })
  expect(lines.filter((line) => line.startsWith('error: '))).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('warning: '))).toHaveLength(3)
})

test('earlier results are not lost: an error keeps its reason, a verdict is reported', async () => {
  const concluded = (reason: 'contact-lost' | 'remote-failed'): Findings['verdict'] =>
    decide({ failure: { reason, message: 'What happened.' }, criteria: [], failOn: new Set(['run']) })
  const lost = await failStepWith({ run: RUN, verdict: concluded('contact-lost')! }, BROKEN)
  expect(lost.outputs['reason']).toBe('contact-lost')
  expect(lost.lines[0]).toMatch(/^error: What happened\. Besides: Something broke inside the action/)
  const passed = decide({ criteria: [], failOn: new Set() })
  const judged = await failStepWith({ run: RUN, verdict: passed }, BROKEN)
  expect(judged.outputs['reason']).toBe('internal')
  expect(judged.lines[0]).toContain("Before that, the outcome was 'passed'")
})

test('fail-on decides whether the step fails once a run has started', async () => {
  expect((await failStepWith({ run: RUN }, BROKEN, [], 'run')).exitCode).toBe(1)
  const quiet = await failStepWith({ run: RUN }, BROKEN, [], 'none')
  expect(quiet.exitCode).toBe(0)
  expect(quiet.lines.filter((line) => line.startsWith('error: '))).toEqual([])
})

test('a run that mode start would leave to others is handed to post, because nobody else knows of it', async () => {
  const verdict = decide({ started: true, criteria: [], failOn: new Set(['run']) })
  const { states } = await failStepWith({ run: RUN, verdict }, BROKEN)
  expect(states).toEqual([{ phase: 'active', run: RUN, stopDue: true }])
})

test('while a start request may have had an effect, the state stays, and the reason says so', async () => {
  const { outputs, states, summary, lines } = await failStepWith({ mayHaveStarted: true }, BROKEN)
  expect(outputs).toEqual({ outcome: 'error', reason: 'start-unknown' })
  expect(states).toEqual([])
  expect(lines[0]).toContain('It may be active; the post step looks for it.')
  expect(summary).not.toContain('Nothing was started')
})
