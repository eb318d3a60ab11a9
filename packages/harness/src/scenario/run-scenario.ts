// One file, once per combination of its matrix, each in a world of its own.
import type { RecordedExchange } from '@scimulator/shared/http'
import { systemClock } from '@scimulator/shared/runtime'
import { runExpectation, skippedExpectation } from '../expect/run-expectation.ts'
import type { ExpectationResult, ScenarioResult, StepResult } from '../report/result.ts'
import { isOfTarget, type SkipReason } from '../report/skip-reason.ts'
import { refusalsOf } from '../run/refusals.ts'
import { isRestart } from '../steps/restart.ts'
import { createRunContext, type Reading, type RunContext, transcriptOf } from '../steps/run-context.ts'
import { runStep } from '../steps/run-step.ts'
import { leftoverText } from '../target/clean-up.ts'
import type { GuardedTarget } from '../target/guarded-target.ts'
import { learnTarget } from '../target/learn-target.ts'
import type { Stop } from '../target/stop.ts'
import type { TargetRun } from '../target/target-run.ts'
import type { ProgramKind } from '../world/program.ts'
import { createWorld, targetName, type WireTap, type World } from '../world/world.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { expectationsOf } from './expectations-of.ts'
import { interpolate, lookupIn } from './interpolate.ts'
import { type Combination, combinationTitle } from './matrix.ts'
import { peopleOf } from './people-of.ts'
import { ofCombination } from './per-combination.ts'
import { RunTape } from './run-tape.ts'
import type { Scenario, Step } from './scenario.ts'
import { Needs } from './scenario-grammar.ts'

export interface RunOptions {
  readonly kinds: readonly ProgramKind[]
  /** Wins over the file's own. */
  readonly seed?: number
  /** A SCIM endpoint that takes the receiver's place. */
  readonly target?: GuardedTarget
  /** Port of the receiver; a free one by default. */
  readonly port?: number
  /** Our receiver is asked without a socket, for thousands of runs. */
  readonly isInProcess?: boolean
  /**
   * Whose recording the result holds: of runs that did not pass, from what the answers have shown; or of all, with the directory read
   * after each step that may have changed it. Default: none.
   */
  readonly record?: 'failed' | 'all'
  /** Ends the run before its next step; a foreign target is still cleaned up. */
  readonly signal?: AbortSignal
  /** Told of each step when it has ended. */
  readonly onStep?: (step: StepResult) => void
  readonly onlooker?: Onlooker
}

/** Looks on at a run: listens at its wire, and may read its views after each step. Such a run has its recording in its result. */
export interface Onlooker {
  readonly tap: WireTap
  opened(world: World): void
  stepEnded(world: World): Promise<void>
}

export interface RunOutcome {
  readonly result: ScenarioResult
  /** Canonical form of what went over the wire, redacted; made when somebody asks for it. */
  transcript(): string
  /** Redacted. */
  readonly exchanges: readonly RecordedExchange[]
  /** What its expectations on the directory were held against, redacted; made when somebody asks for it. */
  readings(): readonly Reading[]
  /** It gave way to other runs of the same command, and has to be carried out again by itself. */
  readonly gaveWay: boolean
}

/**
 * Runs one combination. @throws only what `createWorld` throws: a port in use.
 * @param again whether it has given way before: its names are others then
 */
