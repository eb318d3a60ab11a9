// Which runs of the last `scimulator run` did not pass, for `--failed`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RunResult } from '@scimulator/harness/report'
import { BadInput, type RunFilesOptions } from '@scimulator/harness/scenario'
import { z } from 'zod'
import type { RunArguments } from './run-options.ts'

const FILE = '.scimulator/last-run.json'

const LastRun = z.object({
  version: z.literal(1),
  paths: z.array(z.string()).describe('As they were given'),
  all: z.boolean(),
  failed: z.array(z.object({ file: z.string(), combination: z.string() })),
})
type LastRun = z.infer<typeof LastRun>

/** Nobody has asked for it, so that a folder that cannot be written is no reason to fail. */
export function rememberRun(run: RunResult, paths: readonly string[], all: boolean): void {
  const bad = run.scenarios.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
  const failed = bad.map(({ file, combination }) => ({ file, combination }))
  const last: LastRun = { version: 1, paths: [...paths], all, failed }
  try {
    mkdirSync(dirname(FILE), { recursive: true })
    writeFileSync(FILE, `${JSON.stringify(last, null, 2)}\n`)
  } catch {
    // A read-only folder has no last run.
  }
}

/** The paths of the last run, where none are given, and which of its runs did not pass. @throws BadInput */
export function again(typed: readonly string[], given: RunArguments) {
  const { paths, all, failed } = readLastRun()
  if (typed.length > 0 || given.all) return { written: typed, given, among: failed }
  return { written: paths, given: { ...given, all }, among: failed }
}

export function isAmong(failed: LastRun['failed']): NonNullable<RunFilesOptions['among']> {
  const keys = new Set(failed.map(({ file, combination }) => `${file}\n${combination}`))
  return ({ file, combination }) => keys.has(`${file}\n${combination}`)
}

/** @throws BadInput when nothing has run in this folder */
function readLastRun(): LastRun {
  const parsed = LastRun.safeParse(jsonIn())
  if (parsed.success) return parsed.data
  throw new BadInput(`--failed repeats what did not pass in the last run of this folder, and ${FILE} knows of none.`)
}

function jsonIn(): unknown {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'))
  } catch {
    return undefined
  }
}
