import { readFileSync } from 'node:fs'
import { TEST_RESULT_VERSION, TestResult } from '@scimulator/harness/examine'
import { EXPLORATION_RESULT_VERSION, ExplorationResult } from '@scimulator/harness/explore/result'
import { RUN_RESULT_VERSION, RunResult } from '@scimulator/harness/report'
import { BadInput, readRecordingFile } from '@scimulator/harness/scenario'
import { SUITE_RESULT_VERSION, SuiteResult } from '@scimulator/harness/suites'
import type { z } from 'zod'

/** A JSON result of `scimulator run`. @throws BadInput that names the file and what is wrong with it */
export function readResult(path: string): RunResult {
  return parsed(path, jsonIn(path), RUN)
}

/** Whether a JSON result is one of `scimulator explore`. @throws BadInput where there is no JSON */
export function isExploration(path: string): boolean {
  const value = jsonIn(path)
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'exploration'
}

/** A JSON result of `scimulator explore`. @throws BadInput */
export function readExploration(path: string): ExplorationResult {
  return parsed(path, jsonIn(path), EXPLORATION)
}

export type AnyResult =
  | { readonly of: 'run'; readonly result: RunResult }
  | { readonly of: 'test'; readonly result: TestResult }
  | { readonly of: 'suites'; readonly result: SuiteResult }

/** A JSON result of `scimulator run` or `scimulator test`, with or without suites; `-` is standard input. @throws BadInput */
export function readAnyResult(path: string): AnyResult {
  const value = jsonIn(path)
  if (typeof value === 'object' && value !== null && 'verdicts' in value) {
    return { of: 'test', result: parsed(path, withRecordings(value), TEST) }
  }
  if (typeof value === 'object' && value !== null && 'suites' in value) {
    return { of: 'suites', result: parsed(path, value, SUITES) }
  }
  return { of: 'run', result: parsed(path, value, RUN) }
}

/** Results of earlier versions had none. */
function withRecordings(value: object): object {
  return { recordings: [], ...value }
}

/** A kind of result, and the version that this release reads. */
interface Kind<Shape extends z.ZodType> {
  readonly shape: Shape
  readonly command: string
  readonly version: number
}

const RUN: Kind<typeof RunResult> = { shape: RunResult, command: 'run', version: RUN_RESULT_VERSION }
const TEST: Kind<typeof TestResult> = { shape: TestResult, command: 'test', version: TEST_RESULT_VERSION }
const SUITES: Kind<typeof SuiteResult> = { shape: SuiteResult, command: 'test --suite', version: SUITE_RESULT_VERSION }

const EXPLORATION: Kind<typeof ExplorationResult> = {
  shape: ExplorationResult,
  command: 'explore',
  version: EXPLORATION_RESULT_VERSION,
}

function parsed<Shape extends z.ZodType>(path: string, value: unknown, kind: Kind<Shape>): z.infer<Shape> {
  const result = kind.shape.safeParse(value)
  if (result.success) return result.data
  const { version } = Object(value)
  if (typeof version === 'number' && version !== kind.version) {
    throw new BadInput(
      `${path} is a result of version ${version}; this release reads version ${kind.version}. Read it with the release that wrote it, or run "scimulator ${kind.command}" again.`,
    )
  }
  const [issue] = result.error.issues
  throw new BadInput(
    `${path} is not a result of "scimulator ${kind.command}" as this version writes it: ${issue?.path.join('.')} ${issue?.message}.`,
  )
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(path === '-' ? readFileSync(0, 'utf8') : readRecordingFile(path))
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
