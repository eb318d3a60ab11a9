import { dirname } from 'node:path'
import { type ProductNeed, VerbError } from '@scimulator/shared/behaviour'
import { Company } from '@scimulator/shared/people'
import { realTime } from '@scimulator/shared/runtime'
import { checkInvariants } from '../checkers/check-invariants.ts'
import { keysOf, runExpectation } from '../expect/run-expectation.ts'
import type { StepResult } from '../report/result.ts'
import type { SkipReason } from '../report/skip-reason.ts'
import { companySourceOf, resolveBeside } from '../scenario/company-source.ts'
import { capturesOf, expectationsOf, letsTimePass } from '../scenario/expectations-of.ts'
import { interpolate } from '../scenario/interpolate.ts'
import type { Step } from '../scenario/scenario.ts'
import { targetName, type World } from '../world/world.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { postGroup, postUser } from './directory/somebody-else.ts'
import { HARNESS_VERBS } from './harness-verbs.ts'
import { keepResult } from './keep-result.ts'
import { runLanes } from './parallel.ts'
import { rememberBefore } from './remember-before.ts'
import { lookupOf, type RunContext } from './run-context.ts'
import { stepTitle } from './step-title.ts'

/** Carries one step out. What the step finds, and that it could not be carried out, is in the result; nothing is thrown. */
export async function runStep(step: Step, number: number, context: RunContext): Promise<StepResult> {
  const { world } = context
  const before = world.recorder.exchanges.length
  const looks = step.word.effect === 'looks'
  if (!looks) {
    context.stepStarts.push(before)
    await rememberBefore(step, context)
  }
  context.asked.length = 0
  world.target?.lookAgain()
  const outcome = (await makeGiven(context)) ?? (await inTime(step, context))
  const ran = outcome.outcome === 'passed' && (!looks || expectationsOf(step).some(letsTimePass))
  const violations = [...world.interruptions.takeFailures(), ...(ran ? await checkInvariants(context) : [])]
  return {
    number,
    line: context.scenario.document.position(step.path).line,
    verb: step.verb,
    kind: step.word.kind ?? 'verb',
    title: stepTitle(step, world.secrets.redact),
    ...(step.note === undefined ? {} : { note: step.note }),
    ...(violations.length === 0 ? outcome : { outcome: 'failed', message: violations.join('\n') }),
    requests: world.recorder.exchanges.length - before,
    expectations: [...context.asked],
  }
}

/** Makes those who are there before the first step, once there is access. Undefined when that is done, or not yet possible. */
async function makeGiven(context: RunContext): Promise<Outcome | undefined> {
  const { unmade, world } = context
  if (!unmade || !world.sources.find()) return undefined
  context.unmade = undefined
  try {
    for (const user of unmade.users) await postUser(world, user)
    for (const group of unmade.groups) await postGroup(world, group)
    return undefined
  } catch (error) {
    if (!(error instanceof VerbError)) throw error
    return { outcome: 'failed', message: `given.directory: ${error.message}` }
  }
}

/** Gives a step up that takes too long; from then on nobody in this world sends anything. */
async function inTime(step: Step, context: RunContext): Promise<Outcome> {
  const { timeoutMs = Number.POSITIVE_INFINITY } = step
  const left = Math.min(timeoutMs, context.endsAt - realTime.now())
  if (left === Number.POSITIVE_INFINITY) return carryOutStep(step, context)
  const limit = left === timeoutMs ? `${timeoutMs / 1000} s` : 'the time that the scenario has'
  const late: Outcome = { outcome: 'failed', message: `${step.verb} took longer than ${limit}, and was given up.` }
  if (left <= 0) return late
  const ended = new AbortController()
  const over = realTime.sleep(left, ended.signal).then(() => undefined)
  const outcome = await Promise.race([carryOutStep(step, context), over])
  ended.abort()
  if (outcome === undefined) context.world.giveUp()
  return outcome ?? late
}

type Outcome = Pick<StepResult, 'outcome' | 'message' | 'skip'>

