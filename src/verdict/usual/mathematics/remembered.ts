/**
 * A function that keeps its last answer: over thousands of labels the same degrees of freedom come again and again. The
 * answers are those of the function itself, so nothing depends on what was asked before.
 */
export function remembered<T extends number[]>(answer: (...values: T) => number): (...values: T) => number {
  let last: T | undefined
  let lastAnswer = 0
  return (...values) => {
    if (!last?.every((value, index) => value === values[index]))
      [last, lastAnswer] = [values, answer(...values)]
    return lastAnswer
  }
}
