import * as core from '@actions/core'
import type { Log, Place, Workflow } from '../../foundation/ports.ts'
import { neutralize, Scrubber } from './safe-text.ts'

/** The runner's log and files. Everything written passes the scrubber and cannot become a command. */
export function createWorkflow(options: { annotations: () => boolean }): { log: Log; workflow: Workflow } {
  const scrubber = new Scrubber()
  const clean = (text: string): string => neutralize(scrubber.scrub(text))
  const line = (prefix: string, text: string): void => core.info(`${prefix}${clean(text)}`)
  const log: Log = {
    info: (text) => line('', text),
    notice: (text, place) =>
      options.annotations() ? core.notice(clean(text), annotation(place)) : line('Notice: ', text),
    warning: (text, place) =>
      options.annotations() ? core.warning(clean(text), annotation(place)) : line('Warning: ', text),
    // The verdict's error is an annotation even where annotations are off: a red step must say why.
    error: (text, place) => core.error(clean(text), annotation(place)),
    debug: (text) => core.debug(clean(text)),
    group: async (title, work) => {
      core.startGroup(clean(title).replaceAll('\n', ' '))
      try {
        return await work()
      } finally {
        core.endGroup()
      }
    },
  }
  const workflow: Workflow = {
    output: (name, value) => core.setOutput(name, scrubber.scrub(value)),
    saveState: (name, value) => core.saveState(name, value),
    readState: (name) => core.getState(name),
    summary: async (markdown) => {
      if (!process.env['GITHUB_STEP_SUMMARY']) return
      await core.summary.addRaw(scrubber.scrub(markdown), true).write()
    },
    scrub: (text) => scrubber.scrub(text),
    secret: (word) => {
      if (word.length < 8) return
      scrubber.add(word)
      // A multi-line word is masked line by line as well: the log is masked by lines.
      for (const part of new Set([word, ...word.split(/\r?\n/)])) if (part.length >= 8) core.setSecret(part)
    },
  }
  return { log, workflow }
}

function annotation(place: Place | undefined): core.AnnotationProperties {
  return {
    ...(place?.title === undefined ? {} : { title: place.title }),
    ...(place?.file === undefined ? {} : { file: place.file }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
  }
}

/** An input as the runner passes it: hyphens stay, blanks become underscores. */
export function readInput(name: string): string {
  return core.getInput(name)
}

/** Names of all inputs that have a variable, declared or not. */
export function inputNames(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('INPUT_'))
    .map((name) => name.slice('INPUT_'.length).toLowerCase())
}
