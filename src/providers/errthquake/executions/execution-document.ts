import type { Execution } from './execution.ts'

/** All seven keys; durations as `XmYs`, empty if there is none. */
export function executionDocument(execution: Execution): Record<string, string | number> {
  return {
    'test-input': execution.testInput,
    'test-config': execution.testConfig,
    'virtual-users': execution.virtualUsers,
    'test-duration': minutesAndSeconds(execution.testDurationMs),
    'ramp-duration': minutesAndSeconds(execution.rampDurationMs),
    'test-type': execution.testType,
    region: execution.region,
  }
}

/** `90m0s` for an hour and a half; empty for none. */
export function minutesAndSeconds(ms: number | undefined): string {
  if (ms === undefined) return ''
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}m${seconds % 60}s`
}
