import { readFileSync } from 'node:fs'
import { RunResult } from '@scimulator/harness/report'
import { BadInput } from '@scimulator/harness/scenario'

/** A JSON result of `scimulator run`. @throws BadInput that names the file and what is wrong with it */
export function readResult(path: string): RunResult {
  const parsed = RunResult.safeParse(jsonIn(path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadInput(
    `${path} is not a result of "scimulator run" as this version writes it: ${issue?.path.join('.')} ${issue?.message}.`,
  )
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
