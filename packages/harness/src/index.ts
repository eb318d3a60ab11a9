// The library: scenarios in a test of your own.

import { loadScenario as load } from './scenario/load-scenario.ts'
import { type Combination, combinationTitle } from './scenario/matrix.ts'
import { type RunOptions, type RunOutcome, runCombination } from './scenario/run-scenario.ts'
import type { Scenario } from './scenario/scenario.ts'
import { DEFAULT_START } from './scenario/scenario-grammar.ts'
import type { GivenTarget } from './target/describe-target.ts'
import { guardOpened } from './target/guarded-target.ts'
import { leftByLearning } from './target/learn-target.ts'
import { openGiven } from './target/open-target.ts'
import type { ProgramKind } from './world/program.ts'
import { shippedPrograms } from './world/programs.ts'
import { vocabularyOf } from './world/vocabulary-of.ts'
import { createWorld as create, type World, type WorldOptions } from './world/world.ts'

/** Reads and checks a scenario file. Shown paths are relative to `root` (default: the working directory). @throws BadInput */
export async function loadScenario(file: string, root = '.'): Promise<Scenario> {
  return load(file, { vocabulary: await vocabularyOf(await shippedPrograms()), root })
}

export interface RunScenarioOptions extends Omit<RunOptions, 'kinds' | 'target'> {
  /** The programs of a world; ours without it. */
  readonly kinds?: readonly ProgramKind[]
  /** A SCIM endpoint that takes the receiver's place: `{ url: 'http://localhost:3000/scim', token }`. */
  readonly target?: GivenTarget & {
    /** Everything there may be changed, and is put back at the end: for a suite that starts its own app. */
    readonly mine?: boolean
    /** userNames, group names or ids that may be changed and are put back at the end. */
    readonly adopt?: readonly string[]
  }
  /** Needed for a target on another machine: accounts are created, changed and deleted there. */
  readonly iOwnThisTarget?: boolean
  /** One combination of the matrix; all of them by default. */
  readonly combination?: Combination
  readonly root?: string
}

/**
 * Runs a scenario, given as a path or already loaded, once per combination of its matrix. Each run has a world of its own.
 * @throws BadInput when the file does not load or the target cannot be used; what happens in the run is in the results.
 */
export async function runScenario(
  scenario: string | Scenario,
  options: RunScenarioOptions = {},
): Promise<readonly RunOutcome[]> {
  const loaded = typeof scenario === 'string' ? await loadScenario(scenario, options.root) : scenario
  const combinations = options.combination ? [options.combination] : loaded.combinations
  const { target, iOwnThisTarget = false, ...rest } = options
  const { mine = false, adopt, ...given } = target ?? { url: '' }
  const opened = target && (await openGiven(given, iOwnThisTarget, { env: process.env }))
  const adopted = mine ? ('all' as const) : adopt
  const run: RunOptions = {
    kinds: await shippedPrograms(),
    ...rest,
    ...(opened ? { target: await guardOpened(opened, adopted === undefined ? {} : { adopt: adopted }) } : {}),
  }
  const outcomes: RunOutcome[] = []
  try {
    for (const combination of combinations) outcomes.push(await runCombination(loaded, combination, run))
    const byLearning = run.target && 'needs' in loaded.given ? await leftByLearning(run.target) : []
    const notPutBack = [...((await run.target?.finish()) ?? []), ...byLearning]
    return outcomes.map((outcome) => withEnd(outcome, run.target?.damage, notPutBack))
  } finally {
    await opened?.close()
  }
}

/** What was seen of a foreign target when all combinations were done belongs to each of them. */
function withEnd(outcome: RunOutcome, damage: string | undefined, notPutBack: readonly string[]): RunOutcome {
  if (damage === undefined && notPutBack.length === 0) return outcome
  const { result } = outcome
  const leftBehind = [...result.leftBehind, ...notPutBack]
  if (damage === undefined) return { ...outcome, result: { ...result, leftBehind } }
  return { ...outcome, result: { ...result, leftBehind, outcome: 'damage', message: damage } }
}

export interface CreateWorldOptions extends Omit<Partial<WorldOptions>, 'kinds' | 'programs' | 'start'> {
  /** Simulators that are wanted: `entra`, `jumpcloud`. The receiver is there in any case. */
  readonly programs?: readonly string[]
  /** ISO 8601; default 2026-01-05T08:00:00Z. */
  readonly start?: string
}

/** A receiver and simulators on one virtual clock, for a test that drives them by hand. Close it when done. */
export async function createWorld(options: CreateWorldOptions = {}): Promise<World> {
  const { programs = [], start = DEFAULT_START, seed = 1, ...rest } = options
  return create({
    ...rest,
    seed,
    kinds: await shippedPrograms(),
    programs: new Set(programs),
    start: Date.parse(start),
  })
}

export { CHANGES, type ChangeName, noticedChanges } from './expect/has-looked.ts'
export { type RunResult, ScenarioResult, StepResult } from './report/result.ts'
export { scenarioTree, summaryText } from './report/tree.ts'
export { findScenarioFiles } from './scenario/find-files.ts'
export { oldWordNotices } from './scenario/fix-old-words.ts'
export { lintScenario } from './scenario/lint-scenario.ts'
export { type FilesOutcome, type RunFilesOptions, runFiles } from './scenario/run-files.ts'
export { DEFAULT_START } from './scenario/scenario-grammar.ts'
export type { ProgramKind } from './world/program.ts'
export { shippedPrograms } from './world/programs.ts'
export { vocabularyOf } from './world/vocabulary-of.ts'
export { BadInput, formatProblem, type Problem } from './written/problem.ts'
export { type Combination, combinationTitle, type RunOutcome, type Scenario, type World }
