// Many files, one after another; a file that does not load is a result too, and the others still run.
import { carryOut } from '@scimulator/shared/provisioning'
import { systemClock } from '@scimulator/shared/runtime'
import type { Recorded } from '../report/artefacts.ts'
import { fitRecordings, LEFT_OUT } from '../report/fit-recordings.ts'
import { type Explanation, type RunResult, type ScenarioResult, summarise } from '../report/result.ts'
import { traitLines } from '../target/abilities.ts'
import { learnTarget, leftByLearning } from '../target/learn-target.ts'
import { isMuch } from '../target/room.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { BadInput } from '../written/problem.ts'
import { findScenarioFiles, shownPath } from './find-files.ts'
import { loadScenario } from './load-scenario.ts'
import { type Combination, combinationTitle } from './matrix.ts'
import { peopleOf } from './people-of.ts'
import { type RunOptions, type RunOutcome, runCombination } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'
import { filesOfShard, type Shard } from './shard.ts'
import { shardPlan } from './shard-plan.ts'
import { fitsTags, type TagChoice } from './tags.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface RunFilesOptions extends RunOptions {
  /** Only scenarios whose file or title contains this text. */
  readonly filter?: string
  /** Only scenarios with these tags. A file that does not load runs whatever its tags: it must not go unnoticed. */
  readonly tags?: TagChoice
  /** Only these runs. */
  readonly among?: (run: { readonly file: string; readonly combination: string }) => boolean
  /** Ends with the first run that does not pass. */
  readonly failFast?: boolean
  /** Folder that paths are relative to. */
  readonly root?: string
  /** Folder that the name of a file is shown from; default `root`. */
  readonly rootOf?: (path: string) => string
  /** Runs at a time; 1 by default. Each has a world of its own, and results keep the order of the files. */
  readonly parallel?: number
  /** Only this machine's part of the files. */
  readonly shard?: Shard
  /** Of this program; results of several machines are one only if they are of the same. */
  readonly version?: string
  /** Milliseconds that a file took before, by the name that it is shown under. */
  readonly durationOf?: (file: string) => number | undefined
  /** Why a run did not pass, as far as its result and its recording tell. */
  readonly explain?: (result: ScenarioResult) => readonly Explanation[]
  readonly onStart?: (file: string) => void
  /** Called with each scenario that loads, before it runs. */
  readonly onLoad?: (scenario: Scenario) => void
  /** Called with each result as it comes. */
  readonly onEnd?: (result: ScenarioResult) => void
  /** Called with each result in the order of the files. */
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
  const files = partOf(findScenarioFiles(paths, options.root ?? '.'), options)
  const outcomes = createInOrder<Outcome>(({ result }) => options.onScenario?.(result))
  let hasFailed = false
  const isStopped = (): boolean =>
    hasFailed || options.signal?.aborted === true || (options.target?.gone ?? options.target?.damage) !== undefined
  const crowded: Job[] = []
  const carry = async (job: Job): Promise<void> => {
    const outcome = await job.run()
    if ('gaveWay' in outcome && outcome.gaveWay) return void crowded.push(job)
    hasFailed ||= options.failFast === true && !isGood(outcome.result)
    options.onEnd?.(outcome.result)
    outcomes.add(job.number, outcome)
  }
  const traits = options.target ? traitLines(await learnTarget(options.target)) : []
  const jobs = jobsOf(files, vocabulary, options)
  const { target, parallel = 1 } = options
  await carryOut(target && parallel > 1 ? longFirst(jobs, target.most.Users) : jobs, parallel, carry, isStopped)
  const later = crowded.map((job): Job => ({ ...job, run: () => job.run(true) }))
  await carryOut(later, 1, carry, isStopped)
  const all = outcomes.all()
  if (all.length === 0 && !isStopped() && !options.shard) throw new BadInput(nothingFits(options))
  const results = withinSize(all.map(({ result }) => result))
  const recorded = all.flatMap((outcome) => ('transcript' in outcome ? [outcome] : []))
  const leftByLesson = options.target ? await leftByLearning(options.target) : []
  const notPutBack = [...leftByLesson, ...((await options.target?.finish()) ?? [])]
  const { url = 'receiver', gone, damage } = options.target ?? {}
  const isInterrupted = options.signal?.aborted ?? false
  const run = summarise(results, url, systemClock.now() - startedAt, {
    gone,
    damage,
    notPutBack,
    traits,
    isInterrupted,
  })
  return { run: options.shard ? { ...run, shard: { ...options.shard, plan: planOf(paths, options) } } : run, recorded }
}

