/**
 * A function that remembers its last result, because the same degrees of freedom occur again and again for
 * thousands of labels. The results are the same as without it.
 */
export function remembered(answer: (value: number) => number): (value: number) => number {
  const both = rememberedOfTwo(answer)
  return (value) => both(value, 0)
}

/** The same for two arguments. NaN is never found. */
export function rememberedOfTwo(answer: (a: number, b: number) => number): (a: number, b: number) => number {
  let [lastA, lastB, lastAnswer] = [Number.NaN, Number.NaN, Number.NaN]
  return (a, b) => {
    if (a !== lastA || b !== lastB) [lastA, lastB, lastAnswer] = [a, b, answer(a, b)]
    return lastAnswer
  }
}
