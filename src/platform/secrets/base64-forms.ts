const BITS_OF_BYTE = 8
const BITS_OF_CHARACTER = 6

/**
 * The base64 forms of a word inside longer data, whatever is around it. They depend on where the word begins
 * within a group of three bytes. A character at either end that also has bits of the neighbors is left out.
 */
export function base64Forms(word: string): string[] {
  const bytes = Buffer.from(word, 'utf8')
  const forms = new Set<string>()
  for (const shiftBytes of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(shiftBytes), bytes, Buffer.alloc(2)])
    const from = Math.ceil((shiftBytes * BITS_OF_BYTE) / BITS_OF_CHARACTER)
    const to = Math.floor(((shiftBytes + bytes.length) * BITS_OF_BYTE) / BITS_OF_CHARACTER)
    forms.add(whole.toString('base64').slice(from, to))
    forms.add(whole.toString('base64url').slice(from, to))
  }
  return [...forms]
}
