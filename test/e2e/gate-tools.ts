import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { CriterionResult, Verdict } from '../../src/verdict/verdict.ts'
import type { StepResult } from '../runner/run-action.ts'
import { errorsIn } from './scenario.ts'

/** Checks exit code, outcome and reason; a step that does not fail must not have an error annotation. */
export function expectGate(result: StepResult, exitCode: 0 | 1, outcome: string, reason = ''): void {
  expect({ ...result.outputs, log: result.mainLog }).toMatchObject({ outcome, reason })
  expect(result.exitCode).toBe(exitCode)
  if (exitCode === 0) expect(errorsIn(result.mainLog)).toEqual([])
  else expect(errorsIn(result.mainLog).length).toBeGreaterThan(0)
}

export type CriteriaFile = Verdict & { schemaVersion: 1 }

/** The content of `criteria.json`. */
export async function verdictOf(result: StepResult): Promise<CriteriaFile> {
  return await jsonIn<CriteriaFile>(result, 'criteria.json')
}

export async function textIn(result: StepResult, name: string): Promise<string> {
  return await readFile(join(result.outputs['output-directory'] ?? '', name), 'utf8')
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export async function jsonIn<T>(result: StepResult, name: string): Promise<T> {
  return JSON.parse(await textIn(result, name)) as T
}

/** The status of each criterion, as listed in the output `criteria`. */
export function statusesOf(result: StepResult): Record<string, string> {
  const list = JSON.parse(result.outputs['criteria'] ?? '[]') as CriterionResult[]
  return Object.fromEntries(list.map(({ criterion, status }) => [criterion, status]))
}

export function warningsIn(log: string): string[] {
  return log.split('\n').filter((line) => line.startsWith('::warning'))
}

export function firstLineOf(result: StepResult): string {
  return result.mainLog.split('\n').find((line) => line !== '' && !line.startsWith('::')) ?? ''
}

/** Writes a file for a step to read, and returns its path. */
export async function given(directory: string, name: string, content: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, name)
  await writeFile(path, content)
  return path
}
