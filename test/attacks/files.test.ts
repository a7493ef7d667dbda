import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectGate } from '../e2e/gate-tools.ts'
import { onDisk } from '../e2e/mounted-disk.ts'
import { errorsIn, scenario } from '../e2e/scenario.ts'
import { runAction, stepDirectory, type StepResult } from '../runner/run-action.ts'

const MANIFEST = '.load-test-gate.json'
const SECRET = 'AWS_SECRET=do-not-show-this'

/** Rejected as an invalid input, with one error that contains all the words. */
function expectRefused(result: StepResult, ...words: string[]): void {
  expectGate(result, 1, 'error', 'bad-input')
  for (const word of words) expect(errorsIn(result.mainLog).join('\n')).toContain(word)
}

async function judged(
  parent: string,
  folder: string,
  more: Record<string, string> = {},
): Promise<StepResult> {
  return await runAction({
    inputs: { mode: 'judge', 'output-directory': folder, criteria: 'requests.count > 0', ...more },
    directory: stepDirectory(parent),
  })
}

async function filled(folder: string, files: Record<string, string>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const entryOf = async (folder: string, name: string): Promise<object> => {
  const { ino, size, mtimeNs } = await stat(join(folder, name), { bigint: true })
  return { name, inode: String(ino), sizeBytes: Number(size), modifiedNs: String(mtimeNs) }
}

describe.concurrent('output-directory', { timeout: 300_000 }, () => {
  test('a folder with eight files of the user loses none of them, and nothing is started', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const files = {
        'logs.zip': 'mine',
        'run.json': 'mine',
        'metrics.json': 'mine',
        'measurements.json': 'mine',
        'criteria.json': 'mine',
        'summary.md': 'mine',
        'baseline/photos.txt': 'mine',
        'notes.txt': 'mine',
      }
      const folder = await filled(join(directory, 'mine'), files)
      const result = await errthquake({ 'output-directory': folder })
      expectRefused(result, folder, 'logs.zip', 'summary.md', 'move or remove')
      expect(errorsIn(result.mainLog).join()).not.toContain('notes.txt')
      for (const [name, content] of Object.entries(files))
        expect(await readFile(join(folder, name), 'utf8')).toBe(content)
      expect(simulator.record.entries).toEqual([])
    }))

  test('files of the user next to ours survive every run, and ours are replaced', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const folder = await filled(join(directory, 'shared'), {
        'notes.txt': 'mine',
        'baseline/a.txt': 'mine',
      })
      expectGate(await errthquake({ 'output-directory': folder }), 0, 'passed')
      const again = await errthquake({ 'output-directory': folder })
      expectGate(again, 0, 'passed')
      expect(again.mainLog).toMatch(/Removed from .*shared the files of an earlier run: .*logs\.zip/)
      expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine')
      expect(await readFile(join(folder, 'baseline/a.txt'), 'utf8')).toBe('mine')
    }))

  test('a file of ours that the user has changed is not removed', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const folder = join(directory, 'changed')
      expectGate(await errthquake({ 'output-directory': folder }), 0, 'passed')
      await writeFile(join(folder, 'summary.md'), 'my own words')
      simulator.record.clear()
      expectRefused(await errthquake({ 'output-directory': folder }), 'summary.md')
      expect(await readFile(join(folder, 'summary.md'), 'utf8')).toBe('my own words')
      expect(simulator.record.entries).toEqual([])
    }))

  test('a link with the name of one of our files does not redirect a download', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      for (const name of ['report.tar.gz', 'report.tar.gz.part', 'summary.html']) {
        const folder = await filled(join(directory, `links-${name}`), {})
        await mkdir(folder, { recursive: true })
        const victim = join(directory, `victim-${name}`)
        await writeFile(victim, 'precious')
        await symlink(victim, join(folder, name))
        expectRefused(await xtc({ 'output-directory': folder }), name)
        expect(await readFile(victim, 'utf8')).toBe('precious')
        expect((await lstat(join(folder, name))).isSymbolicLink()).toBe(true)
      }
      expect(simulator.record.entries).toEqual([])
    }))

  test('a link that is created while the test runs does not redirect a download', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const folder = join(directory, 'late')
      const victims = ['logs.zip', 'logs.zip.part', 'summary.md', 'measurements.json']
      await mkdir(join(directory, 'victims'))
      for (const name of victims) await writeFile(join(directory, 'victims', name), 'precious')
      const plant = (): object => {
        for (const name of victims) symlinkSync(join(directory, 'victims', name), join(folder, name))
        return {}
      }
      // The service has started the test, and main has no response yet.
      simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'changed', change: plant })
      const result = await errthquake({ 'output-directory': folder })
      expect(simulator.faults.unused()).toEqual([])
      expect(result.mainLog).toContain('is in the way')
      for (const name of victims)
        expect(await readFile(join(directory, 'victims', name), 'utf8')).toBe('precious')
    }))

  test('a manifest that lists files outside the folder is not followed', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const folder = await filled(join(directory, 'planted'), { 'notes.txt': 'mine' })
      const victim = join(directory, 'victim.txt')
      await writeFile(victim, 'precious')
      for (const name of ['../victim.txt', '../../victim.txt', victim, 'a/../../victim.txt', '.git/config']) {
        const files = [{ ...(await entryOf(directory, 'victim.txt')), name }]
        const manifest = JSON.stringify({ schemaVersion: 1, files, parts: [], folders: [] })
        await writeFile(join(folder, MANIFEST), manifest)
        expectRefused(await errthquake({ 'output-directory': folder }), MANIFEST)
        expect(await readFile(victim, 'utf8')).toBe('precious')
      }
      expect(simulator.record.entries).toEqual([])
    }))

  test('a manifest from the checkout does not remove files of the checkout', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const folder = await filled(join(directory, 'checkout'), { 'index.ts': 'code', 'src/main.ts': 'code' })
      const files = [
        { ...(await entryOf(folder, 'index.ts')), inode: '1' },
        { ...(await entryOf(folder, 'src/main.ts')), modifiedNs: '1' },
      ]
      const manifest = JSON.stringify({ schemaVersion: 1, files, parts: [], folders: [] })
      await writeFile(join(folder, MANIFEST), manifest)
      expectGate(await errthquake({ 'output-directory': folder }), 0, 'passed')
      expect(await readFile(join(folder, 'index.ts'), 'utf8')).toBe('code')
      expect(await readFile(join(folder, 'src/main.ts'), 'utf8')).toBe('code')
    }))

  test('a manifest that is a link, or not ours, is neither read nor replaced', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const folder = await filled(join(directory, 'strange'), { 'notes.txt': 'mine' })
      const victim = join(directory, 'victim.txt')
      await writeFile(victim, SECRET)
      await symlink(victim, join(folder, MANIFEST))
      expectRefused(await errthquake({ 'output-directory': folder }), MANIFEST)
      await rm(join(folder, MANIFEST))
      await writeFile(join(folder, MANIFEST), SECRET)
      const result = await errthquake({ 'output-directory': folder })
      expectRefused(result, MANIFEST)
      expect(result.log).not.toContain(SECRET)
      expect(await readFile(victim, 'utf8')).toBe(SECRET)
    }))

  test('a run folder that was replaced by a link does not lead removals elsewhere', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const folder = join(directory, 'several')
      const regions = { region: 'eu-west-1,us-east-1', 'output-directory': folder }
      expectGate(await errthquake(regions), 0, 'passed')
      const [own = ''] = (await readdir(folder, { withFileTypes: true }))
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
      // The very same files, reached by another path: only the link is wrong.
      await rename(join(folder, own), join(directory, 'elsewhere'))
      await symlink(join(directory, 'elsewhere'), join(folder, own))
      expectGate(await errthquake(regions), 0, 'passed')
      expect((await readdir(join(directory, 'elsewhere'))).sort()).toEqual([
        'logs.zip',
        'metrics.json',
        'run.json',
      ])
    }))

  test('a folder that is a link is resolved once, and everything stays inside', () =>
    scenario({}, async ({ errthquake, directory }) => {
      await mkdir(join(directory, 'real'))
      await symlink(join(directory, 'real'), join(directory, 'named'))
      const result = await errthquake({ 'output-directory': join(directory, 'named') })
      expectGate(result, 0, 'passed')
      expect(await readdir(join(directory, 'real'))).toContain('logs.zip')
    }))

  test('a default folder that another step replaced by a link is rejected', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const own = join(directory, 'step-linked')
      await mkdir(join(own, 'temp'), { recursive: true })
      await mkdir(join(directory, 'elsewhere'))
      await symlink(join(directory, 'elsewhere'), join(own, 'temp', 'load-test-gate'))
      expectRefused(await errthquake({}, { directory: own }), 'load-test-gate is a symbolic link')
      expect(await readdir(join(directory, 'elsewhere'))).toEqual([])
      expect(simulator.record.entries).toEqual([])
    }))

  test('a folder that is not writable is reported before anything is started', async ({ skip }) => {
    const mounted = await onDisk('ro,size=1m', (disk) =>
      scenario({}, async ({ errthquake, simulator }) => {
        const result = await errthquake({ 'output-directory': disk })
        expectRefused(result, disk, 'read-only')
        expect(simulator.record.entries).toEqual([])
      }),
    )
    if (!mounted) skip('A read-only file system cannot be mounted here.')
  })
})

