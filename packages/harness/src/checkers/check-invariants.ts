import type { ViewItem } from '@scimulator/shared/behaviour'
import type { RunContext } from '../steps/run-context.ts'
import type { Checker } from './checker.ts'
import { CHECKERS } from './checkers.ts'

/** Violations after a step, one line each; empty while the file has switched the checks off. */
export async function checkInvariants(context: RunContext, checkers: readonly Checker[] = CHECKERS): Promise<string[]> {
  if (context.scenario.invariantsOff !== undefined) return []
  const read = new Map<string, readonly ViewItem[]>()
  const violations: string[] = []
  for (const checker of checkers) {
    const isReadable = await readAll(checker.views, read, context)
    if (!isReadable) continue
    violations.push(...checker.check(read).map((line) => `invariant "${checker.name}": ${line}`))
  }
  return violations
}

async function readAll(
  names: readonly string[],
  read: Map<string, readonly ViewItem[]>,
  context: RunContext,
): Promise<boolean> {
  for (const name of names) {
    if (read.has(name)) continue
    const [program = '', ...rest] = name.split('.')
    const view = context.world.programs.get(program)?.control.views.get(rest.join('.'))
    if (!view) return false
    read.set(name, await view.read({}))
  }
  return true
}
