import { relative, resolve } from 'node:path'
import { FileError } from '../../../platform/files/file-errors.ts'
import { byName, filesNamed } from '../../../platform/files/files-in.ts'
import { workspacePath } from '../../../platform/files/workspace-file.ts'

const MOST_OBJECTS = 100

/**
 * The files that match the lines of `test-objects`, relative to the checkout, and what is wrong with a line.
 */
export async function objectFiles(
  text: string,
  workspace: string,
): Promise<{ names: string[]; faults: string[] }> {
  const names = new Set<string>()
  const faults: string[] = []
  const lines = text.split('\n').map((line) => line.trim())
  for (const line of lines.filter((line) => line !== '')) {
    try {
      const found = await filesOf(line, workspace)
      if (found.length === 0) faults.push(`Input 'test-objects': nothing in the checkout matches ${line}.`)
      for (const path of found) names.add(`./${relative(workspace, path).replaceAll('\\', '/')}`)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      faults.push(`Input 'test-objects': ${line}: ${error.message}`)
    }
  }
  if (names.size > MOST_OBJECTS)
    return {
      names: [],
      faults: [`Input 'test-objects' names ${names.size} files; at most ${MOST_OBJECTS} are uploaded.`],
    }
  return { names: [...names].sort(byName), faults }
}

async function filesOf(line: string, workspace: string): Promise<string[]> {
  const path = resolve(workspace, line)
  // A pattern must not search outside the checkout.
  const fixed = path.replace(/[^/\\]*[*?[{].*$/, '')
  if (resolve(fixed) !== resolve(workspace)) await workspacePath(resolve(fixed), workspace)
  const named = await filesNamed(path)
  return named.kind === 'single' ? [named.path] : named.paths
}
