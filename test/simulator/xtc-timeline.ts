export interface XtcPhase {
  /**
   * NEW, SCHEDULED, STARTING, PROVISIONING, RUNNING, STOPPING, DEPROVISIONING, FINISHED, ABORTED, ERROR, or
   * any other text, because a client must also handle unknown states.
   */
  state: string
  durationMs: number
}

/** About two seconds for a whole run, short enough for a demo; `speed` divides the durations. */
export const DEFAULT_TIMELINE: readonly XtcPhase[] = [
  { state: 'NEW', durationMs: 50 },
  { state: 'SCHEDULED', durationMs: 100 },
  { state: 'STARTING', durationMs: 150 },
  { state: 'PROVISIONING', durationMs: 300 },
  { state: 'RUNNING', durationMs: 1200 },
  { state: 'STOPPING', durationMs: 150 },
  { state: 'DEPROVISIONING', durationMs: 150 },
]

const NOT_STARTED: readonly string[] = ['NEW', 'SCHEDULED']

export interface XtcTimeline {
  startedAtMs: number
  phases: readonly XtcPhase[]
  finalState: string
}

export interface XtcMoment {
  state: string
  /** 0 if not started, as documented. */
  startTimeMs: number
  /** 0 if not finished. */
  endTimeMs: number
}

/** The state of a run at a moment: nothing is stored, so that time can be virtual. */
export function momentOf(timeline: XtcTimeline, nowMs: number): XtcMoment {
  let atMs = timeline.startedAtMs
  let startTimeMs = 0
  for (const phase of timeline.phases) {
    if (startTimeMs === 0 && !NOT_STARTED.includes(phase.state)) startTimeMs = atMs
    if (nowMs < atMs + phase.durationMs) {
      return { state: phase.state, startTimeMs: startTimeMs <= nowMs ? startTimeMs : 0, endTimeMs: 0 }
    }
    atMs += phase.durationMs
  }
  return { state: timeline.finalState, startTimeMs, endTimeMs: atMs }
}

export function endOf(timeline: XtcTimeline): number {
  return timeline.phases.reduce((atMs, phase) => atMs + phase.durationMs, timeline.startedAtMs)
}

/** The same run, cut off at a moment and shut down, as when a person aborts it on the web page. */
export function abortedAt(timeline: XtcTimeline, nowMs: number, finalState: string): XtcTimeline {
  const phases: XtcPhase[] = []
  let atMs = timeline.startedAtMs
  for (const phase of timeline.phases) {
    if (atMs >= nowMs) break
    phases.push({ state: phase.state, durationMs: Math.min(phase.durationMs, nowMs - atMs) })
    atMs += phase.durationMs
  }
  phases.push({ state: 'STOPPING', durationMs: 100 }, { state: 'DEPROVISIONING', durationMs: 100 })
  return { startedAtMs: timeline.startedAtMs, phases, finalState }
}

export function scaled(phases: readonly XtcPhase[], speed: number): XtcPhase[] {
  return phases.map((phase) => ({ state: phase.state, durationMs: phase.durationMs / speed }))
}
