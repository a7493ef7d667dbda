/**
 * Prints a step's output as the runner shows it: without masks and debug lines, with groups and annotations
 * as plain text.
 */
export function asTheRunnerShows(print: (text: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (/^::(add-mask|debug|endgroup)/.test(line)) continue
      const shown = line
        .replace(/^::group::/, '▸ ')
        .replace(/^::(error|warning|notice)[^:]*::/, '$1: ')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%')
      print(`${shown}\n`)
    }
  }
}
