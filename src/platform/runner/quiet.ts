import { neutralize } from './safe-text.ts'

/** How many pieces of work are in progress, which may overlap. */
let working = 0
let speak = (): void => undefined
let clean = neutralize

/** From now on, the output of libraries passes through here, because they do not know what is secret. */
export function cleanLibraryLines(by: (text: string) => string): void {
  clean = by
}

/**
 * Ends this at once: after a cancellation, nobody waits for the library anymore, and the log must be visible.
 */
export function endQuiet(): void {
  speak()
}

/**
 * Runs a library that writes to the log on its own. Its lines become debug lines: otherwise its errors would
 * be error annotations for things that don't matter, and its progress would hide what people look for. Masks
 * pass through.
 */
export async function withQuietLibrary<T>(work: () => Promise<T>): Promise<T> {
  if (working === 0) {
    // Warnings about the library's use of Node are not interesting to readers of the log.
    process.noDeprecation = true
    beginQuiet()
  }
  working++
  try {
    return await work()
  } finally {
    working--
    if (working === 0) {
      process.noDeprecation = false
      speak()
    }
  }
}

function beginQuiet(): void {
  const { stdout } = process
  const write: unknown = Reflect.get(stdout, 'write')
  let rest = ''
  const forward = (line: string): void => {
    if (line.trim() === '') return
    const command = /^::\w+[^:]*::/.exec(line)?.[0] ?? ''
    const isMask = command === '::add-mask::'
    const text = isMask ? line : clean(line.slice(command.length))
    Reflect.apply(write as () => void, stdout, [isMask ? `${line}\n` : `::debug::${text}\n`])
  }
  speak = () => {
    speak = () => undefined
    Reflect.set(stdout, 'write', write)
    forward(rest)
  }
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
}
