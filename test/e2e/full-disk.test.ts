import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { StepOptions } from '../runner/run-action.ts'
import { mayMount, onDisk } from './mounted-disk.ts'
import { errorsIn, scenario, type Scenario } from './scenario.ts'

const LONG = { 'test-duration': '5m', artifacts: 'none' }
if (!mayMount)
  console.warn('No small disk can be mounted here (root on Linux): tests of a full disk are skipped.')

/** Used only for the runner's own files. */
const SMALL = 'size=64k'

const PAGE_BYTES = 4096

/** Fills the disk completely, including the unused part of the page with the outputs so far. */
function fill(disk: string): void {
  const outputs = join(disk, 'command-output')
  const used = (statSync(outputs, { throwIfNoEntry: false })?.size ?? 0) % PAGE_BYTES
  if (used > 0) appendFileSync(outputs, '\n'.repeat(PAGE_BYTES - used))
  for (const [name, bytes] of [
    ['pages', PAGE_BYTES],
    ['rest', 1],
  ] as const) {
    try {
      for (let count = 0; count < 64; count++)
        writeFileSync(join(disk, `${name}-${count}`), Buffer.alloc(bytes))
    } catch {
      // The disk is full.
    }
  }
}

/** Fills the disk once the service has started the run, before main has the response; sends the signal once main has it. */
function fullAfterStart(
  { simulator }: Scenario,
  disk: string,
  signal?: NodeJS.Signals,
): Partial<StepOptions> {
  const change = (): object => {
    fill(disk)
    return {}
  }
  simulator.faults.add({ match: { service: 'errthquake', path: /\/exec$/ }, kind: 'changed', change })
  let log = ''
  return {
    commandDirectory: disk,
    onOutput: (text) => void (log += text),
    onMain: (main) => {
      const watch = async (): Promise<void> => {
        while (!log.includes('Started Errthquake run') && main.exitCode === null) await delay(5)
        main.kill(signal)
      }
      if (signal !== undefined) void watch()
    },
  }
}

describe.skipIf(!mayMount)('a disk that becomes full right after the start', { timeout: 300_000 }, () => {
  test('leaves room for the state: post stops the run of a killed main step', () =>
    scenario({}, async (all) => {
      const { errthquake, simulator, directory } = all
      const mounted = await onDisk(SMALL, async (disk) => {
        const outputs = join(directory, 'outputs-elsewhere')
        writeFileSync(outputs, '')
        const options = fullAfterStart(all, disk, 'SIGKILL')
        const result = await errthquake(LONG, { ...options, environment: { GITHUB_OUTPUT: outputs } })
        expect(result.exitCode).toBeNull()
        const [run] = simulator.errthquake.runs
        expect(result.state['run']).toContain(run?.id ?? 'no run')
        expect(result.postLog).toMatch(/no run is left active/)
      })
      expect(mounted).toBe(true)
      expect(simulator.errthquake.unstopped).toEqual([])
    }))

  test.each([undefined, 'SIGINT'] as const)(
    'stops the run and names it if the outputs do not fit either (%s)',
    (signal) =>
      scenario({}, async (all) => {
        const { errthquake, simulator } = all
        const mounted = await onDisk(SMALL, async (disk) => {
          const result = await errthquake(LONG, fullAfterStart(all, disk, signal))
          expect(result.exitCode).toBe(1)
          const [run] = simulator.errthquake.runs
          expect(errorsIn(result.mainLog).join('\n')).toContain(run?.id ?? 'no run')
          expect(errorsIn(result.mainLog).join('\n')).toContain('the disk is full')
          expect(result.log + result.summary).not.toMatch(/Nothing was started|%0A\s+at /)
        })
        expect(mounted).toBe(true)
        expect(simulator.errthquake.runs).toHaveLength(1)
        expect(simulator.errthquake.unstopped).toEqual([])
      }),
  )

  test('stops the step before it costs anything if it is full from the beginning', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      const mounted = await onDisk(SMALL, async (disk) => {
        let isFilled = false
        const onMain = (): void => {
          if (!isFilled) fill(disk)
          isFilled = true
        }
        const result = await errthquake(LONG, { commandDirectory: disk, onMain })
        expect(result.exitCode).toBe(1)
        expect(errorsIn(result.mainLog)).toEqual([
          expect.stringMatching(/The runner's file for .* cannot be written, because the disk is full/),
        ])
        expect(result.log).not.toMatch(/%0A\s+at /)
      })
      expect(mounted).toBe(true)
      expect(starts()).toEqual([])
      expect(simulator.errthquake.runs).toEqual([])
    }))
})
