import { setFlagsFromString } from 'node:v8'

/** V8's compilers of machine code. Without them, it interprets. */
const COMPILERS = ['sparkplug', 'maglev', 'opt']

/**
 * Compiles nothing until `releaseCompilers`. A step that starts a run and polls for hours executes so little code
 * that machine code for it only takes memory: 10 of 79 MB.
 */
export function holdCompilers(): void {
  for (const name of COMPILERS) setFlagsFromString(`--no-${name}`)
}

/** Called before results are read, which is when speed matters. */
export function releaseCompilers(): void {
  for (const name of COMPILERS) setFlagsFromString(`--${name}`)
}
