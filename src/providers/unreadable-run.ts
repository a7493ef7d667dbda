import { excerptOf } from '../platform/http/answer.ts'
import type { RemoteRun } from './provider.ts'

/** An unreadable entry of a list: it may be any run, including ours, and is never taken. */
export function unreadableRun(entry: string, index: number): RemoteRun {
  return {
    id: `unreadable entry ${index + 1}`,
    title: `an entry that cannot be read: ${excerptOf(entry).slice(0, 80)}`,
    texts: [entry],
    fits: false,
    isUnreadable: true,
    ended: false,
  }
}