export async function runCombination(
  written: Scenario,
  combination: Combination,
  options: RunOptions,
  again = false,
): Promise<RunOutcome> {
  const startedAt = systemClock.now()
  const scenario = ofCombination(written, combination)
  const seed = options.seed ?? scenario.seed
  const given = givenOf(scenario, combination)
  const name = `${scenario.file} [${combinationTitle(combination)}] ${seed}`
  const target = await options.target?.openRun(again ? `${name} again` : name, peopleOf(scenario))
  const world = await createWorld({
    kinds: options.kinds,
    programs: scenario.programs,
    given,
    seed,
    start: scenario.start,
    ...(target ? { target } : {}),
    ...(scenario.steps.some(isRestart) ? { restarts: true } : {}),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.isInProcess ? { isInProcess: true } : {}),
    ...(options.onlooker ? { tap: options.onlooker.tap } : {}),
  })
  options.onlooker?.opened(world)
  const skipAll = productMissing(scenario, world) ?? (await abilityMissing(given, options))
  const context = createRunContext(scenario, combination, world, seed, given, skipAll)
  target?.privacy.exempt(`${scenario.document.text} ${JSON.stringify([...scenario.companies.values()])}`)
  try {
    const tape = isTaped(options) ? new RunTape(context, options.record === 'all') : undefined
    const found = await carryOutScenario(context, options, tape)
    const leftBehind = target ? await leave(target) : []
    const durationMs = systemClock.now() - startedAt
    const stops = [...(target?.stops ?? [])]
    const ended = options.target?.gone
    const held = heldBack(resultOf(context, { ...found, leftBehind, stops, durationMs }), stops, options)
    const whole = tape && isRecorded(held, options) ? { ...held, recording: tape.recording() } : held
    const result = redacted(ended === undefined ? whole : cutOff(whole, ended), world.secrets.redact)
    // Nothing of the world but these outlives it.
    const { redact } = world.secrets
    const { recorder, start } = world
    const wire = { recorder, start, ...(target ? { target: { access: target.access } } : {}) }
    const readings = [...context.readings]
    return {
      result,
      transcript: () => redact(transcriptOf(wire)),
      exchanges: [...recorder.exchanges],
      readings: () => redacted(readings, redact),
      gaveWay: result.outcome === 'skipped' && stops.some(({ code }) => code === 'crowded'),
    }
  } finally {
    await world.close()
  }
}

/** Whether anybody may want to see what happened. */
function isTaped({ record, onlooker }: RunOptions): boolean {
  return record !== undefined || onlooker !== undefined
}

/** What was never asked shows nothing. */
function isRecorded({ outcome }: ScenarioResult, { record, onlooker }: RunOptions): boolean {
  if (record === 'all' || onlooker) return true
  return record === 'failed' && outcome !== 'passed' && outcome !== 'skipped'
}

/** The target stopped answering during the run: what failed from then on says nothing, and one message stands for all of it. */
function cutOff(result: ScenarioResult, message: string): ScenarioResult {
  const broken = result.steps.findIndex(({ outcome }) => outcome !== 'passed')
  const steps = broken < 0 ? result.steps : result.steps.slice(0, broken)
  const { recording: _, ...kept } = result
  return { ...kept, outcome: 'skipped', message, steps, expectations: [], proves: [], refusals: [], stops: [] }
}

/** What would have been too many was not made, so that nothing that followed from it is held against the target. */
function heldBack(result: ScenarioResult, stops: readonly Stop[], { target }: RunOptions): ScenarioResult {
  const kind = stops.find(({ verdict }) => verdict === 'limit')?.kind
  if (result.outcome !== 'skipped' || kind === undefined || !target) return result
  const skip: SkipReason = { code: 'limit', kind: kind === 'Users' ? 'accounts' : 'groups', most: target.most[kind] }
  const unless = (one: ExpectationResult): ExpectationResult =>
    one.outcome === 'failed' || one.skip?.code === 'not-carried-out'
      ? { ...one, outcome: 'skipped', skip, failures: [] }
      : one
  const steps = result.steps.map(({ message, ...step }): StepResult => {
    const expectations = step.expectations.map(unless)
    if (step.outcome === 'failed') return { ...step, outcome: 'skipped', skip, expectations }
    return { ...step, ...(message === undefined ? {} : { message }), expectations }
  })
  return { ...result, steps, expectations: result.expectations.map(unless), proves: [], refusals: [] }
}

function productMissing({ only }: Scenario, world: World): SkipReason | undefined {
  if (only === undefined || world.controls.has(only)) return undefined
  return { code: 'product-rule', product: only, kind: 'file', name: 'the scenario', target: targetName(world) }
}