async function carryOutStep(step: Step, context: RunContext): Promise<Outcome> {
  if (step.word.kind === 'expectations') return runExpectStep(step, context)
  const { value, missing } = step.lanes
    ? { value: step.input, missing: [] }
    : interpolate(step.input, lookupOf(context), step.inputPath)
  const [gap] = missing
  const skipped = gap && context.unavailable.get(gap.name.split('.')[0] ?? '')
  const reason = skipped ?? whyNotHere(step, context)
  if (reason !== undefined) {
    markUnavailable(step, reason, context)
    if (context.world.target && !step.word.isInward?.(value)) context.doubt ??= { ...reason, after: step.verb }
    return { outcome: 'skipped', skip: reason }
  }
  if (gap) {
    const { line, column } = context.scenario.document.position(gap.path)
    const message = `line ${line}:${column}: \${${gap.name}} has no value: the step that saved it gave ${keysOf(context, gap.name)}.`
    return excused({ outcome: 'failed', message }, step, context)
  }
  return attempt(step, value, context)
}

/** What would have used the step's result is skipped for the same reason. */
function markUnavailable({ save, word, input }: Step, reason: SkipReason, { unavailable }: RunContext): void {
  for (const name of [...(save === undefined ? [] : [save]), ...(word.keeps?.(input) ?? [])]) {
    unavailable.set(name, reason)
  }
}

async function runExpectStep(step: Step, context: RunContext): Promise<Outcome> {
  for (const written of expectationsOf(step)) {
    const result = await runExpectation(written, context)
    context.asked.push(result)
    if (result.skip) for (const name of capturesOf(written.value)) context.unavailable.set(name, result.skip)
  }
  return { outcome: context.asked.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'passed' }
}

/** A verb whose vocabulary, or which itself, is not in this world. */
function whyNotHere({ verb, word, input, lanes }: Step, context: RunContext): SkipReason | undefined {
  const { world } = context
  const inner = Object.keys(word.stepIn?.(input)?.value ?? {}).find((name) => name.includes('.'))
  if (inner !== undefined) return verbMissing(inner, inner.split('.', 1)[0] ?? '', world)
  const missing = (lanes ?? []).flat().map((one) => whyNotHere(one, context))
  const first = missing.find((one) => one !== undefined)
  if (first !== undefined) return first
  const { program } = word
  if (program !== undefined) return verbMissing(verb, program, world)
  const asked = [word.asks?.(input) ?? []].flat()
  return asked.map((one) => strangerAsked(verb, one, world)).find((one) => one !== undefined)
}

function verbMissing(verb: string, program: string, world: World): SkipReason | undefined {
  const control = world.controls.get(program)
  if (control?.verbs.has(nameIn(verb))) return undefined
  const target = targetName(world)
  if (control) return { code: 'receiver-setting', names: [nameIn(verb)], target }
  return { code: 'product-rule', product: program, kind: 'verb', name: verb, target }
}

/** At a foreign target nobody has a receiver's own interfaces. */
function strangerAsked(verb: string, product: string, world: World): SkipReason | undefined {
  if (!world.target || !world.programs.get(product)?.isStandIn) return undefined
  return { code: 'product-rule', product, kind: 'verb', name: `${verb} to ${product}`, target: targetName(world) }
}

/** The name behind the vocabulary's: `add-source` of `receiver.add-source`. */
function nameIn(verb: string): string {
  return verb.slice(verb.indexOf('.') + 1)
}

/** Runs the verb and lets everything settle that it has started at this instant. */
async function attempt(step: Step, written: unknown, context: RunContext): Promise<Outcome> {
  const { world } = context
  try {
    if (step.lanes) await runLanes(step.lanes, context, (one) => inLane(one, context))
    else {
      const result = await perform(step, written, context)
      await world.schedule.settle()
      keep(step, result, context)
    }
  } catch (error) {
    return excused(failureOutcome(step, error), step, context)
  }
  const failedAsking = context.asked.some(({ outcome }) => outcome === 'failed')
  if (step.fails === undefined) return { outcome: failedAsking ? 'failed' : 'passed' }
  const message = notFailed(step, step.fails.message)
  return excused({ outcome: 'failed', message }, step, context)
}