describe.concurrent('files that are read again', { timeout: 300_000 }, () => {
  test('a link among the files of a run is rejected, and its target is not revealed', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const run = await errthquake()
      const secret = join(directory, 'secret.env')
      await writeFile(secret, SECRET)
      for (const name of ['measurements.json', 'logs.zip', 'run.json', 'baseline.json', 'criteria.json']) {
        const folder = join(directory, `judged-${name}`)
        await cp(run.outputs['output-directory'] ?? '', folder, { recursive: true })
        await rm(join(folder, name), { force: true })
        await symlink(secret, join(folder, name))
        const result = await judged(directory, folder)
        expectRefused(result, join(folder, name), 'symbolic link')
        expect(result.log + result.summary).not.toContain('do-not-show')
        expect(await readFile(secret, 'utf8')).toBe(SECRET)
      }
    }))

  test('files that are not ours are rejected without quoting them', () =>
    scenario({}, async ({ directory }) => {
      const folder = await filled(join(directory, 'foreign'), { 'a.measurements.json': SECRET })
      const result = await judged(directory, folder)
      expectRefused(result, 'a.measurements.json')
      expect(result.log + result.summary).not.toContain('do-not-show')
    }))

  test('a named pipe among the files, or as a baseline, is rejected without waiting for it', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const run = await errthquake()
      const own = run.outputs['output-directory'] ?? ''
      const pipe = join(directory, 'pipe.json')
      execFileSync('mkfifo', [pipe])
      expectRefused(await judged(directory, own, { baseline: `file:${pipe}` }), pipe, 'named pipe')
      const starts = simulator.errthquake.runs.length
      expectRefused(await errthquake({ baseline: `file:${pipe}` }), pipe, 'named pipe')
      expect(simulator.errthquake.runs).toHaveLength(starts)
      for (const name of ['measurements.json', 'a.logs.csv']) {
        await rm(join(own, name), { force: true })
        execFileSync('mkfifo', [join(own, name)])
        expectRefused(await judged(directory, own), join(own, name), 'named pipe')
        await rm(join(own, name))
      }
    }))

  test('judging does not replace any file of the user', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const run = await errthquake()
      for (const name of ['criteria.json', 'summary.html', 'summary.md', 'criteria.junit.xml']) {
        const folder = join(directory, `judge-${name}`)
        await cp(run.outputs['output-directory'] ?? '', folder, { recursive: true })
        await writeFile(join(folder, name), 'my own file')
        expectRefused(await judged(directory, folder), name)
        expect(await readFile(join(folder, name), 'utf8')).toBe('my own file')
      }
    }))

  test('a folder with more files than any run creates is rejected at once', () =>
    scenario({}, async ({ directory }) => {
      const folder = join(directory, 'many')
      await mkdir(folder)
      for (let at = 0; at < 20_001; at += 2000)
        await Promise.all(Array.from({ length: 2000 }, (_, n) => writeFile(join(folder, `f${at + n}`), '')))
      const result = await judged(directory, folder)
      expectRefused(result, 'more than 20000 files')
      expect(result.outputs['outcome']).toBe('error')
    }))
})

