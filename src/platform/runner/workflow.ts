import * as core from '@actions/core'
import type { Log, Place, Workflow } from '../../foundation/ports.ts'
import { maskForms } from '../secrets/mask-forms.ts'
import { cleanLibraryLines } from './quiet.ts'
import { stepFiles } from './step-files.ts'
import { partsOf, Scrubber, SHORTEST_SECRET, visible, withoutCommands } from './safe-text.ts'

/** The runner's log and files. Everything written passes the scrubber and cannot become a command. */
export function createWorkflow(options: { annotations: () => boolean }): { log: Log; workflow: Workflow } {
  const scrubber = new Scrubber()
  // Invisible characters are removed first, so that they cannot split a secret.
  const clean = (text: string): string => withoutCommands(scrubber.scrub(visible(text)))
  cleanLibraryLines(clean)
  const annotation = (place: Place | undefined): core.AnnotationProperties => ({
    ...(place?.title !== undefined && { title: clean(place.title) }),
    ...(place?.file !== undefined && { file: clean(place.file) }),
    ...(place?.line !== undefined && { startLine: place.line }),
    ...(place?.column !== undefined && { startColumn: place.column }),
  })
  const line = (prefix: string, text: string): void => core.info(`${prefix}${clean(text)}`)
  const log: Log = {
    info: (text) => line('', text),
    notice: (text, place) =>
      options.annotations() ? core.notice(clean(text), annotation(place)) : line('Notice: ', text),
    warning: (text, place) =>
      options.annotations() ? core.warning(clean(text), annotation(place)) : line('Warning: ', text),
    // The verdict's error is an annotation even if annotations are off, because a failed step must say why.
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
    ...stepFiles(process.env, log, (text) => scrubber.scrub(text)),
    readState: (name) => core.getState(name),
    summary: async (markdown) => {
      if (!process.env['GITHUB_STEP_SUMMARY']) return
      await core.summary.addRaw(scrubber.scrub(markdown), true).write()
    },
    scrub: (text) => scrubber.scrub(text),
    secret: (word) => {
      if (word.length < SHORTEST_SECRET) return
      scrubber.add(word)
      const forms = partsOf(word).flatMap(maskForms)
      for (const form of new Set(forms)) if (form.length >= SHORTEST_SECRET) core.setSecret(form)
    },
  }
  return { log, workflow }
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
