/** Random numbers from a seed, the same in every run of the bench. */
export interface Random {
  uniform(): number
  normal(): number
}

/** sfc32 from PractRand, with Box-Muller for normally distributed values. */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1]
  let spare: number | undefined
  const uniform = (): number => {
    const sum = (((a + b) | 0) + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let i = 0; i < 15; i++) uniform()
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()))
    const angle = 2 * Math.PI * uniform()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  return { uniform, normal }
}