function notFailed({ verb }: Step, message: string): string {
  return `${verb} was expected to fail with "${message}", and did not.`
}

/** What does not come out at a target that could not be made what the scenario needs is not held against it. */
function excused(outcome: Outcome, step: Step, context: RunContext): Outcome {
  const { doubt } = context
  if (outcome.outcome !== 'failed' || doubt === undefined) return outcome
  markUnavailable(step, doubt, context)
  return { outcome: 'skipped', skip: { ...doubt, doubtful: true } }
}

/** One step of several that are carried out side by side. */
async function inLane(step: Step, context: RunContext): Promise<void> {
  const { value, missing } = interpolate(step.input, lookupOf(context), step.inputPath)
  const [gap] = missing
  if (gap) throw new VerbError('invalid', `\${${gap.name}} has no value.`)
  try {
    const result = await perform(step, value, context)
    if (step.fails) throw new VerbError('refused', notFailed(step, step.fails.message))
    keep(step, result, context)
  } catch (error) {
    const { outcome, message } = failureOutcome(step, error)
    if (outcome !== 'passed') throw error instanceof VerbError ? new VerbError(error.code, message ?? '') : error
  }
}

async function perform(step: Step, written: unknown, context: RunContext): Promise<unknown> {
  // Nothing is awaited where there is none: the order of what happens at the same moment stays as it is.
  const input = isPlainObject(written) && 'company' in written ? await withCompany(written, context) : written
  context.world.secrets.addFrom(input)
  const { verb, word, inputPath } = step
  const { program } = word
  if (program === undefined) return HARNESS_VERBS.get(verb)?.run(input, context, inputPath)
  const control = context.world.controls.get(program)?.verbs.get(nameIn(verb))
  const result = await control?.run(input)
  context.need ??= unmetNeed(control?.needs?.(input) ?? [], context.world)
  return result
}

/** The first input that another product than this receiver's would have to be told. */
function unmetNeed(needs: readonly ProductNeed[], world: World): SkipReason | undefined {
  const unmet = needs.find(({ product }) => !world.controls.has(product))
  return (
    unmet && {
      code: 'product-rule',
      product: unmet.product,
      kind: 'input',
      name: unmet.input,
      target: targetName(world),
    }
  )
}

function keep({ word, save, path }: Step, result: unknown, context: RunContext): void {
  const givesAccess = word.effect === 'gives-access'
  keepResult(result, { name: save, givesAccess, place: `line ${path.join('.')}` }, context)
}

function failureOutcome({ verb, fails }: Step, error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof VerbError)) {
    const stack = error instanceof Error ? error.stack : undefined
    return { outcome: 'error', message: `${verb}: ${stack ?? message}` }
  }
  if (fails === undefined) return { outcome: 'failed', message }
  if (message.includes(fails.message)) return { outcome: 'passed', message: `fails as expected: ${message}` }
  return { outcome: 'failed', message: `${verb} failed, but not with "${fails.message}". It said: ${message}` }
}

/** Puts the people in where the input names a company by file or by seed. */
async function withCompany(written: Readonly<Record<string, unknown>>, context: RunContext): Promise<unknown> {
  const source = companySourceOf(written)
  const company = Company.safeParse(source ? await companyOf(source, context) : written.company)
  return company.success ? { ...written, company: company.data } : written
}

async function companyOf(
  source: NonNullable<ReturnType<typeof companySourceOf>>,
  { scenario, seed }: RunContext,
): Promise<unknown> {
  if ('file' in source) return scenario.companies.get(resolveBeside(dirname(scenario.path), source.file))
  const { name, domain, dirty, ...plan } = source.generate
  const { generateCompany } = await import('@scimulator/shared/people/generate')
  return generateCompany({
    ...plan,
    seed: plan.seed ?? seed,
    dirty,
    ...(name === undefined ? {} : { name }),
    ...(domain === undefined ? {} : { domain }),
  })
}
