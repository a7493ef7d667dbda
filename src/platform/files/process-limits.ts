import { readdirSync, readFileSync } from 'node:fs'
import { codeOf } from './file-errors.ts'

export interface ProcessLimits {
  /** How many more files and connections may be open at a time. */
  freeDescriptors: number
  largestFileBytes: number
}

/** The limits of this process (`ulimit`); infinite if the system does not provide them. */
export function processLimits(): ProcessLimits {
  const none = { freeDescriptors: Infinity, largestFileBytes: Infinity }
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    const openCount = readdirSync('/proc/self/fd').length
    return {
      freeDescriptors: softLimit(limits, 'Max open files') - openCount,
      largestFileBytes: softLimit(limits, 'Max file size'),
    }
  } catch (error) {
    const isOut = error instanceof Error && codeOf(error) === 'EMFILE'
    return isOut ? { ...none, freeDescriptors: 0 } : none
  }
}

function softLimit(limits: string, name: string): number {
  const found = new RegExp(`^${name} +(\\d+)`, 'm').exec(limits)?.[1]
  return found === undefined ? Infinity : Number(found)
}
