import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HEAD_SHA, pullRequest, type RanWorkflow } from '../runner/workflow-run.ts'
import { startPreview } from './preview-server.ts'
import { gateOf, onStage, type Stage } from './stage.ts'

const DEPLOY = '#!/bin/sh\nexec curl --silent --fail --data "$HEAD_SHA" "$PREVIEW_URL/deploy"\n'
const hasCurl = spawnSync('curl', ['--version']).status === 0

/** Runs the example against a preview; its pauses take no time here. */
async function deployed(
  { run, directory, simulator }: Stage,
  stillOld: (question: number) => boolean,
): Promise<RanWorkflow & { asked: number }> {
  simulator.errthquake.testConfigs.push('preview.yaml')
  const pathBefore = join(directory, 'bin')
  await mkdir(pathBefore, { recursive: true })
  await writeFile(join(pathBefore, 'sleep'), '#!/bin/sh\n[ "$1" = 5 ]\n', { mode: 0o755 })
  const preview = await startPreview(stillOld)
  try {
    const files = { 'scripts/deploy-preview.sh': DEPLOY }
    const ran = await run(pullRequest(), { files, pathBefore, vars: { PREVIEW_URL: preview.url } })
    return { ...ran, asked: preview.asked() }
  } finally {
    await preview.close()
  }
}

describe.concurrent('preview-first.yml', { timeout: 300_000 }, () => {
  test('starts the load test once the preview has shown this commit three times in a row', (context) => {
    if (!hasCurl) context.skip('curl is not on this machine')
    return onStage('preview-first.yml', { fasterBy: 500 }, async (stage) => {
      const { job, asked } = await deployed(stage, (question) => question <= 2 || question === 4)
      expect(asked).toBe(7)
      expect(job('preview').result).toBe('success')
      expect(job('load-test').steps[0]?.log).toContain(`serves ${HEAD_SHA}\n`)
      gateOf(job('load-test'), 'passed')
      expect(stage.starts()).toHaveLength(1)
      expect(stage.starts()[0]?.body).toContain('preview.yaml')
    })
  })

  test('starts no load test if the preview keeps serving another version', (context) => {
    if (!hasCurl) context.skip('curl is not on this machine')
    return onStage('preview-first.yml', {}, async (stage) => {
      const { job, asked } = await deployed(stage, (question) => question % 3 > 0)
      expect(asked).toBe(60)
      expect(job('load-test').result).toBe('failure')
      expect(job('load-test').steps[0]?.log).toMatch(/::error::.*no load test was started\./)
      expect(job('load-test').steps[1]?.outcome).toBe('skipped')
      expect(stage.simulator.record.entries).toEqual([])
    })
  })
})
