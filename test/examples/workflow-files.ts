import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Workflow } from '../runner/workflow-file.ts'

export interface WorkflowText {
  /** Relative to the root of the repository. */
  path: string
  text: string
  workflow: Workflow
}

const root = join(import.meta.dirname, '..', '..')

/** The workflow files in a folder of the repository; empty if there is no such folder. */
export function workflowsIn(folder: string): WorkflowText[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8')
      return { path: `${folder}/${name}`, text, workflow: parse(text) as Workflow }
    })
}