function planOf(paths: readonly string[], options: RunFilesOptions): string {
  const { durationOf = () => undefined, version, filter, tags, seed, root = '.', rootOf = () => root } = options
  const files = findScenarioFiles(paths, root).map((path) => ({ path, name: shownPath(path, rootOf(path)) }))
  return shardPlan({ files, durationOf, common: [version, filter, tags, seed] })
}

function isGood({ outcome }: ScenarioResult): boolean {
  return outcome === 'passed' || outcome === 'skipped'
}

function nothingFits({ filter, tags, among }: RunFilesOptions): string {
  if (filter !== undefined) return `No scenario's file or title contains "${filter}".`
  if (tags) return 'No scenario has these tags. --list without --tags shows which there are.'
  return among ? 'None of the runs that are wanted is among these files.' : 'There is no scenario to run.'
}

/** A file that would run, as it is written. */
export interface ListedScenario {
  readonly file: string
  readonly title: string
  readonly tags: readonly string[]
  readonly combinations: readonly string[]
}

/** What would run, without running it; a file that does not load has no title. @throws BadInput when a path does not exist */
export async function listScenarios(
  paths: readonly string[],
  options: Pick<RunFilesOptions, 'kinds' | 'filter' | 'tags' | 'among' | 'root' | 'rootOf' | 'shard' | 'durationOf'>,
): Promise<readonly ListedScenario[]> {
  const vocabulary = await vocabularyOf(options.kinds)
  const { filter, tags, root = '.', rootOf = () => root } = options
  return partOf(findScenarioFiles(paths, root), options).flatMap((path) => {
    const file = shownPath(path, rootOf(path))
    const scenario = load(() => loadScenario(path, { vocabulary, root: rootOf(path) }))
    if (scenario instanceof BadInput)
      return fits(filter, file, '') ? [{ file, title: '', tags: [], combinations: [''] }] : []
    if (!fits(filter, file, scenario.title) || !hasTags(scenario, tags)) return []
    const combinations = combinationsAmong(scenario, options).map(combinationTitle)
    return combinations.length === 0 ? [] : [{ file, title: scenario.title, tags: scenario.tags, combinations }]
  })
}

function hasTags(scenario: Scenario, tags: TagChoice | undefined): boolean {
  return tags === undefined || fitsTags(scenario.tags, tags)
}

function combinationsAmong(scenario: Scenario, { among }: Pick<RunFilesOptions, 'among'>): readonly Combination[] {
  const { file, combinations } = scenario
  return combinations.filter((one) => among?.({ file, combination: combinationTitle(one) }) ?? true)
}

function partOf(
  files: readonly string[],
  options: Pick<RunFilesOptions, 'shard' | 'durationOf' | 'root' | 'rootOf'>,
): readonly string[] {
  const { shard, durationOf, root = '.', rootOf = () => root } = options
  if (!shard) return files
  return filesOfShard(files, shard, (path) => durationOf?.(shownPath(path, rootOf(path))))
}

type Outcome = RunOutcome | { readonly result: ScenarioResult }

interface Job {
  readonly number: number
  /** Accounts that it will hold at a target at a time, as far as is known. */
  readonly accounts: number
  /** It asks the target for all its people. */
  readonly isListing: boolean
  /** @param again whether it has given way before */
  run(again?: boolean): Promise<Outcome>
}

