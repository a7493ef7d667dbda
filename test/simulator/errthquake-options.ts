import type { ArchiveBody } from './archive-body.ts'
import type { ExecShape } from './errthquake-exec-answer.ts'
import type { ErrthquakeMoment, ErrthquakeRunPlan, ErrthquakeTest } from './errthquake-tests.ts'

export interface ErrthquakePermissions {
  executeTests: boolean
  viewTestResults: boolean
  viewTestInputs: boolean
  viewTestConfigs: boolean
}

/** The files of a completed test. */
export interface ErrthquakeData {
  logs(test: ErrthquakeTest, moment: ErrthquakeMoment, seed: number): Promise<ArchiveBody>
  metrics(test: ErrthquakeTest, moment: ErrthquakeMoment, seed: number): Promise<unknown>
}

export interface ErrthquakeOptions {
  now: () => number
  seed: number
  data: ErrthquakeData
  /** The metrics of a test that is still running; default: there are none before its results are stored. */
  soFar?: (test: ErrthquakeTest, moment: ErrthquakeMoment) => unknown
  /** The complete value of the Authorization header. */
  token?: string
  permissions?: Partial<ErrthquakePermissions>
  workspaceUid?: string
  workspaceName?: string
  testInputs?: string[]
  testConfigs?: string[]
  testObjects?: string[]
  regions?: string[]
  maxVirtualUsers?: number
  maxTestDurationMs?: number
  minutesAllocated?: number
  /** Minutes that were used up before. */
  minutesUsedBefore?: number
  execShape?: ExecShape
  /**
   * The order in which the workspace lists its tests, which is not documented. If sorted by id, nothing shows
   * which was first.
   */
  resultsOrder?: 'oldest-first' | 'newest-first' | 'by-id'
  /** How every test goes, unless `nextRuns` says otherwise for one. */
  run?: Partial<ErrthquakeRunPlan>
}

export const ALL_PERMISSIONS: ErrthquakePermissions = {
  executeTests: true,
  viewTestResults: true,
  viewTestInputs: true,
  viewTestConfigs: true,
}
