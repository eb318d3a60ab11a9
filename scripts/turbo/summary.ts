import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What turbo's summary of a run says of its tasks; times in milliseconds since 1970. */
export interface Summary {
  readonly startTime: number
  readonly attempted: number
  readonly success: number
  readonly cached: number
  readonly failed: number
}

export interface Outcome {
  readonly exitCode: number
  /** What turbo has not said itself. */
  readonly message?: string
}

/** @param code with what turbo ended; null when it was killed */
export function outcomeOf(code: number | null, summary: Summary | undefined): Outcome {
  if (code !== 0) return { exitCode: code ?? 1 }
  if (!summary)
    return { exitCode: 1, message: 'turbo ended with 0 and left no summary in .turbo/runs: nothing is proven.' }
  const ended = summary.success + summary.cached
  if (ended === summary.attempted) return { exitCode: 0 }
  return {
    exitCode: 1,
    message: `turbo was stopped when ${ended} of ${summary.attempted} tasks had passed. Run it again.`,
  }
}

/** Takes the summary of the run that began then out of turbo's folder: the first one since, should another run have begun beside it. */
export function takeSummary(folder: string, since: number): Summary | undefined {
  const paths = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const written = paths.flatMap((path) => readExecution(path).map((execution) => ({ path, execution })))
  const [ours] = written
    .filter(({ execution }) => execution.startTime >= since)
    .sort((a, b) => a.execution.startTime - b.execution.startTime)
  if (ours) rmSync(ours.path)
  return ours?.execution
}

/** Of a file that another turbo is just writing: nothing. */
function readExecution(path: string): Summary[] {
  try {
    return [JSON.parse(readFileSync(path, 'utf8')).execution]
  } catch {
    return []
  }
}
