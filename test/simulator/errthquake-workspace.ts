import type { ErrthquakeSimulator } from './errthquake.ts'
import { type ErrthquakeTest, momentOfTest } from './errthquake-tests.ts'

type Document = Record<string, unknown>

export function workspaceSummary(simulator: ErrthquakeSimulator): Document {
  return {
    'workspace-uid': simulator.workspaceUid,
    name: simulator.workspaceName,
    'errthquake-version': '2.14.0',
    'test-hours': hoursSummary(simulator),
    collaboration: ['owner@shop.example'],
    'test-execution': ['owner@shop.example'],
    'num-service-accounts': 1,
    'is-collaborator': false,
  }
}

export function workspaceDetails(simulator: ErrthquakeSimulator): Document {
  return {
    'workspace-uid': simulator.workspaceUid,
    name: simulator.workspaceName,
    'errthquake-version': '2.14.0',
    'test-results': listedTests(simulator).map((test) => resultSummary(simulator, test)),
    'test-inputs': simulator.testInputs,
    'test-configs': simulator.testConfigs,
    'test-objects': simulator.testObjects,
    'test-hours': hoursSummary(simulator),
    'max-test-duration': goDuration(simulator.maxTestDurationMs),
    'max-virtual-users': simulator.maxVirtualUsers,
  }
}

function listedTests({ tests, options }: ErrthquakeSimulator): readonly ErrthquakeTest[] {
  if (options.resultsOrder === 'newest-first') return tests.toReversed()
  return options.resultsOrder === 'by-id' ? tests.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : tests
}

export function workspaceHours(simulator: ErrthquakeSimulator): Document[] {
  const nowMs = simulator.now()
  return [
    {
      id: 4711,
      'hour-bucket-name': simulator.hourBucketName,
      'billing-plan-uid': '6f1c6a52-3f0b-4a6e-9a57-0c1d2e3f4a5b',
      ...minutes(simulator),
      'utc-activated-date': isoDay(nowMs, -12),
      'utc-rollover-date': isoDay(nowMs, 18),
      'utc-deactivated-date': null,
      workspaces: { [simulator.workspaceName]: simulator.workspaceUid },
    },
  ]
}

/** The documented summary of one test. */
export function resultSummary(simulator: ErrthquakeSimulator, test: ErrthquakeTest): Document {
  const moment = momentOfTest(test, simulator.now(), simulator.maxTestDurationMs)
  return {
    id: test.id,
    'utc-start-time': iso(moment.startMs),
    'utc-finish-time': iso(moment.finishMs),
    'test-pending': moment.state === 'pending',
    'test-stopping': moment.state === 'stopping',
    'test-complete': moment.state === 'complete',
    'test-failed': moment.state === 'failed',
    'test-unresponsive': moment.unresponsive,
    interactive: test.document['test-type'] === 'interactive',
    'virtual-users': test.document['virtual-users'],
  }
}

/** The four fields in the list of results. */
export function resultListEntry(simulator: ErrthquakeSimulator, test: ErrthquakeTest): Document {
  const summary = resultSummary(simulator, test)
  return {
    id: summary['id'],
    'utc-start-time': summary['utc-start-time'],
    'utc-finish-time': summary['utc-finish-time'],
    'virtual-users': summary['virtual-users'],
  }
}

function hoursSummary(simulator: ErrthquakeSimulator): Document {
  return { 'hour-bucket-name': simulator.hourBucketName, ...minutes(simulator) }
}

function minutes(simulator: ErrthquakeSimulator): Document {
  return {
    'minutes-allocated': simulator.minutesAllocated,
    'minutes-remaining': simulator.minutesRemaining,
    'minutes-active-tests': simulator.minutesActiveTests,
  }
}

/** A duration as Go writes it: `1h30m0s`, `2m0s`, `45s`. */
export function goDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutesLeft = Math.floor((seconds % 3600) / 60)
  if (hours > 0) return `${hours}h${minutesLeft}m${seconds % 60}s`
  return minutesLeft > 0 ? `${minutesLeft}m${seconds % 60}s` : `${seconds}s`
}

function iso(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(Math.round(ms)).toISOString()
}

function isoDay(nowMs: number, days: number): string {
  return `${new Date(nowMs + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)}T00:00:00Z`
}
