// What views show before a step, for the expectations behind it that compare with it.
import { VerbError } from '@scimulator/shared/behaviour'
import { expectationsOf } from '../scenario/expectations-of.ts'
import { interpolate } from '../scenario/interpolate.ts'
import type { Step, WrittenExpectation } from '../scenario/scenario.ts'
import { UnreadableTarget } from '../target/scim-reading.ts'
import { readView } from '../world/view.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { lookupOf, type RunContext, viewKey } from './run-context.ts'

/** Reads what the expectations between this step and the next that acts compare with. */
export async function rememberBefore(step: Step, context: RunContext): Promise<void> {
  context.before.clear()
  for (const { value } of behind(step, context)) {
    if (!isPlainObject(value) || (value['differs-from'] ?? value['same-as']) === undefined) continue
    const { value: asked, missing } = interpolate({ view: value.view, query: value.query ?? {} }, lookupOf(context))
    if (missing.length > 0 || !isPlainObject(asked)) continue
    context.world.target?.lookAgain()
    const items = await shown(String(asked.view), asked.query, context)
    if (items) context.before.set(viewKey(String(asked.view), asked.query), items)
  }
}

function behind(step: Step, { scenario: { steps, expectations } }: RunContext): readonly WrittenExpectation[] {
  const rest = steps.slice(steps.indexOf(step) + 1)
  const next = rest.findIndex(({ word }) => word.effect !== 'looks')
  if (next >= 0) return rest.slice(0, next).flatMap(expectationsOf)
  return [...rest.flatMap(expectationsOf), ...expectations]
}

async function shown(view: string, query: unknown, { world, stepStarts }: RunContext) {
  try {
    const reading = await readView(world, view, query, stepStarts)
    return reading.kind === 'items' ? reading.items : undefined
  } catch (error) {
    // Before there is access nobody is there.
    if (error instanceof UnreadableTarget) return []
    if (error instanceof VerbError) return undefined
    throw error
  }
}
