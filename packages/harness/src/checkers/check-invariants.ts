import { VerbError, type ViewItem } from '@scimulator/shared/behaviour'
import type { RunContext } from '../steps/run-context.ts'
import type { Checker } from './checker.ts'
import { CHECKERS } from './checkers.ts'

type Reading = Map<string, readonly ViewItem[] | undefined>

/** Violations after a step, one line each; empty while the file has switched the checks off. */
export async function checkInvariants(context: RunContext, checkers: readonly Checker[] = CHECKERS): Promise<string[]> {
  if (context.scenario.invariantsOff !== undefined || context.world.target) return []
  const read: Reading = new Map()
  const seen = { items: (view: string) => read.get(view) ?? [], resourceIds: context.resourceIds }
  const violations: string[] = []
  for (const checker of checkers) {
    if (await readAll(checker.views, read, context)) {
      violations.push(...checker.check(seen).map((line) => `invariant "${checker.name}": ${line}`))
    }
  }
  return violations
}

async function readAll(names: readonly string[], read: Reading, context: RunContext): Promise<boolean> {
  for (const name of names) {
    if (!read.has(name)) read.set(name, await itemsOf(name, context))
    if (read.get(name) === undefined) return false
  }
  return true
}

/** Undefined where there is no such view, or where it has to be told more, such as which of two apps is meant. */
async function itemsOf(name: string, { world }: RunContext): Promise<readonly ViewItem[] | undefined> {
  const [program = '', ...rest] = name.split('.')
  try {
    return await world.programs.get(program)?.control.views.get(rest.join('.'))?.read({})
  } catch (error) {
    if (error instanceof VerbError) return undefined
    throw error
  }
}
