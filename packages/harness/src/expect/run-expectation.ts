import { VerbError, type ViewItem } from '@scimulator/shared/behaviour'
import type { ExpectationResult, FailureResult } from '../report/result.ts'
import type { SkipReason } from '../report/skip-reason.ts'
import { interpolate, lookupIn } from '../scenario/interpolate.ts'
import type { WrittenExpectation } from '../scenario/scenario.ts'
import { TranscriptExpectation, ViewExpectation } from '../scenario/scenario-grammar.ts'
import { lookupOf, type RunContext, viewKey } from '../steps/run-context.ts'
import { UnreadableTarget } from '../target/scim-reading.ts'
import { readView } from '../world/view.ts'
import { targetName } from '../world/world.ts'
import { isPlainObject } from '../written/plain-object.ts'
import type { Position } from '../written/problem.ts'
import { evaluateExpectation, type Failure } from './evaluate.ts'
import { type Look, lookFor } from './look-for.ts'
import { runTranscriptExpectation } from './transcript-expectation.ts'

/**
 * Asks one expectation of the file. Never throws for what a target answers: that it could not be asked is a failure too. What is not
 * as expected at a foreign target that could not be made what the scenario needs is no fault of the target.
 */
export async function runExpectation(written: WrittenExpectation, context: RunContext): Promise<ExpectationResult> {
  if (context.need) return skippedExpectation(written, context, context.need)
  const result = await ask(written, context)
  if (result.outcome !== 'failed' || context.doubt === undefined) return result
  return skipped(result, { ...context.doubt, doubtful: true })
}

async function ask(written: WrittenExpectation, context: RunContext): Promise<ExpectationResult> {
  const position = context.scenario.document.position(written.path)
  const { value, missing } = interpolate(written.value, lookupOf(context), written.path)
  const base = baseOf(written, context)
  const [gap] = missing
  if (gap) {
    const reason = context.unavailable.get(gap.name.split('.')[0] ?? '')
    if (reason !== undefined) return skipped(base, reason)
    return failed(base, `\${${gap.name}} has no value: the step that saved it gave ${keysOf(context, gap.name)}`)
  }
  const golden = TranscriptExpectation.safeParse(value)
  if (golden.success) return runTranscriptExpectation(golden.data, position, context)
  const expectation = ViewExpectation.safeParse(value)
  if (!expectation.success) return failed(base, expectation.error.issues.map(({ message }) => message).join('; '))
  return askView(expectation.data, written, position, context)
}

async function askView(
  expectation: ViewExpectation,
  written: WrittenExpectation,
  position: Position,
  context: RunContext,
): Promise<ExpectationResult> {
  const { view, query, proves, only } = expectation
  const { line, column } = position
  const base = { title: titleOf(expectation), view, line, column, proves, failures: [] }
  if (only !== undefined && !context.world.controls.has(only)) return skipped(base, notShown(only, view, context))
  try {
    const before = needsBefore(expectation) ? context.before.get(viewKey(view, query)) : undefined
    if (needsBefore(expectation) && !before) return failed(base, 'what it was before could not be read')
    const look = async (): Promise<Look> => {
      const reading = await readView(context.world, view, query, context.stepStarts)
      return {
        reading,
        failures: reading.kind === 'items' ? evaluateExpectation(expectation, reading.items, before) : [],
      }
    }
    const { reading, failures } = await lookFor(expectation, look, context.world)
    if (reading.kind === 'not-here') return skipped(base, notShown(reading.product, view, context))
    if (reading.kind === 'incomplete') return failed(base, `${reading.reason}; ask earlier, or run fewer people`)
    if (view.startsWith('directory.')) context.readings.push({ expectation, items: reading.items })
    const all = [...failures, ...capture(expectation, reading.items, context)]
    if (all.length === 0) return { ...base, outcome: 'passed' }
    return { ...base, outcome: 'failed', failures: all.map((failure) => placed(failure, written, context)) }
  } catch (error) {
    if (!(error instanceof VerbError || error instanceof UnreadableTarget)) throw error
    return failed(base, error.message)
  }
}

function needsBefore(expectation: ViewExpectation): boolean {
  return expectation['differs-from'] !== undefined || expectation['same-as'] !== undefined
}

/** Keeps the values that it names; of what is not there, a failure. */
function capture({ capture: names = {} }: ViewExpectation, items: readonly ViewItem[], context: RunContext): Failure[] {
  return Object.entries(names).flatMap(([name, { item, field = '' }]) => {
    const found = items.find(({ key }) => key === item)
    const value = found && (field === '' ? found.value : lookupIn(found.value)(field))
    if (value !== undefined) context.saved.set(name, value)
    const message = found ? `has no ${field} to capture` : 'does not exist, so nothing of it can be captured'
    return value === undefined ? [{ item, message, differences: [], at: ['capture', name] }] : []
  })
}

function placed(
  { item, message, differences, at }: Failure,
  written: WrittenExpectation,
  context: RunContext,
): FailureResult {
  const attribute = differences[0]?.attribute ?? ''
  const path = [...written.path, ...at, ...(attribute === '' ? [] : attribute.split('.').slice(0, 1))]
  const { line } = context.scenario.document.position(path, 'key')
  return { item, message, line, differences: [...differences] }
}

type Base = Omit<ExpectationResult, 'outcome'>

function failed(base: Base, message: string): ExpectationResult {
  return { ...base, outcome: 'failed', failures: [{ item: '', message, line: base.line, differences: [] }] }
}

function skipped(base: Base, skip: SkipReason): ExpectationResult {
  return { ...base, outcome: 'skipped', skip, failures: [] }
}

function notShown(product: string, name: string, { world }: RunContext): SkipReason {
  return { code: 'product-rule', product, kind: 'view', name, target: targetName(world) }
}

/** An expectation that is not asked at all. */
export function skippedExpectation(
  written: WrittenExpectation,
  context: RunContext,
  skip: SkipReason,
): ExpectationResult {
  return skipped(baseOf(written, context), skip)
}

function baseOf({ value: written, path }: WrittenExpectation, context: RunContext): Base {
  const { line, column } = context.scenario.document.position(path)
  const { value } = interpolate(written, lookupOf(context), path)
  const view = isPlainObject(value) && typeof value.view === 'string' ? { view: value.view } : {}
  return { title: titleOf(value), ...view, line, column, proves: provesOf(value), failures: [] }
}

function titleOf(value: unknown): string {
  if (!isPlainObject(value)) return 'expectation'
  if (typeof value.note === 'string') return value.note
  if (typeof value.transcript === 'string') return `transcript is ${value.transcript}`
  const where = isPlainObject(value.where) ? ` where ${JSON.stringify(value.where)}` : ''
  return `${String(value.view)}${where}`
}

function provesOf(value: unknown): string[] {
  return isPlainObject(value) && Array.isArray(value.proves) ? value.proves.map(String) : []
}

export function keysOf({ saved }: RunContext, name: string): string {
  const value = saved.get(name.split('.')[0] ?? '')
  return isPlainObject(value) ? Object.keys(value).join(', ') || 'nothing' : JSON.stringify(value ?? null)
}