/** On our own receiver a scenario has what it needs, or its author finds out. */
async function abilityMissing(
  given: Readonly<Record<string, unknown>>,
  { target }: RunOptions,
): Promise<SkipReason | undefined> {
  const needs = Needs.parse(given.needs ?? [])
  if (!target || needs.length === 0) return undefined
  const { abilities } = await learnTarget(target)
  const missing = needs.find((need) => need === 'run-clock' || !abilities.has(need))
  if (missing === undefined) return undefined
  if (missing === 'run-clock') return { code: 'target-clock', target: target.url }
  return { code: 'ability-missing', ability: missing, target: target.url }
}

/** Cleans up. @returns what is left, with the command that removes it */
async function leave(target: TargetRun): Promise<string[]> {
  const leftovers = await target.cleanUp()
  return leftovers.map((one) => `${leftoverText(one)}. By hand: ${one.byHand}`)
}

/** Steps, then expectations. A bug of ours ends them and is told; a foreign target is cleaned up all the same. */
async function carryOutScenario(context: RunContext, options: RunOptions, tape?: RunTape): Promise<Found> {
  const found: Found = { steps: [], expectations: [] }
  try {
    await runSteps(context, options, found.steps, tape)
    if (!found.steps.some(isBroken)) failWhatNeverCame(context, found.steps)
    await runFinalExpectations(context, found)
    await tape?.end(found.expectations)
  } catch (error) {
    found.bug = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  return found
}

interface Found {
  readonly steps: StepResult[]
  readonly expectations: ExpectationResult[]
  bug?: string
}

/** What the file says of the programs, with the values of this combination. */
function givenOf({ given }: Scenario, combination: Combination): Readonly<Record<string, unknown>> {
  const { value } = interpolate(given, lookupIn({ matrix: combination }), ['given'])
  return isPlainObject(value) ? value : given
}

/** A failed expectation does not end the run; a step that could not be carried out does, because the rest builds on it. */
async function runSteps(
  context: RunContext,
  options: RunOptions,
  results: StepResult[],
  tape?: RunTape,
): Promise<void> {
  for (const [index, step] of context.scenario.steps.entries()) {
    const broken = results.find(isBroken)
    const skip = context.skipAll ?? (broken ? notCarriedOut(broken) : interruption(options, context))
    const result = skip ? skippedStep(step, index + 1, context, skip) : await runStep(step, index + 1, context)
    results.push(result)
    await tape?.step(step, result)
    await options.onlooker?.stepEnded(context.world)
    options.onStep?.(result)
  }
}

/** An act in the midst of others whose moment has not come was not tried: that what follows is right says nothing of it. */
function failWhatNeverCame({ world }: RunContext, results: StepResult[]): void {
  for (const line of world.interruptions.pending()) {
    const at = results.findLastIndex((one) => one.line <= line)
    const result = results[at]
    if (result?.outcome !== 'passed') continue
    const message = 'No request that fits has come since, so that it was never carried out.'
    results[at] = { ...result, outcome: 'failed', message }
  }
}

function interruption({ signal }: RunOptions, { world }: RunContext): SkipReason | undefined {
  return signal?.aborted || world.target?.damage !== undefined ? { code: 'interrupted' } : undefined
}

function notCarriedOut({ number }: StepResult): SkipReason {
  return { code: 'not-carried-out', step: number }
}

function isBroken({ outcome, expectations }: StepResult): boolean {
  if (outcome === 'error') return true
  return outcome === 'failed' && !expectations.some((expectation) => expectation.outcome === 'failed')
}

function skippedStep(step: Step, number: number, context: RunContext, skip: SkipReason): StepResult {
  const { verb, word, path } = step
  const { line } = context.scenario.document.position(path)
  const kind = word.kind ?? 'verb'
  const expectations =
    skip === context.skipAll ? expectationsOf(step).map((one) => skippedExpectation(one, context, skip)) : []
  return { number, line, verb, kind, title: verb, outcome: 'skipped', skip, requests: 0, expectations }
}

async function runFinalExpectations(context: RunContext, { steps, expectations }: Found): Promise<void> {
  const broken = steps.find(isBroken)
  const interrupted = steps.find(({ skip }) => skip?.code === 'interrupted')?.skip
  const unasked = context.skipAll ?? (broken ? notCarriedOut(broken) : interrupted)
  for (const written of context.scenario.expectations) {
    if (unasked === undefined) {
      expectations.push(await runExpectation(written, context))
    } else {
      expectations.push(skippedExpectation(written, context, unasked))
    }
  }
}

type Parts = Found & Pick<ScenarioResult, 'leftBehind' | 'durationMs'> & { readonly stops: readonly Stop[] }

function resultOf(context: RunContext, parts: Parts): ScenarioResult {
  const { scenario, combination, world, seed } = context
  const asked = [...parts.steps.flatMap(({ expectations }) => expectations), ...parts.expectations]
  const { bug, stops, ...kept } = parts
  const outcome = bug === undefined ? (stopped(stops, world.target) ?? outcomeOf(parts.steps, asked, context)) : 'error'
  const message =
    bug ?? world.target?.damage ?? stops[0]?.message ?? (isUnasked(outcome) ? unprovenMessage(asked) : undefined)
  return {
    file: scenario.file,
    scenario: scenario.title,
    description: scenario.description,
    combination: combinationTitle(combination),
    seed,
    outcome,
    ...(message === undefined ? {} : { message }),
    requests: world.recorder.exchanges.length,
    proves: provedBy(asked),
    refusals: refusalsOf(world.recorder.exchanges),
    explanations: [],
    stops: stops.map(({ verdict, message: text }) => ({ verdict, message: text })),
    ...kept,
  }
}

/** A run with a stop in it is never passed: what came after it was not what the scenario says. */
function stopped(stops: readonly Stop[], target: TargetRun | undefined): ScenarioResult['outcome'] | undefined {
  if (target?.damage !== undefined) return 'damage'
  const verdicts = new Set(stops.map(({ verdict }) => verdict))
  if (verdicts.has('error')) return 'error'
  if (verdicts.has('protected')) return 'protected'
  return verdicts.has('limit') ? 'skipped' : undefined
}

function outcomeOf(
  steps: readonly StepResult[],
  asked: readonly ExpectationResult[],
  { scenario, world }: RunContext,
): ScenarioResult['outcome'] {
  if (steps.some(({ outcome }) => outcome === 'error')) return 'error'
  if ([...steps, ...asked].some(({ outcome }) => outcome === 'failed')) return 'failed'
  // What was stopped in the middle is neither blamed nor praised.
  if ([...steps, ...asked].some(({ skip }) => skip?.code === 'interrupted')) return 'skipped'
  const failsAsExpected = steps.some(({ outcome, number }) => outcome === 'passed' && scenario.steps[number - 1]?.fails)
  if (failsAsExpected || asked.some(({ outcome }) => outcome === 'passed')) return 'passed'
  const isTargets = asked.length > 0 && asked.every(({ skip }) => skip && isOfTarget(skip))
  return world.target && isTargets ? 'skipped' : 'unproven'
}

function isUnasked(outcome: ScenarioResult['outcome']): boolean {
  return outcome === 'unproven' || outcome === 'skipped'
}

function unprovenMessage(asked: readonly ExpectationResult[]): string {
  if (asked.length === 0) return 'The file expects nothing, so it proves nothing. Add an expectation.'
  return `None of the ${asked.length} expectations could be asked, so nothing is proved.`
}

/** An id that several expectations prove is only passed when none of them failed or was left out. */
function provedBy(asked: readonly ExpectationResult[]): ScenarioResult['proves'] {
  const rank = { passed: 0, skipped: 1, failed: 2 } as const
  const worst = new Map<string, ExpectationResult['outcome']>()
  for (const { proves, outcome } of asked) {
    for (const id of proves) {
      const known = worst.get(id)
      if (known === undefined || rank[outcome] > rank[known]) worst.set(id, outcome)
    }
  }
  return [...worst].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, outcome]) => ({ id, outcome }))
}

/** Strikes secrets out of every text of the result, whatever member it stands in. */
function redacted<Value>(value: Value, redact: (text: string) => string): Value {
  if (typeof value === 'string') return redact(value) as Value
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact)) as Value
  if (typeof value !== 'object' || value === null) return value
  // The same members with the same types; only the texts in them change.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, redact)])) as Value
}