/**
 * Runs that list the whole target take as long as it is large, and runs of many accounts keep one another waiting: they begin first, so
 * that the others go on beside them and none of them is the last.
 */
function longFirst(jobs: Iterable<Job>, most: number): Job[] {
  const rank = ({ accounts, isListing }: Job): number => (isListing ? 0 : isMuch(accounts, most) ? 1 : 2)
  return [...jobs].sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}

/** Loads a file when its turn comes, so that the first one runs at once. */
function* jobsOf(files: readonly string[], vocabulary: Vocabulary, options: RunFilesOptions): Generator<Job> {
  const { filter, root = '.', rootOf = () => root, onStart } = options
  let number = 0
  for (const path of files) {
    const shownFrom = rootOf(path)
    const file = shownPath(path, shownFrom)
    const scenario = load(() => loadScenario(path, { vocabulary, root: shownFrom }))
    if (scenario instanceof BadInput) {
      if (fits(filter, file, '') && (options.among?.({ file, combination: '' }) ?? true))
        yield {
          number: number++,
          accounts: 0,
          isListing: false,
          run: async () => ({ result: rejectedResult(file, scenario) }),
        }
      continue
    }
    const combinations = combinationsAmong(scenario, options)
    if (!fits(filter, file, scenario.title) || !hasTags(scenario, options.tags) || combinations.length === 0) continue
    options.onLoad?.(scenario)
    onStart?.(file)
    const isListing = scenario.steps.some(({ word }) => word.listsTarget === true)
    for (const combination of combinations) {
      const run = async (again?: boolean): Promise<Outcome> =>
        explained(await runRecorded(scenario, combination, options, again), options)
      yield { number: number++, accounts: peopleOf(scenario), isListing, run }
    }
  }
}

/**
 * A run against our own receiver that did not pass is played again, which gives the same, and the directory is read after each step; so
 * that a run that passes costs nothing. Against a foreign target nothing is done twice.
 */
async function runRecorded(
  scenario: Scenario,
  combination: Combination,
  options: RunOptions,
  again?: boolean,
): Promise<RunOutcome> {
  const outcome = await runCombination(scenario, combination, options, again)
  if (options.record !== 'failed' || options.target || !outcome.result.recording) return outcome
  const { onStep: _, ...silent } = options
  const { result } = await runCombination(scenario, combination, { ...silent, record: 'all' })
  if (!result.recording || !isSameResult(result, outcome.result)) return outcome
  return { ...outcome, result: { ...outcome.result, recording: result.recording } }
}

function explained(outcome: RunOutcome, { explain }: RunFilesOptions): RunOutcome {
  const { result } = outcome
  if (!explain || result.outcome === 'passed' || result.outcome === 'skipped') return outcome
  return { ...outcome, result: { ...result, explanations: [...explain(result)] } }
}

/** Recordings up to what a result may hold. */
function withinSize(results: readonly ScenarioResult[]): ScenarioResult[] {
  const fitting = fitRecordings(results.flatMap(({ recording }) => recording ?? []))
  let at = 0
  return results.map((result) => {
    if (!result.recording) return result
    const { recording: _, ...rest } = result
    const kept = fitting[at++]
    return kept ? { ...rest, recording: kept } : { ...rest, recordingLeftOut: LEFT_OUT }
  })
}

function isSameResult(a: ScenarioResult, b: ScenarioResult): boolean {
  const told = ({ outcome, steps, expectations }: ScenarioResult) => JSON.stringify([outcome, steps, expectations])
  return told(a) === told(b)
}

/** What comes in any order is told in the order of its numbers, as soon as nothing before it is missing. */
function createInOrder<Item>(tell: (item: Item) => void) {
  const items: Item[] = []
  let told = 0
  return {
    add(number: number, item: Item): void {
      items[number] = item
      for (let next = items[told]; next !== undefined; next = items[told]) {
        told += 1
        tell(next)
      }
    },
    /** Without those that never came. */
    all: (): readonly Item[] => items.filter((item) => item !== undefined),
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
    explanations: [],
  }
}
