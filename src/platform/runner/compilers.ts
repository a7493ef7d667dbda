import { setFlagsFromString } from 'node:v8'

/** V8's compilers to machine code. Without them, V8 interprets. */
const COMPILERS = ['sparkplug', 'maglev', 'opt']

/**
 * Turns the compilers off until `releaseCompilers`. A step that only polls for hours executes little code, so
 * machine code would not make it faster, but take 10 of 79 MB of memory.
 */
export function holdCompilers(): void {
  for (const name of COMPILERS) setFlagsFromString(`--no-${name}`)
}

/** Turns the compilers on. Called before results are read, because then speed matters. */
export function releaseCompilers(): void {
  for (const name of COMPILERS) setFlagsFromString(`--${name}`)
}
