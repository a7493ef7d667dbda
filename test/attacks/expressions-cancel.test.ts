import { execFileSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { given } from '../e2e/gate-tools.ts'
import { scenario } from '../e2e/scenario.ts'
import type { StepOptions } from '../runner/run-action.ts'

/** The ids of a process's children. */
function childrenOf(pid: number | undefined): string[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')
  const pairs = rows.map((row) => row.trim().split(/\s+/))
  return pairs.flatMap(([child = '', parent]) => (parent === String(pid) ? [child] : []))
}

/** Whether a process still does anything, unlike one that has ended and that nobody has asked for its exit code. */
function isRunning(pid: string): boolean {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' }).split('\n')
  return rows.some((row) => {
    const [one, state = ''] = row.trim().split(/\s+/)
    return one === pid && !state.startsWith('Z')
  })
}

/** The process would end by itself after a minute. */
const AT_ONCE_MS = 20_000

test('a cancel ends an endless expression at once', { timeout: 300_000 }, () =>
  scenario({}, async ({ xtc, directory }) => {
    const file = await given(
      directory,
      'gate.json',
      '{ "criteria": [{ "id": "x", "condition": "count(for $i in 1 to 1000000000 return $i) > 0" }] }',
    )
    let stop: (() => void) | undefined
    let started: string[] = []
    const options: Partial<StepOptions> = {
      onMain: (main) => {
        const timer = setInterval(() => {
          // The process of the early check ends by itself, before anything is downloaded.
          started = downloaded ? childrenOf(main.pid) : []
          if (started.length > 0) {
            clearInterval(timer)
            main.kill('SIGINT')
          }
        }, 100)
        stop = () => clearInterval(timer)
      },
      onOutput: (text) => {
        downloaded ||= text.includes('report.tar.gz')
      },
    }
    let downloaded = false
    const result = await xtc({ 'criteria-file': file }, options)
    stop?.()
    expect(result.outputs).toMatchObject({ outcome: 'cancelled' })
    expect(started).toHaveLength(1)
    // The signal that ends it may take effect a little after main has ended.
    await vi.waitUntil(() => !started.some(isRunning), { timeout: AT_ONCE_MS })
  }),
)
