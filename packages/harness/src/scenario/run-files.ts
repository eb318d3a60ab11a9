// Many files, one after another; a file that does not load is a result too, and the others still run.
import { systemClock } from '@scimulator/shared/runtime'
import type { Recorded } from '../report/artefacts.ts'
import { type RunResult, type ScenarioResult, summarise } from '../report/result.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { BadInput } from '../written/problem.ts'
import { findScenarioFiles, shownPath } from './find-files.ts'
import { loadScenario } from './load-scenario.ts'
import { type RunOptions, runCombination } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'

export interface RunFilesOptions extends RunOptions {
  /** Only scenarios whose file or title contains this text. */
  readonly filter?: string
  /** Folder that paths are relative to. */
  readonly root?: string
  /** Folder that the name of a file is shown from; default `root`. */
  readonly rootOf?: (path: string) => string
  readonly onStart?: (file: string) => void
  readonly onScenario?: (result: ScenarioResult) => void
}

export interface FilesOutcome {
  readonly run: RunResult
  readonly recorded: readonly Recorded[]
}

/** @throws BadInput when a path does not exist or nothing fits the filter. */
export async function runFiles(paths: readonly string[], options: RunFilesOptions): Promise<FilesOutcome> {
  const startedAt = systemClock.now()
  const vocabulary = await vocabularyOf(options.kinds)
  const root = options.root ?? '.'
  const results: ScenarioResult[] = []
  const recorded: Recorded[] = []
  const add = (result: ScenarioResult): void => {
    results.push(result)
    options.onScenario?.(result)
  }
  for (const path of findScenarioFiles(paths, root)) {
    const shownFrom = options.rootOf?.(path) ?? root
    const file = shownPath(path, shownFrom)
    const scenario = load(() => loadScenario(path, { vocabulary, root: shownFrom }))
    if (scenario instanceof BadInput) {
      if (fits(options.filter, file, '')) add(rejectedResult(file, scenario))
      continue
    }
    if (!fits(options.filter, file, scenario.title)) continue
    options.onStart?.(file)
    for (const combination of scenario.combinations) {
      if (options.signal?.aborted || options.target?.damage !== undefined) break
      const outcome = await runCombination(scenario, combination, options)
      recorded.push(outcome)
      add(outcome.result)
    }
  }
  const notPutBack = await options.target?.finish()
  if (results.length === 0 && !options.signal?.aborted)
    throw new BadInput(`No scenario's file or title contains "${options.filter ?? ''}".`)
  const target = options.target?.url ?? 'receiver'
  return {
    run: summarise(results, target, systemClock.now() - startedAt, {
      damage: options.target?.damage,
      ...(notPutBack ? { notPutBack } : {}),
    }),
    recorded,
  }
}

function fits(filter: string | undefined, file: string, title: string): boolean {
  return filter === undefined || file.includes(filter) || title.includes(filter)
}

function load(read: () => Scenario): Scenario | BadInput {
  try {
    return read()
  } catch (error) {
    if (error instanceof BadInput) return error
    throw error
  }
}

function rejectedResult(file: string, { message }: BadInput): ScenarioResult {
  return {
    file,
    scenario: '',
    description: '',
    combination: '',
    seed: 0,
    outcome: 'rejected',
    message,
    durationMs: 0,
    requests: 0,
    steps: [],
    expectations: [],
    proves: [],
    refusals: [],
    leftBehind: [],
    stops: [],
  }
}
