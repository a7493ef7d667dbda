import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { FileError } from './file-errors.ts'
import { refuseLinksBelow, regularFile, statsOf } from './regular-file.ts'

/**
 * The text of a file in the checkout. A pull request may contain links that lead to any file on the runner,
 * so no part of the path below the workspace may be a link. Throws a `FileError`, or the system's own error
 * if there is no such file.
 */
export async function readWorkspaceFile(name: string, workspace: string, maxBytes: number): Promise<string> {
  return await regularFile(await workspacePath(resolve(name), workspace)).text(maxBytes)
}

/** The real path of something in the checkout, without links in it; throws like `readWorkspaceFile`. */
export async function workspacePath(path: string, workspace: string): Promise<string> {
  const inside = [resolve(workspace), await realpath(workspace)]
    .map((root) => relative(root, path))
    .find((way) => way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..')
  if (inside === undefined)
    throw new FileError(`${path} is not inside the workspace ${workspace}. Put it into the repository.`)
  // Its configuration may have the token of the checkout.
  if (inside.split(sep).some((name) => name.toLowerCase() === '.git'))
    throw new FileError(`${path} is in git's own folder, of which nothing is read.`)
  const root = await realpath(workspace)
  await refuseLinksBelow(root, join(root, inside))
  return join(root, inside)
}

/**
 * A folder of the checkout: the real path of the workspace, and the path of the folder in it with `/`, which
 * is empty for the workspace itself. Throws a `FileError`.
 */
export async function workspaceFolder(
  name: string,
  workspace: string,
): Promise<{ root: string; inside: string }> {
  const root = await realpath(workspace)
  const path = resolve(workspace, name)
  if (path === root || path === resolve(workspace)) return { root, inside: '' }
  const real = await workspacePath(path, workspace)
  const stats = await statsOf(real)
  if (stats === undefined)
    throw new FileError('it does not exist; is the repository checked out before this step?')
  if (!stats.isDirectory()) throw new FileError(`${real} is not a folder.`)
  return { root, inside: relative(root, real).replaceAll(sep, '/') }
}
