import { readFileSync } from 'node:fs'
import { TestResult } from '@scimulator/harness/examine'
import { RunResult } from '@scimulator/harness/report'
import { BadInput } from '@scimulator/harness/scenario'
import type { z } from 'zod'

/** A JSON result of `scimulator run`. @throws BadInput that names the file and what is wrong with it */
export function readResult(path: string): RunResult {
  return parsed(path, jsonIn(path), RunResult, 'run')
}

export type AnyResult =
  | { readonly of: 'run'; readonly result: RunResult }
  | { readonly of: 'test'; readonly result: TestResult }

/** A JSON result of `scimulator run` or `scimulator test`; `-` is standard input. @throws BadInput */
export function readAnyResult(path: string): AnyResult {
  const value = jsonIn(path)
  if (typeof value === 'object' && value !== null && 'verdicts' in value) {
    return { of: 'test', result: parsed(path, withRecordings(value), TestResult, 'test') }
  }
  return { of: 'run', result: parsed(path, value, RunResult, 'run') }
}

/** Results of earlier versions had none. */
function withRecordings(value: object): object {
  return { recordings: [], ...value }
}

function parsed<Shape extends z.ZodType>(path: string, value: unknown, shape: Shape, command: string): z.infer<Shape> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new BadInput(
    `${path} is not a result of "scimulator ${command}" as this version writes it: ${issue?.path.join('.')} ${issue?.message}.`,
  )
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8'))
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
