import { neutralize } from './safe-text.ts'

let depth = 0
let speak = (): void => undefined
let clean = neutralize

/** From now on what libraries say passes this: they do not know what is secret. */
export function cleanLibraryLines(by: (text: string) => string): void {
  clean = by
}

/** Ends the quiet at once: after a cancel, nobody waits for the library any more, and the log must be heard. */
export function endQuiet(): void {
  speak()
}

/**
 * Runs a library that talks to the log on its own. Its lines become debug lines: its errors would be red annotations
 * for what decides nothing, and its progress would drown what people look for. Masks go through.
 */
export async function withQuietLibrary<T>(work: () => Promise<T>): Promise<T> {
  if (depth > 0) return await work()
  depth++
  const { stdout } = process
  const { noDeprecation } = process
  // What the library uses of Node is no news to whoever reads the log.
  process.noDeprecation = true
  const write: unknown = Reflect.get(stdout, 'write')
  let rest = ''
  const forward = (line: string): void => {
    if (line.trim() === '') return
    const command = /^::\w+[^:]*::/.exec(line)?.[0] ?? ''
    const isMask = command === '::add-mask::'
    const text = isMask ? line : clean(line.slice(command.length))
    Reflect.apply(write as () => void, stdout, [isMask ? `${line}\n` : `::debug::${text}\n`])
  }
  speak = () => Reflect.set(stdout, 'write', write)
  stdout.write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    const lines = (rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))).split(
      '\n',
    )
    rest = lines.pop() ?? ''
    for (const line of lines) forward(line)
    const done = more.find((argument) => typeof argument === 'function')
    if (typeof done === 'function') done()
    return true
  }
  try {
    return await work()
  } finally {
    process.noDeprecation = noDeprecation ?? false
    speak()
    speak = () => undefined
    depth--
    forward(rest)
  }
}