describe.concurrent('criteria-file', { timeout: 300_000 }, () => {
  test('a link to a file of the runner is rejected in any part of the path, and nothing is quoted', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      const outside = await filled(stepDirectory('/tmp'), { 'secret.yml': `criteria: [\n${SECRET}` })
      try {
        await symlink(join(outside, 'secret.yml'), join(directory, 'gate.yml'))
        await symlink(outside, join(directory, 'perf'))
        await symlink(join(directory, 'inside.yml'), join(directory, 'alias.yml'))
        await writeFile(join(directory, 'inside.yml'), 'criteria: [requests.p95 < 60s]')
        for (const name of ['gate.yml', 'perf/secret.yml', 'alias.yml']) {
          const result = await xtc({ 'criteria-file': join(directory, name) })
          expectRefused(result, "'criteria-file'", 'symbolic link')
          expect(result.log + result.summary).not.toContain('do-not-show')
        }
        const result = await xtc({ 'criteria-file': join(outside, 'secret.yml') })
        expectRefused(result, "'criteria-file'", 'not inside the workspace')
        expect(result.log).not.toContain('do-not-show')
        expect(simulator.record.entries).toEqual([])
      } finally {
        await rm(outside, { recursive: true })
      }
    }))

  test('a file of the workspace without criteria is not quoted', () =>
    scenario({}, async ({ xtc, directory }) => {
      const contents: [string, string][] = [
        ['.env', `export ${SECRET}\n"unfinished`],
        ['config', `[core]\n\ttoken = do-not-show-this\n\t"x`],
        ['keys.yml', 'do-not-show-this: value\nother: [1'],
        ['map.yml', 'do-not-show-this: value\n'],
        ['alias.yml', 'a: *do-not-show-this\n'],
        ['key.json', '{"do-not-show-this": "x'],
        ['text.json', 'do-not-show-this'],
      ]
      for (const [name, content] of contents) {
        await writeFile(join(directory, name), content)
        const result = await xtc({ 'criteria-file': join(directory, name) })
        expectRefused(result, name)
        expect([name, result.log + result.summary]).toEqual([
          name,
          expect.not.stringContaining('do-not-show'),
        ])
      }
    }))

  test('a named pipe is rejected without waiting for it', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      execFileSync('mkfifo', [join(directory, 'pipe.yml')])
      const result = await xtc({ 'criteria-file': join(directory, 'pipe.yml') })
      expectRefused(result, 'named pipe')
      expect(simulator.record.entries).toEqual([])
    }))
})
