import type { StepsResult } from '../../test/workflow/check-steps.ts'

/** An artifact in the artifact service. */
export interface Arrived {
  name: string
  sha256: string
}

/**
 * How the bytes that arrived differ from what the steps sent, and from what the services had served to them.
 */
export function artifactFaults(
  arrived: Arrived[],
  { artifacts, served }: Pick<StepsResult, 'artifacts' | 'served'>,
): string[] {
  const faults: string[] = []
  for (const { name, sha256 } of artifacts) {
    const found = arrived.filter((one) => one.name === name).map((one) => one.sha256)
    const wanted = served[name] ?? sha256
    if (found.length !== 1 || found[0] !== wanted)
      faults.push(`${name}: ${found.join(' and ') || 'nothing'} arrived, ${wanted} was sent`)
  }
  if (arrived.length !== artifacts.length || arrived.length === 0)
    faults.push(`${arrived.length} artifacts arrived, the steps named ${artifacts.length}`)
  const unseen = Object.keys(served).filter((name) => !artifacts.some((one) => one.name === name))
  if (unseen.length > 0) faults.push(`served, but not uploaded: ${unseen.join(', ')}`)
  return faults
}

/** One line for each artifact that arrived. */
export function artifactLines(arrived: Arrived[], served: StepsResult['served']): string[] {
  return arrived.map(
    ({ name, sha256 }) => `${sha256}  ${name}${name in served ? ' (as the service served it)' : ''}`,
  )
}
