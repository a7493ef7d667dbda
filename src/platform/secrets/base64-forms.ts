const BITS_OF_BYTE = 8
const BITS_OF_CHARACTER = 6

/**
 * What base64 makes of a word inside longer data, whatever stands around it: that depends on where the word begins within
 * three bytes. The character at either end that holds bits of the neighbors is left out.
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
