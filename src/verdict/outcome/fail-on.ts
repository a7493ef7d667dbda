import { didYouMean } from '../../foundation/nearest.ts'

export const FAIL_ON = ['run', 'criteria', 'scorecard', 'validity', 'baseline', 'collect'] as const
export type FailOn = (typeof FAIL_ON)[number]

const WORDS = [...FAIL_ON, 'inconclusive', 'none']

/**
 * Parses the input `fail-on`: words separated by commas; `inconclusive` stands for validity and baseline;
 * `none` must be alone.
 */
export function parseFailOn(input: string): { failOn: ReadonlySet<FailOn> } | { faults: string[] } {
  const words = input
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const faults = words
    .filter((word) => !WORDS.includes(word))
    .map((word) => `'${word}' is not known.${didYouMean(word, WORDS)} Use ${WORDS.join(', ')}.`)
  if (words.length === 0) faults.push("it is empty; write 'none' if nothing should fail the step.")
  if (words.includes('none') && words.length > 1) faults.push("'none' cannot be combined with anything else.")
  if (faults.length > 0) return { faults }
  return {
    failOn: new Set(
      FAIL_ON.filter((name) => words.includes(name) || (words.includes('inconclusive') && isDoubt(name))),
    ),
  }
}

const isDoubt = (name: FailOn): boolean => name === 'validity' || name === 'baseline'
