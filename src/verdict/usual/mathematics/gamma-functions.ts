/**
 * The logarithm of the gamma function and its derivatives, for the degrees of freedom and tails in
 * `student-t.ts` and `spread.ts`. All take x > 0.
 */

/**
 * Smaller arguments are raised by the recurrences; from here on the asymptotic series are exact to 12 digits.
 */
const SERIES_FROM = 10

/** ln Γ(x): Stirling's series, NIST DLMF 5.11.1, after the recurrence Γ(x + 1) = x Γ(x). */
export function lnGamma(x: number): number {
  let product = 1
  let raised = x
  for (; raised < SERIES_FROM; raised++) product *= raised
  const inverse = 1 / raised
  const square = inverse * inverse
  const tail = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI) + tail - Math.log(product)
}

/** ψ(x) = d ln Γ / dx: NIST DLMF 5.11.2, after the recurrence 5.5.2. */
export function digamma(x: number): number {
  let sum = 0
  let raised = x
  for (; raised < SERIES_FROM; raised++) sum -= 1 / raised
  const square = 1 / (raised * raised)
  const tail = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)))
  return sum + Math.log(raised) - 0.5 / raised - tail
}

/** ψ′(x), the variance of the logarithm of a gamma variable of shape x: NIST DLMF 5.15.8, after 5.15.5. */
export function trigamma(x: number): number {
  let sum = 0
  let raised = x
  for (; raised < SERIES_FROM; raised++) sum += 1 / (raised * raised)
  const inverse = 1 / raised
  const square = inverse * inverse
  const tail = inverse * square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square / 30)))
  return sum + inverse + square / 2 + tail
}

/**
 * The x with ψ′(x) = value, for value > 0, by Newton steps on 1/ψ′, which is nearly a straight line: Smyth
 * 2004, Linear models and empirical Bayes methods, appendix.
 */
export function inverseTrigamma(value: number): number {
  let x = 0.5 + 1 / value
  for (let step = 0; step < 30; step++) {
    const now = trigamma(x)
    const slope = (trigamma(x * (1 + 1e-5)) - now) / (x * 1e-5)
    const change = (now * (1 - now / value)) / slope
    x += change
    if (!(x > 0)) return 1e-3
    if (Math.abs(change) < 1e-9 * x) break
  }
  return x
}
