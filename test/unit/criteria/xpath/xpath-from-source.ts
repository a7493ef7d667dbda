import { fileURLToPath } from 'node:url'
import { createXPathJudge, type XPathJudge } from '../../../../src/criteria/xpath/xpath-judge.ts'
import type { Isolate } from '../../../../src/criteria/xpath/bounded-xpath.ts'
import { systemClock } from '../../../../src/platform/clock.ts'
import { runIsolated } from '../../../../src/platform/isolation/run-isolated.ts'

const entryPath = fileURLToPath(new URL('../../../../src/xpath.ts', import.meta.url))

/** Starts processes as the action does, but from the sources. */
export const isolateFromSource: Isolate = (isolated) => runIsolated({ ...isolated, entryPath })

export const xpathFromSource: XPathJudge = createXPathJudge({
  clock: systemClock,
  signal: () => new AbortController().signal,
  isolate: isolateFromSource,
})
