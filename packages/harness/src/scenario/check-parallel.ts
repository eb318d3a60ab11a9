// Lanes of steps that are carried out side by side.
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import type { Path } from '../written/yaml-document.ts'
import { type CheckContext, complain } from './check-context.ts'
import type { Step } from './scenario.ts'

const Written = z.record(z.string(), z.unknown())
const Lane = z.union([Written, z.array(Written).min(1)]).meta({ holds: 'lane' })

export const ParallelInput = z
  .array(Lane)
  .min(2, 'it takes two lanes or more')
  .describe('What begins at the same moment: each a step, or a list of steps that follow one another')

/** Checks one written step and yields what it stands for. */
type CheckStep = (written: unknown, path: Path, context: CheckContext) => Step[]

/** The lanes, with every complaint added to the context. */
export function checkParallel(input: unknown, path: Path, context: CheckContext, check: CheckStep): Step[][] {
  const { document, problems } = context
  const found = schemaProblems({ document, path, value: input, type: ParallelInput, what: 'parallel' })
  problems.push(...found)
  if (found.length > 0 || !Array.isArray(input)) return []
  const before = new Map(context.names)
  return input.map((lane, index) => {
    // What another lane saves may not be there yet.
    const names = new Map(before)
    const steps = laneSteps(lane, [...path, index]).flatMap(({ value, at }) => check(value, at, { ...context, names }))
    for (const [name, shape] of names) context.names.set(name, shape)
    for (const step of steps) complainIfAlone(step, context)
    return steps
  })
}

function laneSteps(lane: unknown, path: Path): readonly { readonly value: unknown; readonly at: Path }[] {
  if (isPlainObject(lane)) return [{ value: lane, at: path }]
  return Array.isArray(lane) ? lane.map((value, index) => ({ value, at: [...path, index] })) : []
}

function complainIfAlone({ verb, word, path }: Step, context: CheckContext): void {
  if (word.program !== undefined || word.mayRunBeside) return
  const message = `parallel takes verbs of programs, directory.… and http, and not ${verb}.`
  complain(context, [...path, verb], message, undefined, 'key')
}
